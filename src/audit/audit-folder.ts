import { languageOf } from '../base/language.ts';
import type { RuleCatalogue } from '../triage/assessment.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PricedAssessment } from './assess-findings.ts';
import { createAuditSession } from './audit-session.ts';
import type { AuditOptions } from './audit-options.ts';
import { assertValid, loadConfiguration } from './load-configuration.ts';
import { ruleCatalogue } from './rule-catalogue.ts';

/** What a whole audit gives. */
export interface AuditOutcome extends PricedAssessment {
  readonly workspace: Workspace;
  readonly rules: RuleCatalogue;
}

/**
 * Audits a folder once. It goes through the very session that the editor keeps open, so that both give the same
 * findings and the same money. An invalid configuration is a `UserError`.
 */
export async function auditFolder(
  root: string,
  { language = languageOf(undefined), ...options }: AuditOptions = {},
): Promise<AuditOutcome> {
  const configuration = await loadConfiguration(root, options.configFile);
  assertValid(configuration, language);
  const session = await createAuditSession(root, configuration, { readsPast: true, ...options, language });
  await session.save();
  return {
    ...session.assess(),
    workspace: session.workspace,
    rules: new Map([...ruleCatalogue(), ...session.foreignRules()]),
  };
}
