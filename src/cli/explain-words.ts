import type { Language } from '../base/language.ts';

/** Wording of `explain`. */
interface ExplainWords {
  readonly why: string;
  readonly forLeads: string;
  readonly developers: string;
  readonly leads: string;
  readonly flow: string;
  readonly precision: string;
  readonly notMeasured: string;
  unknown(subject: string, near: readonly string[]): string;
  noSuchFinding(fingerprint: string): string;
  ambiguous(fingerprint: string, count: number): string;
  notAResult(file: string, reason: string): string;
}

/** Wording of `explain` in each language. */
export const explainWords: Readonly<Record<Language, ExplainWords>> = {
  en: {
    why: 'Why it matters',
    forLeads: 'What it means for the business',
    developers: 'How the figures came about',
    leads: 'In short, for leads',
    flow: 'Related places',
    precision: 'precision',
    notMeasured: 'not measured yet, counts as 0.5',
    unknown: (subject, near) =>
      `${subject} is neither a rule nor a fingerprint${near.length > 0 ? `; near it: ${near.join(', ')}` : '; an audit lists both beside each finding'}.`,
    noSuchFinding: (fingerprint) =>
      `No finding has the fingerprint ${fingerprint} any more; run cto-guardrails audit to see the present ones.`,
    ambiguous: (fingerprint, count) => `${count} findings begin with ${fingerprint}; give more of its digits.`,
    notAResult: (file, reason) =>
      `--from ${file} is no JSON result of cto-guardrails (${reason}); write one with audit --format json.`,
  },
  fr: {
    why: 'Pourquoi c’est important',
    forLeads: 'Ce que cela signifie pour l’activité',
    developers: 'D’où viennent les chiffres',
    leads: 'En bref, pour la direction',
    flow: 'Endroits liés',
    precision: 'précision',
    notMeasured: 'pas encore mesurée, compte pour 0,5',
    unknown: (subject, near) =>
      `${subject} n’est ni une règle ni une empreinte${near.length > 0 ? `\u202f; proches\u00a0: ${near.join(', ')}` : '\u202f; un audit donne les deux à côté de chaque constat'}.`,
    noSuchFinding: (fingerprint) =>
      `Aucun constat n’a plus l’empreinte ${fingerprint}\u202f; lancez cto-guardrails audit pour voir les constats actuels.`,
    ambiguous: (fingerprint, count) =>
      `${count} constats commencent par ${fingerprint}\u202f; donnez davantage de chiffres.`,
    notAResult: (file, reason) =>
      `--from ${file} n’est pas un résultat JSON de cto-guardrails (${reason})\u202f; écrivez-en un avec audit --format json.`,
  },
};
