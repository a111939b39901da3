import type { FileRole } from '../base/file-role.ts';
import type { Localized } from '../base/language.ts';
import type { FileRange, TextRange } from '../base/text-range.ts';
import type { Weakness } from './weakness.ts';

/** Id of a rule: `<family>/<name>`, also the path of its file. */
export type RuleId = string;

/** Who can reach the code of a finding; `cost` turns it into a factor. */
export type Exposure = 'public' | 'authenticated' | 'unknown' | 'internal' | 'test';

/** One step of a data flow or one related place, in order from source to sink. */
export interface RelatedPlace extends FileRange {
  readonly message: Localized;
}

/**
 * What a price depends on besides the weakness class. Every field is a fact that the detector saw;
 * a missing field lets `cost` use its documented default.
 */
export interface CostDrivers {
  /** Cognitive or cyclomatic complexity of the function. */
  readonly complexity?: number;
  /** Lines of the file, function or block in question. */
  readonly lines?: number;
  /** First and last line of the whole function in question, zero-based, where the place is only its head. */
  readonly functionLines?: { readonly first: number; readonly last: number };
  /** Files among which the drag is shared, such as the members of an import cycle; paths like `Finding.file`. */
  readonly sharedFiles?: readonly string[];
  /** Imports in the smallest cut of an import cycle. */
  readonly cutImports?: number;
  /** Files that import the package. */
  readonly importingFiles?: number;
  /** Exposure that the detector proved, such as a public route handler; an area's own setting wins over it. */
  readonly exposure?: Exposure;
  /** Facts of the advisory behind a vulnerable library. */
  readonly vulnerability?: {
    /** Probability of exploitation in the next 30 days, 0 to 1 (EPSS). */
    readonly epss?: number;
    /** CVSS base score, 0 to 10. */
    readonly cvss?: number;
    /** On a list of known-exploited vulnerabilities. */
    readonly knownExploited?: boolean;
    readonly reach: 'called' | 'imported' | 'transitive' | 'development';
    /** CWE numbers of the advisory; the most severe class among them gives q. */
    readonly cwe: readonly number[];
  };
  /** A secret in a provider's own format, neither placeholder nor documented example. */
  readonly providerSecret?: boolean;
  /** End of life or of security fixes on the installed line already passed, or passes on this ISO date. */
  readonly endOfLife?: string;
  /** The class only stands in for one that is not known, as for another tool's rule: an order of magnitude at most. */
  readonly isStandIn?: boolean;
  /** The library runs in production on a public path or is a framework. */
  readonly isPublicRuntime?: boolean;
}

/** The library that a finding is about. */
export interface PackageRef {
  readonly name: string;
  /** Installed version, or the range when nothing is installed. */
  readonly version: string;
}

/** How a comment in the code silences a finding; its cost still counts, apart. */
export interface CodeSuppression {
  readonly reason: string;
  /** Zero-based line of the comment. */
  readonly line: number;
}

/** A change of one file that mends a finding; offered only when it is right. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly (FileRange & { readonly newText: string })[];
}

/**
 * One problem at one place. Everything a later stage needs is in here: no stage goes back to the code.
 */
export interface Finding {
  readonly rule: RuleId;
  readonly weakness: Weakness;
  /** CWE numbers of the rule, the most specific first; empty for most quality findings. */
  readonly cwe: readonly number[];
  /** Path relative to the workspace root, with `/`. */
  readonly file: string;
  readonly range: TextRange;
  /** What is wrong, in one clause without money; the last word has no full stop. */
  readonly message: Localized;
  /** Data of the message, as the rule reported it. */
  readonly data: Readonly<Record<string, string | number | boolean>>;
  /** Survives moved lines, reformatting, edits around it and renames of files. 20 hexadecimal digits. */
  readonly fingerprint: string;
  /** Names of the declarations around the place, outermost first. */
  readonly scope: readonly string[];
  /** Measured precision of the rule, 0 to 1; 0.5 when it was not measured yet. */
  readonly precision: number;
  readonly role: FileRole;
  readonly drivers: CostDrivers;
  readonly related: readonly RelatedPlace[];
  /** `related` are the steps of a value from its source to its sink. */
  readonly followsData?: true;
  readonly package?: PackageRef;
  readonly suppression?: CodeSuppression;
  readonly fixes: readonly Fix[];
  /** The program besides this product that found it, such as `ESLint 9.39.5`. */
  readonly origin?: string;
  /** Other rules that found the same at this place, sorted; they count once. */
  readonly alsoReportedBy?: readonly RuleId[];
  /** Draws the place faded (`unnecessary`) or struck through (`deprecated`) in an editor. */
  readonly tag?: 'unnecessary' | 'deprecated';
}
