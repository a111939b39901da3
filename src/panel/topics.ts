import type { FindingSummary } from '../protocol/finding-summary.ts';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { TriageClass } from './summary-types.ts';

/** Findings that say the same to someone who reads no code: those of one rule. Amounts are EUR a year, means. */
export interface Topic {
  readonly rule: string;
  readonly class: TriageClass;
  readonly findings: readonly FindingSummary[];
  readonly leaveEur: number;
  readonly fixMinutes: number;
  /** Whether its cost comes from rare events, which most years do not happen. */
  readonly isRare: boolean;
}

/** Groups counting findings by rule; the order of the groups is that of their first finding, or of their sums. */
export function topicsOf(findings: readonly FindingSummary[], sort: PanelState['sort']): readonly Topic[] {
  const byRule = new Map<string, FindingSummary[]>();
  for (const finding of findings) {
    if (!countsInTotals(finding)) continue;
    const group = byRule.get(finding.rule);
    if (group) group.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const topics = [...byRule].map(([rule, group]) => topicOf(rule, group));
  if (sort === 'cost') return topics.sort((a, b) => b.leaveEur - a.leaveEur);
  if (sort === 'fix') return topics.sort((a, b) => a.fixMinutes - b.fixMinutes);
  return topics;
}

/** Whether a finding's cost is part of the totals; accepted and suppressed ones stand apart. */
export function countsInTotals({ status }: FindingSummary): boolean {
  return status === 'open' || status === 'planned';
}

function topicOf(rule: string, findings: readonly FindingSummary[]): Topic {
  return {
    rule,
    class: findings.map((finding) => finding.class).reduce(moreUrgent),
    findings,
    leaveEur: sumOf(findings, (finding) => finding.leaveEur.mean),
    fixMinutes: sumOf(findings, (finding) => finding.fixMinutes.mean),
    isRare: findings.some(({ incident }) => incident !== undefined),
  };
}

const urgency: Readonly<Record<TriageClass, number>> = { indispensable: 0, useful: 1, incidental: 2 };

function moreUrgent(a: TriageClass, b: TriageClass): TriageClass {
  return urgency[b] < urgency[a] ? b : a;
}

/** Sums one figure over findings. */
export function sumOf(findings: readonly FindingSummary[], figure: (finding: FindingSummary) => number): number {
  return findings.reduce((total, finding) => total + figure(finding), 0);
}
