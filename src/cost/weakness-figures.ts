import type { Weakness } from '../findings/weakness.ts';
import type { Constant, MinutesConstant } from './constant.ts';
import { libraryFigures } from './figures-libraries.ts';
import { qualityFigures } from './figures-quality.ts';
import { securityFigures } from './figures-security.ts';

/** How long a fix takes: three percentiles, grown by `perPoint` for each unit of a driver, or by a formula. */
export interface Effort {
  readonly minutes: MinutesConstant;
  readonly perPoint?: { readonly driver: 'importingFiles'; readonly minutes: MinutesConstant };
  /** All minutes are for one unit of this driver. */
  readonly times?: 'cutImports';
  /** Minutes grow with the points above the limit: see `complexityMinutes`. */
  readonly isComplexity?: boolean;
}

/** How much a weakness slows its file; `by` says which driver scales the weight. */
export interface Drag {
  readonly weight: Constant;
  readonly by: 'finding' | 'complexity' | 'lines-above-1000' | '100-lines' | 'cycle';
  /** False where studies found no more defects. */
  readonly bringsDefects: boolean;
  /** Weights of minor weaknesses share a cap in each file. */
  readonly isMinor: boolean;
}

/** Incidents a year that a weakness causes on its own. */
export interface Incidents {
  readonly perYear: Constant;
  readonly perYearCritical: Constant;
  readonly kind: 'outage' | 'slow-down';
}

/** How an attacker uses a weakness in our own code. */
export interface Attack {
  /** Odds against the average exploited vulnerability. */
  readonly riskRatio: Constant;
  /** Share of a full loss; a downtime does harm like an outage instead. */
  readonly severity: Constant;
  readonly harm: 'breach' | 'downtime';
  /** A secret is live wherever it stands, so exposure does not count. */
  readonly isSecret: boolean;
}

/** How an upgrade grows dearer while it waits. */
export interface Drift {
  readonly forced: Constant;
  /** Part of the drift that counts. */
  readonly part: Constant;
}

/** Everything the cost model knows of one weakness class; a missing part means that channel costs nothing. */
export interface WeaknessFigures {
  readonly effort: Effort;
  readonly drag?: Drag;
  readonly incidents?: Incidents;
  readonly attack?: Attack;
  readonly isVulnerableLibrary?: boolean;
  readonly drift?: Drift;
  /** Bugs that a type checker would have found. */
  readonly isTypeHole?: boolean;
  /** Nothing tests the file. */
  readonly isMissingTest?: boolean;
}

/** The figures of every weakness class, as the specification states them. */
export const weaknessFigures = {
  ...securityFigures,
  ...qualityFigures,
  ...libraryFigures,
} satisfies Record<Weakness, WeaknessFigures>;
