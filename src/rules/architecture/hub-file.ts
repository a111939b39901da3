import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { firstLineOf } from './first-line.ts';
import { moduleDegrees } from './module-degrees.ts';

export const rule = defineRule({
  id: 'architecture/hub-file',
  weakness: 'god-module',
  cwe: [1048],
  needs: 'workspace',
  docs: {
    title: { en: 'Hub that keeps changing', fr: 'Plaque tournante qui change sans cesse' },
    why: {
      en: 'Much of the code imports this file, and it changes all the time: each of these changes must be thought through for all who depend on it. What many depend on should be small and quiet. Take the moving parts out to files of their own.',
      fr: 'Une grande part du code importe ce fichier, et il change sans cesse : chacun de ces changements doit être pesé pour tous ceux qui en dépendent. Ce dont beaucoup dépendent devrait être petit et calme. Sortez les parties mouvantes dans des fichiers à elles.',
    },
    forLeads: {
      en: 'The most depended-on part is also the one that changes most: this is where a small change breaks distant features.',
      fr: 'La partie dont tout dépend est aussi celle qui change le plus : c’est là qu’un petit changement casse des fonctions lointaines.',
    },
    bad: `// @options {"minFanIn":2,"minShare":0,"minLines":1}
// @file: src/rate.ts
export const rate = 1;
// @file: src/basket.ts
import { rate } from './rate';
export const basket = rate;
// @file: src/page.ts
import { rate } from './rate';
export const page = rate;`,
    good: `// @options {"minFanIn":2,"minShare":0,"minLines":1}
// @file: src/rate.ts
export const rate = 1;
// @file: src/basket.ts
import { rate } from './rate';
export const basket = rate;`,
    exampleFile: 'src/empty.ts',
  },
  options: z.strictObject({
    minFanIn: z.int().min(2).default(25).describe('Files that must import it.'),
    minShare: z.number().min(0).max(1).default(0.08).describe('Share of the production files that must import it.'),
    minChanges: z.int().min(1).default(20).describe('Commits of the last 12 months that must touch it.'),
    minLines: z
      .int()
      .min(1)
      .default(400)
      .describe('Lines of code that stand in for changes where no history is known.'),
    most: z
      .int()
      .min(1)
      .default(5)
      .describe('Most files that are named, the ones with the most importers times changes first.'),
  }),
  message: {
    en: ({ fanIn, changes }: { fanIn: number; changes: number }) =>
      changes > 0
        ? `${fanIn} files import this one, which changed ${changes} times in a year`
        : `${fanIn} files import this large one`,
    fr: ({ fanIn, changes }) =>
      changes > 0
        ? `${fanIn} fichiers importent celui-ci, modifié ${changes} fois en un an`
        : `${fanIn} fichiers importent ce gros fichier`,
  },
  detect: ({ workspace, options, report }) => {
    const degrees = moduleDegrees(workspace, workspace.moduleGraph());
    const changesOf = (path: string): number => workspace.history?.files.get(path)?.commits ?? 0;
    const isRestless = (file: FileModel): boolean =>
      workspace.history ? changesOf(file.path) >= options.minChanges : file.codeLines >= options.minLines;
    const hubs = [...degrees]
      .flatMap(([path, { fanIn }]) => {
        const file = workspace.files.get(path);
        const isHub = fanIn >= options.minFanIn && fanIn >= options.minShare * degrees.size;
        return file && isHub && isRestless(file) ? [{ file, fanIn, changes: changesOf(path) }] : [];
      })
      .sort(
        (a, b) =>
          b.fanIn * Math.max(1, b.changes) - a.fanIn * Math.max(1, a.changes) || (a.file.path < b.file.path ? -1 : 1),
      );
    for (const { file, fanIn, changes } of hubs.slice(0, options.most)) report(firstLineOf(file), { fanIn, changes });
  },
});
