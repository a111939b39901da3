import type { Language } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { PlanGoal } from '../triage/plan-assessment.ts';
import { reportWords } from './report-words.ts';

interface Summary {
  readonly findings: number;
  readonly days: string;
  /** Money that the work costs, and that it saves a year. */
  readonly cost: string;
  readonly saved: string;
}

/** Wording of a plan. */
export interface PlanReportWords {
  headline(goal: PlanGoal['kind'], summary: Summary): string;
  nothing(goal: PlanGoal['kind']): string;
  readonly items: string;
  readonly byTeam: string;
  readonly byArea: string;
  readonly nobody: string;
  readonly mustFix: string;
  andMore(count: number): string;
  itemCost(effort: string, saved: string): string;
  part(name: string, findings: number, days: string, saved: string): string;
  left(findings: number, perMonth: string): string;
  indispensableLeft(count: number): string;
  readonly columns: { readonly what: string; readonly effort: string; readonly saved: string };
}

/** The wording in each language. */
export const planReportWords: Readonly<Record<Language, PlanReportWords>> = {
  en: {
    headline: (goal, { findings, days, cost, saved }) =>
      goal === 'minimum'
        ? `The least that leaves nothing indispensable: ${reportWords.en.findings(findings)}, about ${days} of work (${cost}); it saves about ${saved} a year.`
        : `Best use of the budget: ${reportWords.en.findings(findings)}, about ${days} of work (${cost}); it saves about ${saved} a year.`,
    nothing: (goal) =>
      goal === 'minimum'
        ? 'Nothing is indispensable: no work is needed for that.'
        : 'Nothing that pays for itself fits into this budget.',
    items: 'In this order',
    byTeam: 'By team',
    byArea: 'By area',
    nobody: 'nobody named',
    mustFix: 'Must fix',
    andMore: (count) => `(and ${count} more mended with it)`,
    itemCost: (effort, saved) => `about ${effort}, saves about ${saved} a year`,
    part: (name, findings, days, saved) =>
      `${name}: ${reportWords.en.findings(findings)}, ${days}, saves about ${saved} a year`,
    left: (findings, perMonth) =>
      `Left out: ${reportWords.en.findings(findings)}; each month that they wait costs about ${perMonth}.`,
    indispensableLeft: (count) =>
      `The budget does not reach ${reportWords.en.findings(count)} that must be fixed; \`--minimum\` says what they take.`,
    columns: { what: 'What', effort: 'Effort', saved: 'Saves a year' },
  },
  fr: {
    headline: (goal, { findings, days, cost, saved }) =>
      french(
        goal === 'minimum'
          ? `Le minimum pour que plus rien d’indispensable ne reste : ${reportWords.fr.findings(findings)}, environ ${days} de travail (${cost}) ; économie d’environ ${saved} par an.`
          : `Meilleur usage du budget : ${reportWords.fr.findings(findings)}, environ ${days} de travail (${cost}) ; économie d’environ ${saved} par an.`,
      ),
    nothing: (goal) =>
      french(
        goal === 'minimum'
          ? 'Rien n’est indispensable : aucun travail n’est requis.'
          : 'Rien de rentable ne tient dans ce budget.',
      ),
    items: 'Dans cet ordre',
    byTeam: 'Par équipe',
    byArea: 'Par zone',
    nobody: 'personne de nommé',
    mustFix: 'Indispensable',
    andMore: (count) => `(et ${count} de plus corrigés avec)`,
    itemCost: (effort, saved) => `environ ${effort}, économise environ ${saved} par an`,
    part: (name, findings, days, saved) =>
      french(`${name} : ${reportWords.fr.findings(findings)}, ${days}, économise environ ${saved} par an`),
    left: (findings, perMonth) =>
      french(
        `Laissés de côté : ${reportWords.fr.findings(findings)} ; chaque mois d’attente coûte environ ${perMonth}.`,
      ),
    indispensableLeft: (count) =>
      french(
        `Le budget n’atteint pas ${reportWords.fr.findings(count)} à corriger absolument ; \`--minimum\` dit ce qu’ils demandent.`,
      ),
    columns: { what: 'Quoi', effort: 'Effort', saved: 'Économie par an' },
  },
};
