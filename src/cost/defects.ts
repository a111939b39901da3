import type { CostContext } from './cost-context.ts';
import type { FileWeights, Weight } from './drag.ts';
import type { Draft } from './draft.ts';
import type { GeneralConstants } from './general-constants.ts';
import type { Place } from './place.ts';
import { settlePool, type Hazard, type HazardPool } from './saturation.ts';
import { incidentFactor } from './team-records.ts';

/** Shares the cost of bugs: those that bad structure brings to a file, and those that a finding causes directly. */
export function priceDefects(
  drafts: readonly Draft[],
  weights: FileWeights,
  placeOf: (file: string) => Place,
  context: CostContext,
): void {
  priceStructuralDefects(drafts, weights, placeOf, context);
  priceDirectDefects(drafts, context);
}

/** Incidents a year that the finding causes on its own; undefined where its class causes none. */
export function incidentsPerYear({ figures, place }: Draft): number | undefined {
  if (figures.incidents === undefined) return undefined;
  const { perYear, perYearCritical } = figures.incidents;
  return place.criticality === 'critical' ? perYearCritical.value : perYear.value;
}

function priceDirectDefects(drafts: readonly Draft[], context: CostContext): void {
  const pool = directDefectPool(drafts, context);
  const { sharesEur, marginsEur } = settlePool(pool.hazards, pool.rule);
  pool.drafts.forEach((draft, index) => {
    draft.defectsEur += sharesEur[index] ?? 0;
    draft.defectsMarginEur += marginsEur[index] ?? 0;
  });
}

/** The incidents that findings cause on their own, of one application. */
export function directDefectPool(drafts: readonly Draft[], { constants, calibration }: CostContext): HazardPool {
  const direct: Draft[] = [];
  const hazards: Hazard[] = [];
  for (const draft of drafts) {
    const hazard = incidentsPerYear(draft);
    if (hazard === undefined) continue;
    direct.push(draft);
    const lossEur = draft.figures.incidents?.kind === 'slow-down' ? draft.place.slowDownEur : draft.place.outageEur;
    hazards.push({ hazard, lossEur });
  }
  const foreseen = hazards.reduce((sum, { hazard }) => sum + hazard, 0);
  const factor = incidentFactor(foreseen, calibration, constants.general);
  return {
    drafts: direct,
    hazards: hazards.map(({ hazard, lossEur }) => ({ hazard: hazard * factor, lossEur })),
    rule: { decay: 0, capacity: constants.general.incidentsPerYearCap.value },
  };
}

function priceStructuralDefects(
  drafts: readonly Draft[],
  weights: FileWeights,
  placeOf: (file: string) => Place,
  context: CostContext,
): void {
  const untested = groupByFile(drafts, ({ figures }) => figures.isMissingTest === true);
  const untyped = groupByFile(drafts, ({ figures }) => figures.isTypeHole === true);
  for (const file of new Set([...weights.keys(), ...untested.keys()])) {
    priceStructure(placeOf(file), weights.get(file) ?? [], untested.get(file) ?? [], context);
  }
  for (const [file, holes] of untyped) priceTypeHoles(placeOf(file), holes, context);
}

/** Excess fixes B (1 − 1/RR) κ, each costing a small part of an incident; RR falls into the file's two causes. */
function priceStructure(
  place: Place,
  members: readonly Weight[],
  untested: readonly Draft[],
  { constants: { general } }: CostContext,
): void {
  if (place.fixesPerYear <= 0) return;
  const total = members.reduce((sum, { defects }) => sum + defects, 0);
  const isUntested = untested.length > 0;
  const structure = riskRatio(total, general);
  const testing = testingRatio(place, isUntested, general);
  const fileEur = structuralDefectsEur(place, total, isUntested, general);
  const structureEur = structure > 1 ? (fileEur * Math.log(structure)) / Math.log(structure * testing) : 0;
  for (const { draft, defects } of members) {
    if (total <= 0) break;
    draft.defectsEur += (structureEur * defects) / total;
    draft.defectsMarginEur += Math.max(0, fileEur - structuralDefectsEur(place, total - defects, isUntested, general));
  }
  for (const draft of untested) {
    draft.defectsEur += (fileEur - structureEur) / untested.length;
    draft.defectsMarginEur += untested.length === 1 ? fileEur - structuralDefectsEur(place, total, false, general) : 0;
  }
}

/** Bugs that a type checker would find in the untyped part of the file. */
function priceTypeHoles(place: Place, holes: readonly Draft[], { constants: { general } }: CostContext): void {
  const fileEur = typeHolesEur(place, holes.length, general);
  for (const draft of holes) {
    draft.defectsEur += fileEur / holes.length;
    draft.defectsMarginEur += fileEur - typeHolesEur(place, holes.length - 1, general);
  }
}

/** Yearly cost of the bugs that structure of this weight, and missing tests, bring to a file, EUR. */
export function structuralDefectsEur(
  place: Place,
  weight: number,
  isUntested: boolean,
  general: GeneralConstants,
): number {
  const ratio = riskRatio(weight, general) * testingRatio(place, isUntested, general);
  return place.fixesPerYear * (1 - 1 / ratio) * general.causality.value * eurPerFix(place, general);
}

/** Yearly cost of the bugs that so many type holes let through in a file, EUR. */
export function typeHolesEur(place: Place, holes: number, general: GeneralConstants): number {
  const lines = Math.max(1, place.codeLines ?? 300);
  const untypedShare = Math.min(1, (holes * general.untypedLinesPerHole.value) / lines);
  return place.fixesPerYear * general.untypedDefectShare.value * eurPerFix(place, general) * untypedShare;
}

function testingRatio({ coverage = 0 }: Place, isUntested: boolean, general: GeneralConstants): number {
  return isUntested ? 1 + general.untestedRiskRatio.value * (1 - coverage) : 1;
}

function riskRatio(weight: number, general: GeneralConstants): number {
  return 1 - general.defectRiskRatio.value * Math.expm1(-Math.max(0, weight));
}

function eurPerFix(place: Place, general: GeneralConstants): number {
  return place.outageEur * general.fixShareOfIncident.value;
}

function groupByFile(drafts: readonly Draft[], counts: (draft: Draft) => boolean): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!counts(draft)) continue;
    const list = groups.get(draft.finding.file);
    if (list === undefined) groups.set(draft.finding.file, [draft]);
    else list.push(draft);
  }
  return groups;
}
