import type { Finding } from '../findings/finding.ts';
import type { Decision } from './decisions-schema.ts';

/** Which decisions apply to which findings. */
export interface MatchedDecisions {
  of(finding: Finding): readonly Decision[];
  /** Decisions about single findings that are no longer there. */
  readonly unmatched: readonly Decision[];
}

/**
 * Matches decisions first by fingerprint and file, then along git renames (old path to new path), then by the
 * fingerprint alone where only one finding has it. A decision without a fingerprint applies to its whole rule.
 */
export function matchDecisions(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  renames: ReadonlyMap<string, string> = new Map(),
): MatchedDecisions {
  const byFingerprint = groupBy(findings, ({ fingerprint }) => fingerprint);
  const byFinding = new Map<Finding, Decision[]>();
  const byRule = new Map<string, Decision[]>();
  const unmatched: Decision[] = [];
  for (const decision of decisions) {
    if (decision.fingerprint === undefined) {
      append(byRule, decision.rule, decision);
      continue;
    }
    const finding = findMatch(byFingerprint.get(decision.fingerprint) ?? [], decision.file, renames);
    if (finding === undefined) unmatched.push(decision);
    else append(byFinding, finding, decision);
  }
  return {
    of: (finding) => [...(byFinding.get(finding) ?? []), ...(byRule.get(finding.rule) ?? [])],
    unmatched,
  };
}

function findMatch(
  candidates: readonly Finding[],
  file: string | undefined,
  renames: ReadonlyMap<string, string>,
): Finding | undefined {
  const path = followRenames(file, renames, (name) => candidates.some((candidate) => candidate.file === name));
  const exact = candidates.find((candidate) => candidate.file === path);
  return exact ?? (candidates.length === 1 ? candidates[0] : undefined);
}

function followRenames(
  file: string | undefined,
  renames: ReadonlyMap<string, string>,
  isFound: (file: string) => boolean,
): string | undefined {
  const visited = new Set<string>();
  let current = file;
  while (current !== undefined && !isFound(current) && !visited.has(current)) {
    visited.add(current);
    current = renames.get(current);
  }
  return current;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
