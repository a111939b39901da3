/** What was predicted for one file at a past date, and what happened to it in the year after. */
export interface FileRow {
  readonly file: string;
  readonly codeLines: number;
  /** Commits and fix commits in the 12 months before the date. */
  readonly commits: number;
  readonly fixCommits: number;
  /** Weight in the development drag and in the defects of the file. */
  readonly weight: number;
  readonly defectWeight: number;
  /** Predicted yearly cost by channel, EUR, at the default profile. */
  readonly dragEur: number;
  readonly defectsEur: number;
  readonly securityEur: number;
  /** Commits, fix commits and security fixes in the 12 months after. */
  readonly laterCommits: number;
  readonly laterFixes: number;
  readonly laterSecurityFixes: number;
}

/** One repository at one past date: production files only. */
export interface Snapshot {
  readonly repository: string;
  /** Commit and ISO day that everything is anchored at. */
  readonly commit: string;
  readonly date: string;
  /** Touches of files in the 12 months before, over the whole repository. */
  readonly touches: number;
  readonly authorMonths: number;
  readonly rows: readonly FileRow[];
}
