import type { PlanSummary } from '../../src/protocol/plan-summary.ts';
import type { ProfileForm } from '../../src/protocol/profile-form.ts';
import type { WorkspaceSummary } from '../../src/protocol/summary.ts';

/** A plan for a budget as the server would answer, made of the first findings of a summary. */
export function samplePlan({ findings, rules }: WorkspaceSummary, budgetMinutes: number): PlanSummary {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const steps = findings.slice(0, 12).map(({ rule, file, range, leaveEur, fixMinutes, class: triage }, index) => ({
    rule,
    title: titles.get(rule) ?? rule,
    file,
    range,
    others: index === 1 ? 3 : 0,
    minutes: fixMinutes.mean,
    savedEur: leaveEur.mean,
    isIndispensable: triage === 'indispensable',
  }));
  return {
    budgetMinutes,
    minutes: budgetMinutes * 0.93,
    findings: 15,
    savedEur: 14_200,
    steps,
    unlistedSteps: 4,
    left: { findings: 45, indispensable: 2, waitingEurPerMonth: 1_130 },
  };
}

/** The form as the server would answer it in English or French; with `changes`, what other answers would do. */
export function sampleForm(summary: WorkspaceSummary, changes = false): ProfileForm {
  const isFrench = summary.language === 'fr';
  const field = (key: string, value: string, label: string, note: string) => ({ key, value, label, note });
  const fields = isFrench
    ? [
        field('currency', 'EUR', 'Devise de vos montants', 'Devise dans laquelle vous donnez les montants (ISO 4217).'),
        field('dayRate', '480', 'Coût d’une journée de développeur', 'Charges comprises, hors taxes.'),
        field('annualRevenue', '1000000', 'Chiffre d’affaires annuel', 'Ce que l’entreprise vend en un an.'),
        field('teamSize', '4', 'Développeurs', 'En équivalents temps plein.'),
      ]
    : [
        field(
          'currency',
          'EUR',
          'Currency of your amounts',
          'Currency in which you state and read amounts (ISO 4217).',
        ),
        field('dayRate', '480', 'Cost of one developer day', 'All charges included, without VAT.'),
        field('annualRevenue', '1000000', 'Annual revenue', 'What the company sells in a year.'),
        field('teamSize', '4', 'Developers', 'Developers, in full-time equivalents.'),
      ];
  const choices = [
    { value: 'none', name: isFrench ? 'Aucune' : 'None' },
    { value: 'personal', name: isFrench ? 'Personnelles' : 'Personal' },
    { value: 'health', name: isFrench ? 'Santé' : 'Health' },
  ];
  const label = isFrench ? 'Données les plus sensibles' : 'Most sensitive data';
  const sensitivity = { ...field('dataSensitivity', 'personal', label, label), choices };
  const strong = (name: string, halfEur: number, doubleEur: number) => ({ name, halfEur, nowEur: 38_200, doubleEur });
  const strongest = isFrench
    ? [strong('Coût d’une heure de développeur', 22_400, 69_800), strong('Chiffre d’affaires annuel', 31_900, 46_100)]
    : [strong('Cost of a developer hour', 22_400, 69_800), strong('Annual revenue', 31_900, 46_100)];
  return { fields: [...fields, sensitivity], ...(changes ? { change: sampleChange(summary) } : { strongest }) };
}

function sampleChange({ findings, rules, totals }: WorkspaceSummary): NonNullable<ProfileForm['change']> {
  const title = rules[0]?.title ?? '';
  const { mean, p10, p50, p90 } = totals.leaveEur;
  return {
    currency: { code: 'USD', perEur: 1.1 },
    beforeEur: totals.leaveEur,
    afterEur: { mean: mean * 3, p10: p10 * 3, p50: p50 * 3, p90: p90 * 3 },
    moves: findings.slice(3, 6).map(({ file, range }) => ({ title, file, range, from: 'useful', to: 'indispensable' })),
    unlistedMoves: 9,
  };
}
