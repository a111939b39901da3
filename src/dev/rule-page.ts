import { z } from 'zod';
import { languages, type Language } from '../base/language.ts';
import { weaknesses } from '../findings/weakness.ts';
import type { Rule } from '../rules/define-rule.ts';

const words: Record<
  Language,
  Record<'why' | 'leads' | 'bad' | 'good' | 'options' | 'none' | 'facts' | 'silence', string>
> = {
  en: {
    why: 'Why it matters',
    leads: 'What it means for the business',
    bad: 'Reported',
    good: 'Mended',
    options: 'Options',
    none: 'None.',
    facts: 'Facts',
    silence: 'To silence one place, say why',
  },
  fr: {
    why: 'Pourquoi c’est important',
    leads: 'Ce que cela signifie pour l’activité',
    bad: 'Signalé',
    good: 'Corrigé',
    options: 'Options',
    none: 'Aucune.',
    facts: 'Fiche',
    silence: 'Pour masquer un endroit, dites pourquoi',
  },
};

/** The page of a rule in Markdown, English first, French below: what its diagnostics link to. */
export function rulePage(rule: Rule): string {
  return languages.map((language) => section(rule, language)).join('\n---\n\n');
}

function section(rule: Rule, language: Language): string {
  const word = words[language];
  const { docs } = rule;
  return `# ${docs.title[language]}

\`${rule.id}\`

## ${word.why}

${docs.why[language]}

## ${word.leads}

${docs.forLeads[language]}

## ${word.bad}

${fence(docs.bad, docs.exampleFile)}

## ${word.good}

${fence(docs.good, docs.exampleFile)}

## ${word.options}

${optionsList(rule) || word.none}

## ${word.facts}

${facts(rule)}

${word.silence}:

\`\`\`ts
// cto-guardrails-disable-next-line ${rule.id} -- ${language === 'en' ? 'reason' : 'raison'}
\`\`\`
`;
}

function fence(code: string, file = 'example.ts'): string {
  return `\`\`\`${file.split('.').at(-1)}\n${code.trim()}\n\`\`\``;
}

function facts(rule: Rule): string {
  const precision = rule.precision === undefined ? 'not measured yet (0.5 stands in)' : String(rule.precision);
  return [
    `- Weakness class: \`${rule.weakness}\` (${weaknesses[rule.weakness].family})`,
    `- Profile: \`${rule.profile ?? 'recommended'}\``,
    `- Needs: ${rule.needs ?? 'syntax'}`,
    `- Precision: ${precision}`,
    ...(rule.cwe ?? []).map((id) => `- [CWE-${id}](https://cwe.mitre.org/data/definitions/${id}.html)`),
  ].join('\n');
}

interface OptionSchema {
  readonly description?: string;
  readonly default?: unknown;
}

function optionsList(rule: Rule): string {
  const schema = z.toJSONSchema(rule.options, { io: 'input' }) as {
    readonly properties?: Record<string, OptionSchema>;
  };
  return Object.entries(schema.properties ?? {})
    .map(
      ([name, option]) => `- \`${name}\` (default \`${JSON.stringify(option.default)}\`): ${option.description ?? ''}`,
    )
    .join('\n');
}

/** The README's table of rules. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](media/rules/${rule.id}.md) | ${rule.docs.title.en} | ${rule.profile ?? 'recommended'} |`,
  );
  return ['| rule | finds | from profile |', '| --- | --- | --- |', ...rows].join('\n');
}
