import { z } from 'zod';
import type { FileRange } from '../../base/text-range.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import type { PastSecret } from '../past-secret.ts';
import { stillHolds } from './past-secrets.ts';
import { secretLabel } from './written-secrets.ts';

interface Data {
  readonly [key: string]: string | number;
  /** Id of a provider's format, `address`, or empty. */
  readonly provider: string;
  /** Name under which the value stood, or empty. */
  readonly name: string;
  /** At most the first four characters. */
  readonly start: string;
  /** Short hash of the commit that brought it in. */
  readonly commit: string;
  readonly file: string;
  readonly line: number;
}

export const rule = defineRule({
  id: 'security/secret-in-history',
  weakness: 'secret-in-repository',
  cwe: [312, 540, 798],
  needs: 'past',
  docs: {
    title: { en: 'Secret in the git history', fr: 'Secret dans l’historique git' },
    why: {
      en: 'The secret was taken out of the files, but every clone still has the commit that brought it in. Revoke it first; rewriting the history afterwards only keeps the next reader from trying it.',
      fr: 'Le secret a été retiré des fichiers, mais chaque clone garde le commit qui l’a apporté. Révoquez-le d’abord\u00a0: réécrire ensuite l’historique évite seulement qu’un prochain lecteur l’essaie.',
    },
    forLeads: {
      en: 'Former staff, contractors and anyone who gets hold of a copy can use this account in the company’s name, although it was deleted.',
      fr: 'Anciens employés, prestataires et quiconque obtient une copie peuvent utiliser ce compte au nom de l’entreprise, bien qu’il ait été effacé.',
    },
    bad: 'SMTP_PASSWORD=Gr8-Winter-77',
    good: 'SMTP_PASSWORD=',
    exampleFile: '.env',
  },
  options: z.strictObject({
    mostCommits: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(50_000)
      .describe('How many commits to look through, the newest first.'),
    ignoreFiles: z
      .array(z.string())
      .default([])
      .describe('Paths, as of their commit, whose secrets open nothing; a folder ends with a slash.'),
  }),
  message: {
    en: ({ provider, name, start, commit, file, line }: Data) =>
      `${secretLabel('en', provider, name)} \`${start}\` is still in the history: commit ${commit}, ${file}, line ${line}`,
    fr: ({ provider, name, start, commit, file, line }: Data) =>
      `${secretLabel('fr', provider, name)} encore dans l’historique\u00a0: \`${start}\`, commit ${commit}, ${file}, ligne ${line}`,
  },
  detect: ({ workspace, pastSecrets, options, report }) => {
    const past = pastSecrets.filter(({ file }) => !isIgnored(file, options.ignoreFiles));
    if (past.length === 0) return;
    const texts = [...[...workspace.files.values()].map(({ text }) => text), ...workspace.supportingTexts().values()];
    for (const secret of past) {
      // What is there today is reported there.
      if (texts.some((text) => stillHolds(text, secret))) continue;
      const { provider, name, start, commit, file, line } = secret;
      const drivers = provider !== '' && provider !== 'address' ? { drivers: { providerSecret: true } as const } : {};
      report(placeOf(workspace, secret), { provider, name, start, commit: commit.slice(0, 8), file, line }, drivers);
    }
  },
});

function isIgnored(file: string, ignored: readonly string[]): boolean {
  return ignored.some((path) => (path.endsWith('/') ? file.startsWith(path) : file === path));
}

/** The line then where the file is gone; the top of a file that lives on with other lines. */
function placeOf(workspace: Workspace, { file, line }: PastSecret): FileRange {
  const livesOn = workspace.files.has(file) || workspace.supportingTexts().has(file);
  const at = livesOn ? 0 : line - 1;
  return { file, range: { start: { line: at, column: 0 }, end: { line: at, column: 1 } } };
}
