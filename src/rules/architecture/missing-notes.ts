import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { firstLineOf } from './first-line.ts';
import { areasOf } from './package-areas.ts';

export const rule = defineRule({
  id: 'architecture/missing-notes',
  weakness: 'missing-notes',
  cwe: [1053, 1059],
  needs: 'workspace',
  docs: {
    title: { en: 'Large area without a note', fr: 'Grand domaine sans document' },
    why: {
      en: 'Among the largest areas of the code this one has neither a README nor a decision record, in it or under its name elsewhere. Whoever comes new must read it all to learn what it is for and why it is as it is. One page is enough: what it does, what it relies on, what was decided and why.',
      fr: 'Parmi les plus grands domaines du code, celui-ci n’a ni README ni relevé de décision, chez lui ou à son nom ailleurs. Qui arrive doit tout lire pour savoir à quoi il sert et pourquoi il est ainsi. Une page suffit : ce qu’il fait, sur quoi il s’appuie, ce qui a été décidé et pourquoi.',
    },
    forLeads: {
      en: 'Knowledge of this part is only in people’s heads: a departure costs months.',
      fr: 'Le savoir sur cette partie n’est que dans les têtes : un départ coûte des mois.',
    },
    bad: `// @options {"minLines":1}
// @file: src/prices/rates.ts
export const rate = 1;`,
    good: `// @options {"minLines":1}
// @file: src/prices/README.md
Rates come from the bank once a day.
// @file: src/prices/rates.ts
export const rate = 1;`,
    exampleFile: 'src/empty.ts',
  },
  options: z.strictObject({
    minLines: z.int().min(1).default(5000).describe('Lines of code from which an area needs a note.'),
    largest: z.int().min(1).default(3).describe('How many of the largest areas are looked at.'),
  }),
  message: {
    en: ({ area, lines }: { area: string; lines: number }) =>
      `\`${area}\` has ${lines} lines and neither a README nor a decision record`,
    fr: ({ area, lines }) => `\`${area}\` compte ${lines} lignes et n’a ni README ni relevé de décision`,
  },
  detect: ({ workspace, options, report }) => {
    const largest = [...areaSizes(workspace)]
      .sort(([a, x], [b, y]) => y.lines - x.lines || (a < b ? -1 : 1))
      .slice(0, options.largest);
    for (const [area, { lines, first }] of largest) {
      if (lines >= options.minLines && !hasNote(area, workspace.documents)) report(firstLineOf(first), { area, lines });
    }
  },
});

interface Size {
  readonly lines: number;
  /** The largest file, where the finding points. */
  readonly first: FileModel;
}

function areaSizes(workspace: Workspace): ReadonlyMap<string, Size> {
  const areaOf = areasOf(workspace);
  const sizes = new Map<string, Size>();
  for (const file of workspace.files.values()) {
    const area = file.role === 'production' ? areaOf(file.path) : undefined;
    if (area === undefined) continue;
    const known = sizes.get(area);
    const first = !known || file.codeLines > known.first.codeLines ? file : known.first;
    sizes.set(area, { lines: (known?.lines ?? 0) + file.codeLines, first });
  }
  return sizes;
}

/** A document in the area's folder, or one anywhere that bears its name, such as `docs/billing.md`. */
function hasNote(area: string, documents: readonly string[]): boolean {
  const name = area.slice(area.lastIndexOf('/') + 1).toLowerCase();
  return documents.some((document) => {
    const path = document.toLowerCase();
    const isHistory = /(^|\/)(changelog|license|history|code_of_conduct)[^/]*$/.test(path);
    if (isHistory) return false;
    if (path.startsWith(`${area.toLowerCase()}/`)) return true;
    return path
      .split('/')
      .some((part) => part.replace(/\.\w+$/, '') === name || (/^\d+/.test(part) && part.includes(name)));
  });
}
