import type { Exposure, Finding } from '../findings/finding.ts';
import type { Area, Criticality } from './areas.ts';
import type { Constant } from './constant.ts';
import type { CostContext } from './cost-context.ts';
import type { GeneralConstants } from './general-constants.ts';

/** What the cost model knows of one file, whatever its findings. */
export interface Place {
  readonly file: string;
  readonly area?: Area;
  readonly criticality: Criticality;
  /** Share of the repository's changes that touch the file, 0 to 1. */
  readonly changeShare: number;
  /** Hours a year that go into changing the file. */
  readonly hoursPerYear: number;
  /** Bugs mended in the file in a year. */
  readonly fixesPerYear: number;
  readonly hasSingleOwner: boolean;
  /** Share of lines that tests run; undefined where it was not measured. */
  readonly coverage: number | undefined;
  readonly codeLines: number | undefined;
  /** What one incident, and one slow-down, in this file costs, EUR. */
  readonly outageEur: number;
  readonly slowDownEur: number;
}

/** Makes the lookup of places for one run of the cost model; each file is worked out once. */
export function createPlaceLookup(context: CostContext): (file: string) => Place {
  const known = new Map<string, Place>();
  const hours = developmentHours(context);
  const share = changeShares(context);
  return (file) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const place = placeOf(file, context, share(file), hours);
    known.set(file, place);
    return place;
  };
}

/** The history, unless it is cut off before the window begins. */
export function usableHistory(context: CostContext): NonNullable<CostContext['history']> | undefined {
  return context.history?.isTruncated === false ? context.history : undefined;
}

/** Hours a year that go into changing this repository: payroll hours, or fewer where few people commit. */
export function developmentHours(context: CostContext): number {
  const { profile, constants } = context;
  const history = usableHistory(context);
  const people = history === undefined ? profile.teamSize : history.authorMonths / history.windowMonths;
  return constants.general.hoursPerYear.value * profile.shareOfTime * Math.min(profile.teamSize, people);
}

/** Cost of one incident in EUR: hours of work, and lost revenue while it lasts. `revenueShare` is 1 for an outage. */
export function incidentEur(context: CostContext, criticality: Criticality, revenueShare: number): number {
  const { profile, constants } = context;
  const { general } = constants;
  const hours = criticality === 'critical' ? general.criticalOutageHours.value : general.outageHours.value;
  const revenuePerHour = profile.revenueEur / profile.applications / general.hoursInYear.value;
  const lostPerHour = revenuePerHour * criticalityConstant(general, criticality).value * revenueShare;
  const helpPerHour = general.outagePeople.value * profile.hourlyRateEur;
  return general.incidentHours.value * profile.hourlyRateEur + hours * (lostPerHour + helpPerHour);
}

/**
 * Who can reach the code of a finding: nobody where it is a test or an example, else what the area says, else what
 * the detector proved; tooling counts as internal.
 */
export function exposureOf(finding: Finding, area: Area | undefined): Exposure {
  if (finding.role === 'test' || finding.role === 'example') return 'test';
  return area?.exposure ?? finding.drivers.exposure ?? (finding.role === 'tooling' ? 'internal' : 'unknown');
}

export function exposureConstant(general: GeneralConstants, exposure: Exposure): Constant {
  const table: Readonly<Record<Exposure, Constant>> = {
    public: general.exposurePublic,
    authenticated: general.exposureAuthenticated,
    unknown: general.exposureUnknown,
    internal: general.exposureInternal,
    test: general.exposureTest,
  };
  return table[exposure];
}

export function criticalityConstant(general: GeneralConstants, criticality: Criticality): Constant {
  const table: Readonly<Record<Criticality, Constant>> = {
    normal: general.criticalityNormal,
    important: general.criticalityImportant,
    critical: general.criticalityCritical,
  };
  return table[criticality];
}

function placeOf(file: string, context: CostContext, changeShare: number, hours: number): Place {
  const { general } = context.constants;
  const area = context.areaOf(file);
  const criticality = area?.criticality ?? 'normal';
  const history = usableHistory(context);
  const changes = history?.files.get(file);
  return {
    file,
    ...(area === undefined ? {} : { area }),
    criticality,
    changeShare,
    hoursPerYear: hours * changeShare,
    fixesPerYear: ((changes?.fixCommits ?? 0) * 12) / (history?.windowMonths ?? 12),
    hasSingleOwner: history !== undefined && hasSingleOwner(changes?.changesByAuthor, history.activeAuthors, general),
    coverage: context.coverage?.get(file),
    codeLines: context.codeLines.get(file),
    outageEur: incidentEur(context, criticality, 1),
    slowDownEur: incidentEur(context, criticality, general.slowDownRevenueShare.value),
  };
}

function changeShares(context: CostContext): (file: string) => number {
  const history = usableHistory(context);
  if (history !== undefined) {
    const touches = Math.max(1, history.touches);
    return (file) => Math.min(1, (history.files.get(file)?.commits ?? 0) / touches);
  }
  let lines = 0;
  for (const count of context.codeLines.values()) lines += count;
  return (file) => (context.codeLines.get(file) ?? 0) / Math.max(1, lines);
}

function hasSingleOwner(
  changesByAuthor: ReadonlyMap<string, number> | undefined,
  activeAuthors: number,
  general: GeneralConstants,
): boolean {
  if (changesByAuthor === undefined || activeAuthors < general.singleOwnerAuthors.value) return false;
  let all = 0;
  let most = 0;
  for (const changes of changesByAuthor.values()) {
    all += changes;
    most = Math.max(most, changes);
  }
  return all > 0 && most / all >= general.singleOwnerShare.value;
}
