import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import { functionShareOf } from './function-share.ts';
import type { GeneralConstants } from './general-constants.ts';
import type { Place } from './place.ts';
import type { Drag } from './weakness-figures.ts';

/** Weight of one finding in one file. */
export interface Weight {
  readonly draft: Draft;
  readonly drag: number;
  /** Weight in the file's defects; 0 for weaknesses that bring none. */
  readonly defects: number;
}

/** The weights of every file that some finding slows, by path. */
export type FileWeights = ReadonlyMap<string, readonly Weight[]>;

/** The same before the findings of a file are settled with each other. */
export interface RawWeight {
  readonly draft: Draft;
  readonly figures: Drag;
  readonly value: number;
}

/** Works out what each finding weighs in each file. */
export function weighFiles(drafts: readonly Draft[], context: CostContext): FileWeights {
  const weights = new Map<string, readonly Weight[]>();
  for (const [file, members] of rawWeights(drafts, context)) {
    weights.set(file, settleFile(members, context.constants.general));
  }
  return weights;
}

/** What each finding brings to each file by itself: a member of an import cycle weighs in all of its files. */
export function rawWeights(drafts: readonly Draft[], context: CostContext): ReadonlyMap<string, RawWeight[]> {
  const raw = new Map<string, RawWeight[]>();
  for (const draft of drafts) {
    const figures = draft.figures.drag;
    if (figures === undefined) continue;
    const value = rawWeight(draft, figures);
    if (figures.by === 'complexity') draft.functionShare = functionShareOf(draft.finding, context);
    const shared = figures.by === 'cycle' ? draft.finding.drivers.sharedFiles : undefined;
    if (shared === undefined || shared.length === 0) append(raw, draft.finding.file, { draft, figures, value });
    else for (const file of new Set(shared)) append(raw, file, { draft, figures, value });
  }
  return raw;
}

/** Shares the yearly drag of each file among its findings, in proportion to their weights. */
export function priceDrag(weights: FileWeights, placeOf: (file: string) => Place, context: CostContext): void {
  for (const [file, members] of weights) {
    const total = members.reduce((sum, { drag }) => sum + drag, 0);
    if (total <= 0) continue;
    const place = placeOf(file);
    const fileEur = fileDragEur(place, total, context);
    for (const { draft, drag } of members) {
      draft.dragEur += (fileEur * drag) / total;
      draft.dragMarginEur += Math.max(0, fileEur - fileDragEur(place, total - drag, context));
      if (file === draft.finding.file) draft.drag = { weight: drag, fileWeight: total, fileEur };
    }
  }
}

/** How much longer changes to a file take: M = 1 + A (1 − e^(−S)). */
export function slowdownOf(weight: number, general: GeneralConstants): number {
  return 1 - general.dragCeiling.value * Math.expm1(-Math.max(0, weight));
}

/** Yearly drag of a file whose findings weigh this much together, EUR. */
export function fileDragEur(place: Place, weight: number, { profile, constants }: CostContext): number {
  const { general } = constants;
  const fullEur = place.hoursPerYear * profile.hourlyRateEur * general.causality.value;
  const bound = 1 - 1 / (1 + general.dragCeiling.value);
  const owner = place.hasSingleOwner ? general.singleOwnerFactor.value : 1;
  return fullEur * Math.min(bound, owner * (1 - 1 / slowdownOf(weight, general)));
}

function rawWeight({ finding: { drivers } }: Draft, { by, weight }: Drag): number {
  switch (by) {
    case 'complexity':
      return weight.value * Math.max(0, (drivers.complexity ?? 20) - 15);
    case 'lines-above-1000':
      return weight.value * Math.min(1, Math.max(0, (drivers.lines ?? 1000) - 1000) / 1000);
    case '100-lines':
      return (weight.value * (drivers.lines ?? 100)) / 100;
    case 'cycle':
      return weight.value * Math.min(1, 4 / Math.max(1, drivers.sharedFiles?.length ?? 2));
    case 'finding':
      return weight.value;
  }
}

/** Weights of one file's findings beside each other: minor ones share a cap, functions the file's changes. */
export function settleFile(members: readonly RawWeight[], general: GeneralConstants): Weight[] {
  const complex = members.filter(({ figures }) => figures.by === 'complexity');
  const minor = members.filter(({ figures }) => figures.isMinor);
  const others = members.filter(({ figures }) => figures.by !== 'complexity' && !figures.isMinor);
  const cap = general.minorWeightCap.value;
  const dragScale = capScale(minor, cap, () => true);
  const defectScale = capScale(minor, cap, ({ bringsDefects }) => bringsDefects);
  return [
    ...settleComplexity(complex),
    ...minor.map((weight) => weightOf(weight, dragScale, defectScale)),
    ...others.map((weight) => weightOf(weight, 1, 1)),
  ];
}

function weightOf({ draft, figures, value }: RawWeight, dragScale: number, defectScale: number): Weight {
  return { draft, drag: value * dragScale, defects: figures.bringsDefects ? value * defectScale : 0 };
}

function capScale(members: readonly RawWeight[], cap: number, counts: (figures: Drag) => boolean): number {
  let total = 0;
  for (const { figures, value } of members) if (counts(figures)) total += value;
  return total > cap ? cap / total : 1;
}

/** The findings about one function: together they weigh as much as the worst of them. */
interface WeighedFunction {
  readonly group: readonly RawWeight[];
  readonly value: number;
  readonly sum: number;
  /** Part of the file's changes that fall in it, where the history tells. */
  readonly share: number | undefined;
}

/** Complex functions weigh by their share of the file's changes. Of two measures of one function the larger counts. */
function settleComplexity(members: readonly RawWeight[]): Weight[] {
  if (members.length === 0) return [];
  const functions = [...groupByFunction(members).values()].map(weighFunction);
  const unknown = functions.filter(({ share }) => share === undefined);
  const scale = scaleOfUnknown(unknown);
  return functions.flatMap(({ group, value, sum, share = scale }) =>
    group.map((member) => {
      const factor = sum > 0 ? (share * value) / sum : 0;
      return weightOf(member, factor, factor);
    }),
  );
}

function weighFunction(group: readonly RawWeight[]): WeighedFunction {
  const shares = group.flatMap(({ draft: { functionShare } }) =>
    functionShare === undefined ? [] : [functionShare.commits / functionShare.of],
  );
  return {
    group,
    value: Math.max(...group.map(({ value }) => value)),
    sum: group.reduce((sum, { value }) => sum + value, 0),
    share: shares.length === 0 ? undefined : Math.max(...shares),
  };
}

/**
 * Where the shares are unknown, n functions get 1/(n + 1) each. A simple function beside a complex one would then
 * make the file better, so the worst n count, for the n that weighs most.
 */
function scaleOfUnknown(unknown: readonly WeighedFunction[]): number {
  const functions = [...unknown].sort((a, b) => b.value - a.value);
  let sum = 0;
  let heaviest = 0;
  functions.forEach(({ value }, index) => {
    sum += value;
    heaviest = Math.max(heaviest, sum / (index + 2));
  });
  return sum > 0 ? heaviest / sum : 0;
}

function groupByFunction(members: readonly RawWeight[]): Map<string, RawWeight[]> {
  const groups = new Map<string, RawWeight[]>();
  for (const member of members) {
    const { range, scope } = member.draft.finding;
    append(groups, `${range.start.line} ${scope.join('\0')}`, member);
  }
  return groups;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
