import { comparePositions, type TextRange } from '../../base/text-range.ts';
import type { Finding } from '../../findings/finding.ts';
import { isShownByOthers } from '../foreign/editor-findings.ts';
import { isOurs, saySame } from './equivalent-rules.ts';

/**
 * Makes one finding of those that say the same about the same place: our own rule stays, else the hosted one, else the
 * workspace's ESLint, else what the editor was told; the others are named in `alsoReportedBy`. Findings of two rules
 * written here are never merged. The order of those that stay is kept.
 */
export function mergeDuplicates(findings: readonly Finding[]): Finding[] {
  const byFile = groupByFile(findings);
  const merged = new Map<Finding, Finding | undefined>();
  for (const group of byFile.values()) if (group.some((finding) => rankOf(finding) > 0)) mergeFile(group, merged);
  return findings.flatMap((finding) => (merged.has(finding) ? (merged.get(finding) ?? []) : finding));
}

/** A finding that stays, with those that say the same. */
interface Kept {
  readonly finding: Finding;
  readonly rank: number;
  readonly others: Finding[];
}

/** A place over more lines than these, such as a whole function, is the same as another only where both begin. */
const mostLines = 6;

function mergeFile(findings: readonly Finding[], merged: Map<Finding, Finding | undefined>): void {
  const byLine = new Map<number, Kept[]>();
  const touched: Kept[] = [];
  for (const finding of [...findings].sort((a, b) => rankOf(a) - rankOf(b))) {
    const rank = rankOf(finding);
    const lines = linesOf(finding.range);
    const same =
      rank === 0
        ? undefined
        : lines.flatMap((line) => byLine.get(line) ?? []).find((kept) => isSame(kept, finding, rank));
    if (same) {
      if (same.others.length === 0) touched.push(same);
      same.others.push(finding);
      merged.set(finding, undefined);
      continue;
    }
    const kept: Kept = { finding, rank, others: [] };
    for (const line of lines) byLine.set(line, [...(byLine.get(line) ?? []), kept]);
  }
  for (const { finding, others } of touched) merged.set(finding, withOthers(finding, others));
}

function withOthers(finding: Finding, others: readonly Finding[]): Finding {
  const names = new Set(others.map(({ rule }) => rule).filter((rule) => rule !== finding.rule));
  const suppression = finding.suppression ?? others.find((other) => other.suppression)?.suppression;
  return {
    ...finding,
    ...(names.size > 0 && { alsoReportedBy: [...names].sort() }),
    ...(suppression && { suppression }),
  };
}

/** Own rules, hosted ones, the workspace's ESLint, the editor's other sources. */
function rankOf({ rule, origin }: Finding): number {
  if (!isOurs(rule)) return origin !== undefined && isShownByOthers({ origin }) ? 3 : 2;
  return /^(?:typescript-eslint|regexp)\//.test(rule) ? 1 : 0;
}

function isSame({ finding, rank }: Kept, other: Finding, otherRank: number): boolean {
  const { range } = finding;
  const same = saySame(finding.rule, other.rule);
  const isSameStart = range.start.line === other.range.start.line;
  if (same !== undefined) {
    // A rule that speaks twice means two places, unless they are exactly one.
    if (same && rank === otherRank && finding.rule === other.rule) return isEqual(range, other.range);
    return same && (isSameStart || touch(range, other.range));
  }
  return finding.weakness === other.weakness && isSameStart && touch(range, other.range);
}

function touch(a: TextRange, b: TextRange): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function isEqual(a: TextRange, b: TextRange): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}

function linesOf({ start, end }: TextRange): number[] {
  const count = Math.min(end.line - start.line + 1, mostLines);
  return Array.from({ length: count }, (_, index) => start.line + index);
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}
