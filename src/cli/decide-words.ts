import type { Language } from '../base/language.ts';
import { french } from '../base/typography.ts';
import type { Decision } from '../triage/decisions-schema.ts';

/** Sentences of `decide`. */
interface DecideWords {
  readonly recorded: Readonly<Record<Decision['action'], (subject: string, detail: string) => string>>;
  /** For a day, a rule's class, and the like: what the flag is for and when it is missing. */
  needs(action: string, flag: string): string;
  strayFlag(action: string, flag: string): string;
  onlyAFinding(action: string, subject: string): string;
  takenBack(count: number): string;
  nothingToTakeBack(subject: string): string;
}

/** Sentences of `decide` in each language; `detail` is a day or a class. */
export const decideWords: Readonly<Record<Language, DecideWords>> = {
  en: {
    recorded: {
      accept: (subject, day) => `Accepted until ${day}: ${subject}. Its cost stays in the totals, apart.`,
      plan: (subject, day) => `Planned by ${day}: ${subject}.`,
      overrule: (subject, name) => `Given the class “${name}”: ${subject}.`,
      reject: (subject) => `Rejected as false: ${subject}. It counts nowhere.`,
    },
    needs: (action, flag) => `decide ${action} needs ${flag}; see \`cto-guardrails decide --help\`.`,
    strayFlag: (action, flag) => `decide ${action} takes no ${flag}; leave it out.`,
    onlyAFinding: (action, subject) =>
      `decide ${action} is about one finding, and ${subject} is no fingerprint; copy one from an audit.`,
    takenBack: (count) => (count === 1 ? 'Took back 1 decision.' : `Took back ${count} decisions.`),
    nothingToTakeBack: (subject) => `No decision is recorded about ${subject}, so there is nothing to take back.`,
  },
  fr: {
    recorded: {
      accept: (subject, day) => french(`Accepté jusqu’au ${day} : ${subject}. Son coût reste dans les totaux, à part.`),
      plan: (subject, day) => french(`Planifié avant le ${day} : ${subject}.`),
      overrule: (subject, name) => french(`Classé « ${name} » : ${subject}.`),
      reject: (subject) => french(`Rejeté comme faux : ${subject}. Il ne compte nulle part.`),
    },
    needs: (action, flag) => french(`decide ${action} demande ${flag} ; voyez \`cto-guardrails decide --help\`.`),
    strayFlag: (action, flag) => french(`decide ${action} ne prend pas ${flag} ; retirez cette option.`),
    onlyAFinding: (action, subject) =>
      french(
        `decide ${action} porte sur un seul constat, et ${subject} n’est pas une empreinte ; copiez-en une d’un audit.`,
      ),
    takenBack: (count) => (count === 1 ? 'Une décision annulée.' : `${count} décisions annulées.`),
    nothingToTakeBack: (subject) => `Aucune décision n’est notée sur ${subject}, il n’y a donc rien à annuler.`,
  },
};
