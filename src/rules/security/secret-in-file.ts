import { z } from 'zod';
import { createLineIndex, type FileRange } from '../../base/text-range.ts';
import { defineRule } from '../define-rule.ts';
import { secretsOfText } from './secrets-of-text.ts';
import { shownStart } from './secret-value.ts';
import { createSecretScanner, secretLabel } from './written-secrets.ts';

interface Data {
  readonly [key: string]: string;
  /** Id of a provider's format, `address`, or empty. */
  readonly provider: string;
  /** Name under which the value stands, or empty. */
  readonly name: string;
  /** At most the first four characters. */
  readonly start: string;
}

export const rule = defineRule({
  id: 'security/secret-in-file',
  weakness: 'secret-in-repository',
  cwe: [312, 260, 798],
  profile: 'essential',
  needs: 'workspace',
  docs: {
    title: { en: 'Secret in a settings file of the repository', fr: 'Secret dans un fichier de réglages du dépôt' },
    why: {
      en: 'This file is under version control, so everyone with a copy of the repository has the secret, and the history keeps it. Revoke it, keep the file out with `.gitignore`, and commit a template with empty values instead.',
      fr: 'Ce fichier est suivi par git\u00a0: quiconque a une copie du dépôt a le secret, et l’historique le garde. Révoquez-le, excluez le fichier par `.gitignore` et livrez plutôt un modèle aux valeurs vides.',
    },
    forLeads: {
      en: 'Former staff, contractors and anyone who gets hold of the repository can use this account in the company’s name.',
      fr: 'Anciens employés, prestataires et quiconque obtient le dépôt peuvent utiliser ce compte au nom de l’entreprise.',
    },
    bad: 'SMTP_HOST=mail.shop.eu\nSMTP_PASSWORD=Gr8-Winter-77',
    good: 'SMTP_HOST=mail.shop.eu\nSMTP_PASSWORD=',
    exampleFile: '.env',
  },
  options: z.strictObject({
    ignoreNames: z.array(z.string()).default([]).describe('Names of settings that hold no secret.'),
  }),
  message: {
    en: ({ provider, name, start }: Data) => `${secretLabel('en', provider, name)} \`${start}\` is kept in this file`,
    fr: ({ provider, name, start }: Data) =>
      `${secretLabel('fr', provider, name)} en clair dans ce fichier\u00a0: \`${start}\``,
  },
  detect: ({ workspace, options, report }) => {
    const scan = createSecretScanner();
    for (const [file, text] of workspace.supportingTexts()) {
      // What the sources hold is reviewed there, with the syntax around it.
      if (workspace.files.has(file)) continue;
      const at = placesIn(file, text);
      const taken: Span[] = [];
      for (const { provider, name, value, index, length = value.length } of secretsOfText(file, text, scan)) {
        const span = { start: index, end: index + length };
        if (options.ignoreNames.includes(name) || taken.some((other) => overlaps(other, span))) continue;
        taken.push(span);
        const drivers = provider !== '' && provider !== 'address' ? { drivers: { providerSecret: true } as const } : {};
        report(at(span), { provider, name, start: shownStart(value) }, drivers);
      }
    }
  },
});

interface Span {
  readonly start: number;
  readonly end: number;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function placesIn(file: string, text: string): (span: Span) => FileRange {
  let index: ReturnType<typeof createLineIndex> | undefined;
  return ({ start, end }) => {
    index ??= createLineIndex(text);
    return { file, range: { start: index.positionAt(start), end: index.positionAt(end) } };
  };
}
