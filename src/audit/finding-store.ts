import { comparePositions, type FileRange } from '../base/text-range.ts';
import type { Finding } from '../findings/finding.ts';
import { tiers, type Tier } from './cache/tier.ts';
import type { RuleOverrun } from './rule-budget.ts';
import type { RuleCrash } from './rule-report.ts';

/** Findings and crashes of one kind of rules over one file, or of the workspace as a whole. */
export interface Slice {
  readonly findings: readonly Finding[];
  readonly crashes: readonly RuleCrash[];
  /** Places in the file where data flow was followed only in part. */
  readonly stoppedEarly?: readonly FileRange[];
  /** Regular expressions in the file whose time to match could not be told. */
  readonly untimedPatterns?: number;
  /** Rules that took too long over the file. */
  readonly overruns?: readonly RuleOverrun[];
}

/** A slice under the key of everything that it depends on. */
export interface KeyedSlice {
  readonly key: string;
  readonly slice: Slice;
}

/** What the analysis of each file and of the workspace gave; slices of older texts wait for those to come back. */
export interface FindingStore {
  /** Takes the slice of this key, from now or before; false when there is none and the rules must run. */
  recall(file: string, tier: Tier, key: string): boolean;
  set(file: string, tier: Tier, keyed: KeyedSlice): void;
  present(file: string, tier: Tier): Slice | undefined;
  /** Forgets the findings of a tier, or of all, in a file. */
  drop(file: string, tier?: Tier): void;
  setWhole(slice: Slice): void;
  files(): Iterable<string>;
  findings(): Finding[];
  /** Crashes, each rule named once. */
  crashes(): RuleCrash[];
  stoppedEarly(): FileRange[];
  untimedPatterns(): number;
  overruns(): RuleOverrun[];
  /** Every slice of the present texts. */
  shown(): readonly (readonly [file: string, tier: Tier, keyed: KeyedSlice])[];
  /** Every slice that a later run may take over, present ones first. */
  kept(): readonly (readonly [file: string, tier: Tier, keyed: KeyedSlice])[];
}

/** Slices of older texts that are kept of each file and tier: enough to switch a branch and come back. */
const mostOlder = 2;

interface Shelf {
  present: KeyedSlice | undefined;
  older: readonly KeyedSlice[];
}

/** Makes a store that shows nothing yet but may recall what an earlier run kept. */
export function createFindingStore(earlier: ReturnType<FindingStore['kept']> = []): FindingStore {
  const byFile = new Map<string, Map<Tier, Shelf>>();
  let whole: Slice = { findings: [], crashes: [] };
  const shelfOf = (file: string, tier: Tier): Shelf => {
    const shelves = byFile.get(file) ?? new Map<Tier, Shelf>();
    byFile.set(file, shelves);
    const shelf = shelves.get(tier) ?? { present: undefined, older: [] };
    shelves.set(tier, shelf);
    return shelf;
  };
  for (const [file, tier, keyed] of earlier) {
    const shelf = shelfOf(file, tier);
    shelf.older = [...shelf.older, keyed];
  }
  const slices = (): Slice[] => [
    ...[...byFile]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, shelves]) => tiers.flatMap((tier) => shelves.get(tier)?.present?.slice ?? [])),
    whole,
  ];
  return {
    recall: (file, tier, key) => {
      const shelf = shelfOf(file, tier);
      const found = [shelf.present, ...shelf.older].find((keyed) => keyed?.key === key);
      if (found && found !== shelf.present) show(shelf, found);
      return found !== undefined;
    },
    set: (file, tier, keyed) => show(shelfOf(file, tier), keyed),
    present: (file, tier) => byFile.get(file)?.get(tier)?.present?.slice,
    drop: (file, tier) => {
      for (const [name, shelf] of byFile.get(file) ?? [])
        if (tier === undefined || tier === name) show(shelf, undefined);
    },
    setWhole: (slice) => void (whole = slice),
    files: () => byFile.keys(),
    findings: () => inOrder(slices().flatMap((slice) => slice.findings)),
    crashes: () => oncePerRule(slices().flatMap((slice) => slice.crashes)),
    stoppedEarly: () => slices().flatMap((slice) => slice.stoppedEarly ?? []),
    untimedPatterns: () => slices().reduce((sum, slice) => sum + (slice.untimedPatterns ?? 0), 0),
    overruns: () => slices().flatMap((slice) => slice.overruns ?? []),
    shown: () => shown(byFile),
    kept: () => kept(byFile),
  };
}

type Listing = readonly (readonly [file: string, tier: Tier, keyed: KeyedSlice])[];
type Shelves = ReadonlyMap<string, ReadonlyMap<Tier, Shelf>>;

function shown(byFile: Shelves): Listing {
  return [...byFile].flatMap(([file, shelves]) =>
    [...shelves].flatMap(([tier, { present }]) => (present ? [[file, tier, present] as const] : [])),
  );
}

/** A rule that crashed or took too long is tried again by the next run. */
function kept(byFile: Shelves): Listing {
  return [...byFile].flatMap(([file, shelves]) =>
    [...shelves].flatMap(([tier, { present, older }]) =>
      [...(present ? [present] : []), ...older]
        .filter(({ slice }) => slice.crashes.length === 0 && slice.overruns === undefined)
        .map((keyed) => [file, tier, keyed] as const),
    ),
  );
}

function show(shelf: Shelf, keyed: KeyedSlice | undefined): void {
  const before = shelf.present && shelf.present.key !== keyed?.key ? [shelf.present] : [];
  shelf.older = [...before, ...shelf.older.filter(({ key }) => key !== keyed?.key)].slice(0, mostOlder);
  shelf.present = keyed;
}

/** By place, as one walk of all rules would give them; the sort keeps what one rule says of one place in its order. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || comparePositions(a.range.start, b.range.start) || compare(a.rule, b.rule),
  );
}

function oncePerRule(crashes: readonly RuleCrash[]): RuleCrash[] {
  const seen = new Set<string>();
  return crashes.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}
