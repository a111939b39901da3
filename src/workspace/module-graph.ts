import type { TextRange } from '../base/text-range.ts';

/** One import of a workspace file by another. */
export interface ModuleEdge {
  /** Importing file, relative to the workspace root. */
  readonly from: string;
  /** Imported file, relative to the workspace root. */
  readonly to: string;
  /** The module specifier as written. */
  readonly specifier: string;
  /** Place of the specifier in `from`. */
  readonly range: TextRange;
  /** Erased at compile time (`import type`, or every name is a type). */
  readonly isTypeOnly: boolean;
  /** Runs when called (`import()`, `require` inside a function), not when the module loads. */
  readonly isDeferred: boolean;
}

/** An import of a package. */
export interface PackageImport {
  readonly from: string;
  /** Name of the package: `@scope/name` or `name`, without a subpath. */
  readonly package: string;
  readonly specifier: string;
  readonly range: TextRange;
  readonly isTypeOnly: boolean;
}

/** Who imports whom in the workspace. */
export interface ModuleGraph {
  readonly edges: readonly ModuleEdge[];
  readonly packageImports: readonly PackageImport[];
  importsOf(file: string): readonly ModuleEdge[];
  importersOf(file: string): readonly ModuleEdge[];
  linksOf(file: string): FileLinks | undefined;
}

/** What one file's own text says of its links to others; holds as long as its text and all resolutions do. */
export interface FileLinks {
  readonly edges: readonly ModuleEdge[];
  readonly packageImports: readonly PackageImport[];
  /** Everything else that a program takes in because of the file: specifiers with what they mean, and directives. */
  readonly externals: readonly string[];
  /** Declares names that other files see without an import: a script, `declare global`, an augmented module. */
  readonly isGlobal: boolean;
}
