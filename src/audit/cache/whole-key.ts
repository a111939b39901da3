import type { Workspace } from '../../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from '../active-rules.ts';
import { digest, type FileKeys } from './file-keys.ts';

/** Key of all that rules for the whole workspace can read: every file, and every other fact of the workspace. */
export function wholeKey(
  workspace: Workspace,
  rules: readonly ActiveRule[],
  keys: ReadonlyMap<string, FileKeys>,
  gates: readonly string[],
): string {
  const active = rulesThatNeed(rules, 'workspace').map(({ rule, options }) => `${rule.id} ${JSON.stringify(options)}`);
  const files = [...workspace.files.values()].map(
    ({ path, hash }) => `${path} ${hash} ${JSON.stringify(keys.get(path) ?? {})}`,
  );
  const facts = Object.entries(workspace).filter(
    ([name]) => !['files', 'projects', 'environmentVersion'].includes(name),
  );
  const texts = [...workspace.supportingTexts()].map(([file, text]) => `${file} ${digest([text])}`);
  return digest([...gates, ...active.sort(), ...files, ...texts, JSON.stringify(facts, plain)]);
}

function plain(_name: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
  return value instanceof Set ? [...(value as ReadonlySet<unknown>)] : value;
}
