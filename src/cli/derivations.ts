import type { AuditOutcome } from '../audit/audit-folder.ts';
import { explainPrice } from '../cost/explain-price.ts';
import type { PricedFinding } from '../cost/price-findings.ts';
import type { Finding } from '../findings/finding.ts';
import type { DerivationOf } from '../reports/json-report.ts';

/** Opens the figures of an audit's findings. */
export function derivationsOf({ priced }: AuditOutcome): DerivationOf {
  const workings = new Map<Finding, PricedFinding>(priced.findings.map((entry) => [entry.finding, entry]));
  const { context } = priced;
  return ({ finding }) => {
    const entry = workings.get(finding);
    return (
      entry && { developer: explainPrice(entry, context, 'developer'), lead: explainPrice(entry, context, 'lead') }
    );
  };
}
