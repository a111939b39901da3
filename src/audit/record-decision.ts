import path from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { decisionsFileName, formatDecisions, parseDecisions } from '../triage/decisions-file.ts';
import { decisionSchema, type Decision } from '../triage/decisions-schema.ts';
import { withDecision } from '../triage/with-decision.ts';
import { UserError } from '../base/user-error.ts';
import { confineFileSystem, realPathOf } from '../workspace/confined-file-system.ts';
import { writeWorkspaceFile } from '../workspace/write-workspace-file.ts';

/** What a person decides about a finding. */
export interface Ruling {
  readonly action: Decision['action'];
  /** ISO day until which an acceptance or a plan holds. */
  readonly until?: string;
  readonly reason?: string;
  readonly owner?: string;
  /** The class, for `overrule`. */
  readonly class?: string;
  /** `rule` gives every finding of the rule the class; only `overrule` may. */
  readonly scope?: 'finding' | 'rule';
}

/** Makes the decision about a finding that a ruling stands for; a `UserError` when a part is missing or wrong. */
export function decisionAbout({ rule, fingerprint, file }: Finding, ruling: Ruling, today: string): Decision {
  const { scope, ...facts } = ruling;
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
  const subject = scope === 'rule' ? { rule } : { rule, fingerprint, file };
  const result = decisionSchema.safeParse({ ...subject, ...given, decidedOn: today });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new UserError(
    `The decision is incomplete${where === '' ? '' : ` at ${where}`}: ${issue?.message ?? 'unknown'}.`,
  );
}

/** Writes decisions of one folder, one after the other, so that two at the same time are both kept. */
export interface DecisionRecorder {
  /** Resolves with all decisions once the file is written; rejects with a `UserError` when it is broken. */
  readonly record: (decision: Decision) => Promise<readonly Decision[]>;
}

/** Makes the recorder of a folder. Each time the file is read anew, so that what others wrote meanwhile stays. */
export function createDecisionRecorder(root: string): DecisionRecorder {
  let last: Promise<unknown> = Promise.resolve();
  return {
    record: (decision) => {
      const next = last.then(() => writeDecision(root, decision));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function writeDecision(root: string, decision: Decision): Promise<readonly Decision[]> {
  const realRoot = realPathOf(root) ?? root;
  const text = confineFileSystem([realRoot]).readText(path.join(realRoot, decisionsFileName)) ?? '';
  const decisions = withDecision(parseDecisions(text), decision);
  await writeWorkspaceFile(realRoot, decisionsFileName, formatDecisions(decisions));
  return decisions;
}
