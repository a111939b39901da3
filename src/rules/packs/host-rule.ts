import { z } from 'zod';
import type { Localized } from '../../base/language.ts';
import type { Weakness } from '../../findings/weakness.ts';
import { defineRule, type Profile, type Rule } from '../define-rule.ts';
import type { Suspect } from './suspect.ts';

/** What the product adds to a rule of another author: its worth, and the sentences for both audiences. */
export interface HostedRuleFacts {
  readonly weakness: Weakness;
  readonly cwe?: readonly number[];
  readonly profile?: Profile;
  readonly precision?: number;
  /** What is wrong at the place, in one clause. */
  readonly message: Localized;
  readonly title: Localized;
  readonly why: Localized;
  readonly forLeads: Localized;
  readonly bad: string;
  readonly good: string;
  readonly options?: readonly unknown[];
  readonly mentions: RegExp;
  readonly suspect?: Suspect;
  /** Tests do on purpose what it finds. */
  readonly outsideTests?: boolean;
}

/** Makes rules of the product from a table of rules in a pack of ESLint rules. */
export function hostRules(pack: string, facts: Readonly<Record<string, HostedRuleFacts>>): Rule[] {
  return Object.entries(facts).map(([name, own]) => hostRule(pack, name, own));
}

function hostRule(pack: string, name: string, facts: HostedRuleFacts): Rule {
  const {
    weakness,
    cwe,
    profile,
    precision,
    title,
    why,
    forLeads,
    bad,
    good,
    message,
    mentions,
    suspect,
    options = [],
  } = facts;
  const outsideTests = facts.outsideTests === true;
  const hosted = defineRule({
    id: `${pack}/${name}`,
    weakness,
    ...(cwe && { cwe }),
    ...(profile && { profile }),
    ...(precision !== undefined && { precision }),
    needs: 'estree',
    docs: { title, why, forLeads, bad, good },
    options: z.strictObject({}),
    message: { en: () => message.en, fr: () => message.fr },
    detect: () => ({ pack, name, options, mentions, suspect, outsideTests }),
  });
  return hosted;
}
