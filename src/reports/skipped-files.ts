import type { Coverage } from '../triage/assessment.ts';

/** Skipped files by the reason they were left out, reasons in alphabetical order. */
export function skippedByReason(skipped: Coverage['skipped']): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const reason of [...new Set(skipped.map((entry) => entry.reason))].sort()) groups.set(reason, []);
  for (const { file, reason } of skipped) groups.get(reason)?.push(file);
  return groups;
}
