/** What the process that runs a workspace's ESLint is to do; paths only, all absolute. */
export interface RunnerJob {
  /** Tells our messages from what a plugin sends. */
  readonly token: string;
  /** Folder of the `eslint` package. */
  readonly eslint: string;
  /** Folder whose configuration counts. */
  readonly folder: string;
  readonly isFlat: boolean;
  readonly files: readonly string[];
  /** The process ends itself after so long, should its starter be gone. */
  readonly limitMs: number;
}

/** One remark of ESLint as its API gives it; lines and columns count from one. */
export interface RawRemark {
  readonly ruleId: string;
  readonly severity: 1 | 2;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What a rule says of itself. */
export interface RawRule {
  readonly type?: string;
  readonly description?: string;
}

/** Why ESLint threw, in its own terms. */
export interface RawFailure {
  readonly message: string;
  readonly code?: string;
  /** Name of ESLint's own explanation, such as `plugin-missing`. */
  readonly template?: string;
  /** The package that the explanation is about. */
  readonly missing?: string;
}

/** What the process tells, file by file. */
export type RunnerMessage =
  | { readonly kind: 'begin'; readonly file: string }
  | {
      readonly kind: 'file';
      readonly file: string;
      readonly remarks: readonly RawRemark[];
      /** Rules that no earlier file named. */
      readonly rules: Readonly<Record<string, RawRule>>;
      /** What kept ESLint from parsing the file. */
      readonly syntaxError?: string;
    }
  | { readonly kind: 'crash'; readonly file: string; readonly rule?: string; readonly error: string }
  | { readonly kind: 'failed'; readonly failure: RawFailure }
  | { readonly kind: 'end' };
