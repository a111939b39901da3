import type { CostContext } from './cost-context.ts';
import { structuralDefectsEur, typeHolesEur } from './defects.ts';
import type { Draft } from './draft.ts';
import { fileDragEur, rawWeights, settleFile, type RawWeight } from './drag.ts';
import { createPlaceLookup, type Place } from './place.ts';

/** What findings of a file save together while others are mended one after the other. */
export interface FileLedger {
  /** Yearly drag and structural defects that go with these findings, EUR. */
  savingOf(members: readonly Draft[]): number;
  /** Takes findings out, and gives what stays in their files. */
  mend(members: readonly Draft[]): Iterable<Draft>;
}

/** Keeps what the findings of each file weigh together. */
export function createFileLedger(drafts: readonly Draft[], context: CostContext): FileLedger {
  const filesOf = filesByDraft(drafts, context);
  const filesTouched = (members: readonly Draft[]): Iterable<FileState> => {
    const [first, second] = members;
    if (first !== undefined && second === undefined) return filesOf.get(first) ?? [];
    const touched = new Set<FileState>();
    for (const draft of members) for (const file of filesOf.get(draft) ?? []) touched.add(file);
    return touched;
  };
  return {
    savingOf: (members) => {
      let savedEur = 0;
      for (const file of filesTouched(members)) savedEur += fileCostEur(file, context) - costWithout(file, members);
      return savedEur;
    },
    mend: (members) => {
      const neighbours = new Set<Draft>();
      for (const file of filesTouched(members)) {
        takeOut(file, new Set(members), context);
        for (const draft of staying(file)) neighbours.add(draft);
      }
      return neighbours;
    },
  };

  function costWithout(file: FileState, members: readonly Draft[]): number {
    const rest = { ...file };
    for (const draft of members) {
      const weight = file.weights.get(draft);
      rest.drag -= weight?.drag ?? 0;
      rest.defects -= weight?.defects ?? 0;
      if (file.untested.has(draft)) rest.untestedCount -= 1;
      if (file.holes.has(draft)) rest.holeCount -= 1;
    }
    return fileCostEur(rest, context);
  }
}

interface FileWeight {
  readonly drag: number;
  readonly defects: number;
}

interface FileState {
  readonly place: Place;
  raw: readonly RawWeight[];
  weights: ReadonlyMap<Draft, FileWeight>;
  drag: number;
  defects: number;
  readonly untested: Set<Draft>;
  untestedCount: number;
  readonly holes: Set<Draft>;
  holeCount: number;
}

function fileCostEur({ place, drag, defects, untestedCount, holeCount }: FileState, context: CostContext): number {
  const { general } = context.constants;
  return (
    fileDragEur(place, drag, context) +
    structuralDefectsEur(place, defects, untestedCount > 0, general) +
    typeHolesEur(place, holeCount, general)
  );
}

function filesByDraft(drafts: readonly Draft[], context: CostContext): ReadonlyMap<Draft, readonly FileState[]> {
  const placeOf = createPlaceLookup(context);
  const files = new Map<string, FileState>();
  const filesOf = new Map<Draft, FileState[]>();
  const stateOf = (name: string): FileState => {
    const state = files.get(name) ?? emptyFile(placeOf(name));
    files.set(name, state);
    return state;
  };
  const enter = (draft: Draft, state: FileState): void => {
    const states = filesOf.get(draft) ?? [];
    filesOf.set(draft, states);
    if (!states.includes(state)) states.push(state);
  };
  for (const [name, members] of rawWeights(drafts, context)) {
    const state = stateOf(name);
    settle(state, members, context);
    for (const { draft } of members) enter(draft, state);
  }
  for (const draft of drafts) {
    const { isMissingTest, isTypeHole } = draft.figures;
    if (isMissingTest !== true && isTypeHole !== true) continue;
    const state = stateOf(draft.finding.file);
    enter(draft, state);
    if (isMissingTest === true) state.untestedCount = state.untested.add(draft).size;
    if (isTypeHole === true) state.holeCount = state.holes.add(draft).size;
  }
  return filesOf;
}

function emptyFile(place: Place): FileState {
  const nothing = { raw: [], weights: new Map<Draft, FileWeight>(), drag: 0, defects: 0 };
  return { place, ...nothing, untested: new Set(), untestedCount: 0, holes: new Set(), holeCount: 0 };
}

function settle(state: FileState, raw: readonly RawWeight[], context: CostContext): void {
  const weights = settleFile(raw, context.constants.general);
  state.raw = raw;
  state.weights = new Map(weights.map((weight) => [weight.draft, weight]));
  state.drag = weights.reduce((sum, { drag }) => sum + drag, 0);
  state.defects = weights.reduce((sum, { defects }) => sum + defects, 0);
}

function takeOut(state: FileState, gone: ReadonlySet<Draft>, context: CostContext): void {
  const staysIn = ({ draft }: RawWeight): boolean => !gone.has(draft);
  settle(state, state.raw.filter(staysIn), context);
  for (const draft of gone) {
    state.untested.delete(draft);
    state.holes.delete(draft);
  }
  state.untestedCount = state.untested.size;
  state.holeCount = state.holes.size;
}

function staying({ raw, untested, holes }: FileState): Iterable<Draft> {
  return [...raw.map(({ draft }) => draft), ...untested, ...holes];
}
