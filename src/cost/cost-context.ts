import type { AreaOf } from './areas.ts';
import type { BusinessProfile } from './business-profile.ts';
import type { CostConstants } from './cost-constants.ts';
import type { Calibration } from './team-records.ts';

/** How often one file changed in the window. */
export interface FileChanges {
  readonly commits: number;
  /** Of these, commits that mend a defect. */
  readonly fixCommits: number;
  readonly changesByAuthor: ReadonlyMap<string, number>;
  /** For each commit whose lines are known, first and last line of each run it changed, zero-based, as of HEAD. */
  readonly changedLines?: readonly (readonly number[])[];
}

/** What the cost model needs of a git history; `workspace`'s `GitHistory` satisfies it. */
export interface ChangeHistory {
  readonly windowMonths: number;
  readonly files: ReadonlyMap<string, FileChanges>;
  /** Touches of files in the window, over every file of the repository. */
  readonly touches: number;
  /** Pairs of an author and a calendar month with at least one commit. */
  readonly authorMonths: number;
  readonly activeAuthors: number;
  /** The history does not reach back through the window; it then counts as missing. */
  readonly isTruncated: boolean;
}

/** Everything a price depends on besides the findings. Paths are relative to the workspace root, with `/`. */
export interface CostContext {
  readonly constants: CostConstants;
  readonly profile: BusinessProfile;
  readonly areaOf: AreaOf;
  readonly history?: ChangeHistory;
  /** Lines of code by file; stands in for the history where there is none. */
  readonly codeLines: ReadonlyMap<string, number>;
  /** Share of a file's lines that tests run, 0 to 1, where it was measured. */
  readonly coverage?: ReadonlyMap<string, number>;
  /** What the team's own records say. */
  readonly calibration?: Calibration;
  /** Share of the files that typed rules ran on, 0 to 1. */
  readonly typedShare: number;
  /** Day of the audit, ISO: decides which ends of life have passed. */
  readonly today: string;
}
