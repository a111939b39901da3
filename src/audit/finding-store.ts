import type { Finding } from '../findings/finding.ts';
import type { RuleCrash } from './rule-report.ts';

/** Findings and crashes of one file, or of the workspace as a whole. */
export interface Slice {
  readonly findings: readonly Finding[];
  readonly crashes: readonly RuleCrash[];
}

/** What the last analysis of each file and of the whole workspace gave; a new slice takes the place of the old. */
export interface FindingStore {
  setFile(file: string, slice: Slice): void;
  deleteFile(file: string): void;
  setWhole(slice: Slice): void;
  findings(): Finding[];
  /** Crashes, each rule named once. */
  crashes(): RuleCrash[];
}

/** Makes an empty store. */
export function createFindingStore(): FindingStore {
  const byFile = new Map<string, Slice>();
  let whole: Slice = { findings: [], crashes: [] };
  const slices = (): Slice[] => [...[...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice), whole];
  return {
    setFile: (file, slice) => void byFile.set(file, slice),
    deleteFile: (file) => void byFile.delete(file),
    setWhole: (slice) => void (whole = slice),
    findings: () => slices().flatMap((slice) => slice.findings),
    crashes: () => oncePerRule(slices().flatMap((slice) => slice.crashes)),
  };
}

function oncePerRule(crashes: readonly RuleCrash[]): RuleCrash[] {
  const seen = new Set<string>();
  return crashes.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}
