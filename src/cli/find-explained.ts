import { jsonOf } from '../base/json-text.ts';
import fs from 'node:fs/promises';
import { UserError } from '../base/user-error.ts';
import { auditResult } from '../reports/json-report.ts';
import { resultSchema, type AuditResult, type ResultFinding } from '../reports/result-schema.ts';
import type { Language } from '../base/language.ts';
import type { RuleCatalogue, RuleInfo } from '../triage/assessment.ts';
import { chosenInput } from './chosen-folder.ts';
import type { CommandContext } from './command-context.ts';
import { derivationsOf } from './derivations.ts';
import { explainWords } from './explain-words.ts';
import { runAudit } from './run-audit.ts';
import type { AuditFlags } from './shared-options.ts';

/** Findings of one fingerprint, and the language that their texts are in. */
export interface ExplainedFindings {
  readonly findings: readonly ResultFinding[];
  readonly language: Language;
}

/** Whether a subject can be a fingerprint or its first digits. */
export function isFingerprint(subject: string): boolean {
  return /^[0-9a-f]{6,20}$/.test(subject);
}

/** The rule of that id, or the only one of that name; a `UserError` names near ones. */
export function findRule(subject: string, rules: RuleCatalogue, { language }: CommandContext): RuleInfo {
  const named = [...rules.values()].filter(({ id }) => id === subject || id.endsWith(`/${subject}`));
  const [rule] = named;
  if (rule !== undefined && named.length === 1) return rule;
  throw new UserError(explainWords[language].unknown(subject, nearRules(subject, rules)));
}

/** The findings of that fingerprint: in a new audit of the folder, or in the JSON result that the user names. */
export async function findFindings(
  fingerprint: string,
  source: { readonly folder: string; readonly from?: string; readonly flags: AuditFlags },
  context: CommandContext,
): Promise<ExplainedFindings> {
  const result =
    source.from === undefined
      ? await auditedResult(fingerprint, source.folder, source.flags, context)
      : await recordedResult(source.from, context);
  const found = result.findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const words = explainWords[context.language];
  if (found.length === 0) throw new UserError(words.noSuchFinding(fingerprint));
  const distinct = new Set(found.map((finding) => finding.fingerprint)).size;
  if (distinct > 1) throw new UserError(words.ambiguous(fingerprint, distinct));
  return { findings: found, language: result.language };
}

async function auditedResult(
  fingerprint: string,
  folder: string,
  flags: AuditFlags,
  context: CommandContext,
): Promise<AuditResult> {
  const outcome = await runAudit(folder, flags, context);
  const derivationOf = derivationsOf(outcome);
  return auditResult(outcome.assessment, {
    language: context.language,
    rules: outcome.rules,
    derivationOf: (assessed) =>
      assessed.finding.fingerprint.startsWith(fingerprint) ? derivationOf(assessed) : undefined,
  });
}

async function recordedResult(from: string, context: CommandContext): Promise<AuditResult> {
  const text = await fs.readFile(await chosenInput('--from', from, context), 'utf8');
  const words = explainWords[context.language];
  const parsed = resultSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(words.notAResult(from, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
}

function nearRules(subject: string, rules: RuleCatalogue): string[] {
  const words = subject.toLowerCase().split(/[^a-z0-9]+/);
  const shared = (id: string): number => id.split(/[/-]/).filter((word) => words.includes(word)).length;
  return [...rules.keys()]
    .filter((id) => shared(id) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 5);
}
