import type { Language } from '../base/language.ts';

/** Sentences of `plan` for mistakes in its flags. */
export interface PlanWords {
  badBudget(text: string): string;
  readonly budgetOrMinimum: string;
}

/** The sentences in each language. */
export const planWords: Readonly<Record<Language, PlanWords>> = {
  en: {
    badBudget: (text) =>
      `--budget ${text} is no budget; write days (3d), hours (12h), minutes (90min) or an amount with its currency (€2000, "1500 CHF").`,
    budgetOrMinimum: 'Give --budget, such as 3d or €2000, or --minimum, not both.',
  },
  fr: {
    badBudget: (text) =>
      `--budget ${text} n’est pas un budget\u202f; écrivez des jours (3j), des heures (12h), des minutes (90min) ou un montant avec sa devise (2000€, «\u00a01500 CHF\u00a0»).`,
    budgetOrMinimum: 'Donnez --budget, par exemple 3j ou 2000€, ou --minimum, pas les deux.',
  },
};
