import type { Localized } from '../base/language.ts';
import { businessSchema, type BusinessSettings, type DataSensitivity } from './business-profile.ts';

/** Names of the five answers that shape every figure. */
export type BusinessKey = 'currency' | 'dayRate' | 'annualRevenue' | 'teamSize' | 'dataSensitivity';

export type BusinessAnswers = { readonly [Key in BusinessKey]: NonNullable<BusinessSettings[Key]> };

/** One question of `init` and of the form in the panel; `note` becomes the comment above the answer in the file. */
export interface BusinessQuestion {
  readonly key: BusinessKey;
  readonly flag: string;
  readonly ask: Localized;
  /** The question where the answers stand beside it to choose from. */
  readonly label?: Localized;
  readonly note: Localized;
  readonly expects: Localized;
  /** The value that an answer stands for; undefined when it is none. */
  read(answer: string): string | number | undefined;
}

/** The value that an answer means, not yet checked; a text that is no number stays as it is, for the schema to refuse. */
export function answerValue(key: string, answer: string | number): string | number {
  if (typeof answer === 'number') return answer;
  const text = answer.trim();
  if (key === 'currency') return text.toUpperCase();
  if (key === 'dataSensitivity') return text.toLowerCase();
  const number = numberIn(text);
  return Number.isNaN(number) ? text : number;
}

/** The kinds of data, as a person chooses between them. */
export const dataSensitivityNames: Readonly<Record<DataSensitivity, Localized>> = {
  none: { en: 'None', fr: 'Aucune' },
  personal: { en: 'Personal', fr: 'Personnelles' },
  finance: { en: 'Finance', fr: 'Financières' },
  health: { en: 'Health', fr: 'Santé' },
};

/** The five questions in order. */
export const businessQuestions: readonly BusinessQuestion[] = [
  {
    key: 'currency',
    flag: '--currency',
    ask: { en: 'Currency of your amounts', fr: 'Devise de vos montants' },
    note: {
      en: 'Currency in which you state and read amounts (ISO 4217).',
      fr: 'Devise dans laquelle vous donnez et lisez les montants (ISO 4217).',
    },
    expects: { en: 'a code of three letters such as EUR', fr: 'un code de trois lettres, comme EUR' },
    read: (answer) => validated('currency', answer.toUpperCase()),
  },
  {
    key: 'dayRate',
    flag: '--day-rate',
    ask: {
      en: 'Cost of one developer day, all charges included',
      fr: 'Coût d’une journée de développeur, charges comprises',
    },
    note: {
      en: 'What one day of a developer costs the company, all charges included, without VAT.',
      fr: 'Ce que coûte une journée de développeur à l’entreprise, charges comprises, hors taxes.',
    },
    expects: { en: 'a number above 0', fr: 'un nombre supérieur à 0' },
    read: (answer) => validated('dayRate', numberIn(answer)),
  },
  {
    key: 'annualRevenue',
    flag: '--annual-revenue',
    ask: {
      en: 'Annual revenue (0 when there is none yet)',
      fr: 'Chiffre d’affaires annuel (0 s’il n’y en a pas encore)',
    },
    note: {
      en: 'What the company sells in a year: the size of what an incident can hurt.',
      fr: 'Ce que l’entreprise vend en un an\u00a0: la taille de ce qu’un incident peut toucher.',
    },
    expects: { en: 'a number, 0 or more', fr: 'un nombre, 0 ou plus' },
    read: (answer) => validated('annualRevenue', numberIn(answer)),
  },
  {
    key: 'teamSize',
    flag: '--team-size',
    ask: { en: 'Developers, in full-time equivalents', fr: 'Développeurs, en équivalents temps plein' },
    note: { en: 'Developers, in full-time equivalents.', fr: 'Développeurs, en équivalents temps plein.' },
    expects: { en: 'a number above 0', fr: 'un nombre supérieur à 0' },
    read: (answer) => validated('teamSize', numberIn(answer)),
  },
  {
    key: 'dataSensitivity',
    flag: '--data-sensitivity',
    ask: {
      en: 'Most sensitive data: none, personal, finance or health',
      fr: 'Données les plus sensibles\u00a0: none (aucune), personal (personnelles), finance ou health (santé)',
    },
    label: { en: 'Most sensitive data', fr: 'Données les plus sensibles' },
    note: {
      en: 'The most sensitive data that the software holds: "none", "personal", "finance" or "health".',
      fr: 'Les données les plus sensibles que détient le logiciel\u00a0: "none", "personal", "finance" ou "health".',
    },
    expects: { en: 'none, personal, finance or health', fr: 'none, personal, finance ou health' },
    read: (answer) => validated('dataSensitivity', answer.toLowerCase()),
  },
];

function validated(key: BusinessKey, value: unknown): string | number | undefined {
  const result = businessSchema.safeParse({ [key]: value });
  return result.success ? result.data[key] : undefined;
}

/** Reads `1 000 000`, `1,000,000`, `1_000_000` and `2,5`. */
function numberIn(answer: string): number {
  const compact = answer.replace(/[\s_\u00a0\u202f]/g, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact) ? compact.replaceAll(',', '') : compact.replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}
