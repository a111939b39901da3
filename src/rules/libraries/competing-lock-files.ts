import path from 'node:path';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'libraries/competing-lock-files',
  weakness: 'missing-lockfile',
  cwe: [1104],
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Lock files of two package managers', fr: 'Fichiers de verrouillage de deux gestionnaires' },
    why: {
      en: 'Each package manager keeps its own lock file, and only one of them is looked after. Whoever uses the other installs versions that nobody tested. Delete all but one, and name the manager in `packageManager`.',
      fr: 'Chaque gestionnaire de paquets tient son propre fichier, et un seul est entretenu. Qui utilise l’autre installe des versions que personne n’a testées. Supprimez-les tous sauf un, et nommez le gestionnaire dans `packageManager`.',
    },
    forLeads: {
      en: 'Two lists of parts exist side by side: machines and people may build different products from the same code.',
      fr: 'Deux listes de pièces coexistent\u00a0: machines et personnes peuvent construire des produits différents à partir du même code.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "koa": "2.15.0" } }
// @file: yarn.lock
# yarn lockfile v1

koa@2.15.0:
  version "2.15.0"
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/koa": { "version": "2.15.0" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "koa": "2.15.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/koa": { "version": "2.15.0" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ others, kept }: { others: string; kept: string }) =>
      `${others} competes with ${kept}, which the review reads`,
    fr: ({ others, kept }) => `${others} concurrence ${kept}, que la revue lit`,
  },
  detect: ({ workspace, report }) => {
    for (const manifest of workspace.manifests) {
      const kept = manifest.lockFile;
      const folder = path.posix.dirname(manifest.file);
      if (!kept || path.posix.dirname(kept.file) !== folder) continue;
      const others = workspace.lockFiles
        .filter(
          ({ file, format }) => path.posix.dirname(file) === folder && managerOf(format) !== managerOf(kept.format),
        )
        .map(({ file }) => file);
      const start = { line: 0, column: 0 };
      if (others.length > 0)
        report(
          { file: manifest.file, range: { start, end: { line: 0, column: 1 } } },
          { others: others.join(', '), kept: kept.file },
        );
    }
  },
});

function managerOf(format: string): string {
  return format.split('-')[0] ?? format;
}
