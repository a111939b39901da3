/** What the history says of one file in the window, renames followed. */
export interface FileHistory {
  /** Commits in the window that touch the file; bulk changes and merges are left out. */
  readonly commits: number;
  /** Of these, commits that mend a defect, told from their message. */
  readonly fixCommits: number;
  /** Changes by each author (a hash of the mail address; nobody is named). */
  readonly changesByAuthor: ReadonlyMap<string, number>;
  /**
   * For each commit whose lines are known the lines of HEAD that it changed: first and last of each run in turn,
   * zero-based, both included. Left out where git was not asked or does not know.
   */
  readonly changedLines?: readonly (readonly number[])[];
}

/**
 * The 12 months before HEAD's date. The window hangs on the commit, not on the clock, so money does not
 * change with the calendar.
 */
export interface GitHistory {
  /** Full hash of HEAD. */
  readonly head: string;
  /** ISO date of HEAD. */
  readonly headDate: string;
  readonly windowMonths: number;
  /** Path of the workspace root in the repository, with a `/` at the end; empty at its top. */
  readonly prefix: string;
  /** Keys are paths relative to the workspace root, as of HEAD. */
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Touches of files in the window summed over every file of the git repository. */
  readonly touches: number;
  /** Pairs of an author and a calendar month with at least one commit. */
  readonly authorMonths: number;
  readonly activeAuthors: number;
  /** The clone is shallow and its history does not reach back through the window. */
  readonly isTruncated: boolean;
}
