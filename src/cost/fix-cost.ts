import type { Finding } from '../findings/finding.ts';
import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import type { GeneralConstants } from './general-constants.ts';
import { fromPercentiles, scale, sum, type Lognormal } from './lognormal.ts';
import type { Place } from './place.ts';
import { calibrated } from './team-records.ts';
import type { Effort } from './weakness-figures.ts';

interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Minutes of the work itself: per-point minutes are added first, then untested code takes longer. */
export function workMinutes(finding: Finding, effort: Effort, place: Place, context: CostContext): Lognormal {
  const { p10, p50, p90 } = effortMinutes(finding, effort);
  const estimated = scale(fromPercentiles(p10, p50, p90), testFactor(place, context.constants.general));
  return calibrated(estimated, context.calibration);
}

/** How much longer a fix takes where tests are known to be thin. */
export function testFactor({ coverage }: Place, general: GeneralConstants): number {
  return coverage !== undefined && coverage < general.uncoveredBelow.value ? general.uncoveredFactor.value : 1;
}

/** Minutes to switch, review and release one fix. */
export function overheadMinutes(general: GeneralConstants): Lognormal {
  return fromPercentiles(general.overheadP10.value, general.overheadP50.value, general.overheadP90.value);
}

/** Work and overhead of a fix that stands alone. */
export function aloneMinutes(own: Lognormal, overhead: Lognormal, general: GeneralConstants): Lognormal {
  return sum([own, overhead], general.fixCorrelation.value);
}

/**
 * Shares the minutes of findings that are mended together: one package bump or one function has its overhead once,
 * and the same work (a bump, simplifying one function) counts once.
 */
export function shareFixMinutes(drafts: readonly Draft[], overhead: Lognormal): void {
  const groups = groupsFixedTogether(drafts, (draft) => {
    draft.sharedMinutes = draft.ownMinutes.mean + overhead.mean;
  });
  for (const group of groups) {
    const sameWork = group.filter(isSameWork);
    const largest = sameWork.reduce((most, { ownMinutes }) => Math.max(most, ownMinutes.mean), 0);
    const all = sameWork.reduce((total, { ownMinutes }) => total + ownMinutes.mean, 0);
    for (const draft of group) {
      const portion = isSameWork(draft) && all > 0 ? largest / all : 1;
      draft.sharedMinutes = draft.ownMinutes.mean * portion + overhead.mean / group.length;
    }
  }
}

/** What identifies the fix that a finding shares with others; findings without one stand alone. */
export function fixGroupKey({ finding, figures }: Pick<Draft, 'finding' | 'figures'>): string | undefined {
  if (finding.package !== undefined) return `package ${finding.file}\0${finding.package.name}`;
  const isFunction =
    figures.effort.isComplexity === true ||
    finding.weakness === 'long-function' ||
    finding.weakness === 'many-parameters';
  return isFunction ? `function ${finding.file}\0${finding.range.start.line}\0${finding.scope.join('\0')}` : undefined;
}

/** Percentiles of the work for a function above the limit of 15 points of complexity. */
export function complexityMinutes(complexity: number): Percentiles {
  const p10 = 5 + Math.max(0, complexity - 15);
  return { p10, p50: Math.max(Math.sqrt(p10 * 120), 1.5 * p10), p90: Math.max(300, 4 * p10) };
}

function effortMinutes({ drivers }: Finding, effort: Effort): Percentiles {
  if (effort.isComplexity === true) return complexityMinutes(drivers.complexity ?? 20);
  const points = effort.perPoint === undefined ? 0 : (drivers[effort.perPoint.driver] ?? 0);
  const times = effort.times === undefined ? 1 : Math.max(1, drivers[effort.times] ?? 1);
  const { minutes, perPoint } = effort;
  const total = (percentile: keyof Percentiles): number =>
    times * (minutes[percentile] + points * (perPoint?.minutes[percentile] ?? 0));
  return { p10: total('p10'), p50: total('p50'), p90: total('p90') };
}

function isSameWork({ finding, figures }: Draft): boolean {
  return finding.package !== undefined || figures.effort.isComplexity === true;
}

/** Most findings stand alone; they are handed on at once, without a group of their own. */
function groupsFixedTogether(drafts: readonly Draft[], onAlone: (draft: Draft) => void): Iterable<readonly Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = fixGroupKey(draft);
    if (key === undefined) {
      onAlone(draft);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return groups.values();
}
