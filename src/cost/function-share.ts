import type { Finding } from '../findings/finding.ts';
import type { CostContext } from './cost-context.ts';
import { usableHistory } from './place.ts';

/** Which part of a file's changes touched one of its functions. */
export interface FunctionShare {
  /** Commits of the window that changed lines of the function, and all whose lines in the file are known. */
  readonly commits: number;
  readonly of: number;
}

/**
 * Share of the file's changes that fall in the function of a finding; undefined where too few commits tell, or where
 * the finding names no function.
 */
export function functionShareOf({ file, drivers }: Finding, context: CostContext): FunctionShare | undefined {
  const { functionLines } = drivers;
  const commits = usableHistory(context)?.files.get(file)?.changedLines;
  if (functionLines === undefined || commits === undefined) return undefined;
  if (commits.length < context.constants.general.functionShareCommits.value) return undefined;
  const touching = commits.filter((runs) => touches(runs, functionLines.first, functionLines.last)).length;
  return { commits: touching, of: commits.length };
}

/** `runs` are ascending pairs of a first and a last line. */
function touches(runs: readonly number[], first: number, last: number): boolean {
  for (let index = 0; index < runs.length; index += 2) {
    if ((runs[index] ?? 0) <= last && (runs[index + 1] ?? 0) >= first) return true;
  }
  return false;
}
