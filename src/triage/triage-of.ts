import { french } from '../base/typography.ts';
import type { Finding } from '../findings/finding.ts';
import type { Triage } from './assessment.ts';
import type { Decision } from './decisions-schema.ts';
import { classNames } from './labels.ts';
import type { Verdict } from './triage.ts';

/**
 * Joins the model's verdict with what people decided: a decision about the finding wins over one about its rule, a
 * comment in the code over an acceptance, an acceptance over a plan. An acceptance that has run out counts no more.
 */
export function triageOf(finding: Finding, verdict: Verdict, decisions: readonly Decision[], today: string): Triage {
  return { ...classOf(verdict, decisions), ...statusOf(finding, decisions, today) };
}

function classOf(verdict: Verdict, decisions: readonly Decision[]): Pick<Triage, 'class' | 'reason' | 'isOverruled'> {
  const ruling = decisions.find(({ action }) => action === 'overrule');
  if (ruling?.action !== 'overrule' || ruling.class === verdict.class) return verdict;
  const computed = classNames[verdict.class];
  return {
    class: ruling.class,
    isOverruled: true,
    reason: {
      en: `The team decided so: ${ruling.reason} (computed: ${computed.en.toLowerCase()}).`,
      fr: french(`Décision de l’équipe : ${ruling.reason} (calculé : ${computed.fr.toLowerCase()}).`),
    },
  };
}

function statusOf(
  finding: Finding,
  decisions: readonly Decision[],
  today: string,
): Pick<Triage, 'status' | 'statusReason' | 'until'> {
  if (finding.suppression !== undefined) return { status: 'suppressed', statusReason: finding.suppression.reason };
  const acceptance = decisions.find((decision) => decision.action === 'accept' && decision.until >= today);
  if (acceptance?.action === 'accept') {
    return { status: 'accepted', statusReason: acceptance.reason, until: acceptance.until };
  }
  const plan = decisions.find(({ action }) => action === 'plan');
  if (plan?.action !== 'plan') return { status: 'open' };
  return { status: 'planned', ...(plan.reason === undefined ? {} : { statusReason: plan.reason }), until: plan.until };
}
