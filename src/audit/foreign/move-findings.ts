import { createLineIndex } from '../../base/text-range.ts';
import type { Finding } from '../../findings/finding.ts';

/**
 * Findings at their places in an edited text: those above the edit stay, those below move with it, those that it
 * touches are gone until their program looks again.
 */
export function moveFindings(findings: readonly Finding[], before: string, after: string): Finding[] {
  if (before === after) return [...findings];
  const first = sharedStart(before, after);
  const shared = sharedEnd(before, after, first);
  const [old, now] = [createLineIndex(before), createLineIndex(after)];
  const lastOld = before.length - shared;
  const shift = after.length - before.length;
  return findings.flatMap((finding) => {
    const start = old.offsetAt(finding.range.start);
    const end = old.offsetAt(finding.range.end);
    if (end < first) return finding;
    if (start < lastOld) return [];
    return { ...finding, range: { start: now.positionAt(start + shift), end: now.positionAt(end + shift) } };
  });
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}

function sharedEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}
