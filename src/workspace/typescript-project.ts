import type ts from 'typescript';

/** One TypeScript project: a tsconfig's files, or the files that no tsconfig claims. */
export interface TypeScriptProject {
  /** Path of the tsconfig relative to the workspace root; left out for files without one. */
  readonly configFile?: string;
  /** The current program; loading and binding happen on the first call. */
  program(): ts.Program;
  checker(): ts.TypeChecker;
  /** Whether the program of this version is in memory. */
  isLoaded(): boolean;
  /** Drops the program and its checker, which take most of the memory; the next call of `program` makes them anew. */
  release(): void;
}
