import { localize, type Localized } from '../base/language.ts';
import { createMoneyFormat, type Currency } from '../base/money.ts';
import { french } from '../base/typography.ts';
import type { AssessedFinding } from './assessment.ts';
import type { GateSettings } from './gate-schema.ts';

/** The answer of a gate, with one sentence for each condition that is not met. */
export interface GateResult {
  readonly passed: boolean;
  readonly failures: readonly Localized[];
}

/**
 * Checks open and planned findings against the gate. `isNew` tells findings that the base does not have; without a
 * base every finding counts as new, so that a gate never stays green for want of one.
 */
export function checkGate(
  findings: readonly AssessedFinding[],
  gate: GateSettings,
  currency: Currency,
  isNew: (finding: AssessedFinding) => boolean = () => true,
): GateResult {
  const open = findings.filter(({ triage }) => triage.status === 'open' || triage.status === 'planned');
  const fresh = open.filter(isNew);
  const failures = [
    gate.noIndispensable === true ? indispensables(open, false) : undefined,
    gate.noNewIndispensable === true ? indispensables(fresh, true) : undefined,
    gate.maxNewCost === undefined ? undefined : tooDear(fresh, gate.maxNewCost, currency, true),
    gate.maxCost === undefined ? undefined : tooDear(open, gate.maxCost, currency, false),
  ].filter((failure) => failure !== undefined);
  return { passed: failures.length === 0, failures };
}

function indispensables(findings: readonly AssessedFinding[], isNew: boolean): Localized | undefined {
  const count = findings.filter(({ triage }) => triage.class === 'indispensable').length;
  if (count === 0) return undefined;
  const many = count > 1;
  return {
    en: `${count} ${isNew ? 'new ' : ''}finding${many ? 's' : ''} must be fixed first.`,
    fr: french(
      `${count} ${many ? 'constats' : 'constat'}${isNew ? (many ? ' nouveaux' : ' nouveau') : ''} à corriger d’abord.`,
    ),
  };
}

function tooDear(
  findings: readonly AssessedFinding[],
  limit: number,
  currency: Currency,
  isNew: boolean,
): Localized | undefined {
  const costEur = findings.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);
  if (costEur * currency.perEur <= limit) return undefined;
  return localize((language) => {
    const money = createMoneyFormat(language, currency);
    const cost = money.amount(costEur);
    const most = money.amount(limit / currency.perEur);
    return language === 'fr'
      ? french(
          `Les constats ${isNew ? 'nouveaux' : 'ouverts'} coûtent environ ${cost} par an, au-delà du seuil bloquant de ${most}.`,
        )
      : `${isNew ? 'New' : 'Open'} findings cost about ${cost} a year, over the gate of ${most}.`;
  });
}
