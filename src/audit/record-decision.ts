import path from 'node:path';
import type { Language } from '../base/language.ts';
import { schemaIssues } from '../base/schema-issues.ts';
import { french } from '../base/typography.ts';
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
export function decisionAbout(
  { rule, fingerprint, file }: Pick<Finding, 'rule' | 'fingerprint' | 'file'>,
  ruling: Ruling,
  today: string,
  language: Language = 'en',
): Decision {
  const { scope, ...facts } = ruling;
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
  const subject = scope === 'rule' ? { rule } : { rule, fingerprint, file };
  const data = { ...subject, ...given, decidedOn: today };
  const result = decisionSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = schemaIssues(decisionSchema, data);
  throw new UserError(incomplete[language](issue?.path.join('.') ?? '', issue?.text[language] ?? ''));
}

const incomplete = {
  en: (where: string, what: string) => `The decision is incomplete${where === '' ? '' : ` at ${where}`}: ${what}.`,
  fr: (where: string, what: string) =>
    french(`La décision est incomplète${where === '' ? '' : ` à ${where}`} : ${what}.`),
};

/** Writes decisions of one folder, one after the other, so that two at the same time are both kept. */
export interface DecisionRecorder {
  /** Resolves with all decisions once the file is written; rejects with a `UserError` when it is broken. */
  readonly record: (decision: Decision) => Promise<readonly Decision[]>;
  /** Takes back every decision that `isTakenBack` names, and resolves with those; without any the file stays as it is. */
  readonly takeBack: (isTakenBack: (decision: Decision) => boolean) => Promise<readonly Decision[]>;
}

/** Makes the recorder of a folder. Each time the file is read anew, so that what others wrote meanwhile stays. */
export function createDecisionRecorder(root: string, language: Language = 'en'): DecisionRecorder {
  const realRoot = realPathOf(root) ?? root;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const write = (decisions: readonly Decision[]): Promise<void> =>
    writeWorkspaceFile(realRoot, decisionsFileName, formatDecisions(decisions));
  return {
    record: (decision) =>
      inTurn(async () => {
        const decisions = withDecision(readDecisions(realRoot, language), decision);
        await write(decisions);
        return decisions;
      }),
    takeBack: (isTakenBack) =>
      inTurn(async () => {
        const decisions = readDecisions(realRoot, language);
        const gone = decisions.filter(isTakenBack);
        if (gone.length > 0) await write(decisions.filter((decision) => !gone.includes(decision)));
        return gone;
      }),
  };
}

/** Reads the team's decisions at a real root; throws `UserError` when the file is not as it should be. */
export function readDecisions(root: string, language: Language = 'en'): readonly Decision[] {
  return parseDecisions(confineFileSystem([root]).readText(path.join(root, decisionsFileName)) ?? '', language);
}
