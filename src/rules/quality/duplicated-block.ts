import ts from 'typescript';
import { z } from 'zod';
import type { FileRange } from '../../base/text-range.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { findDuplicates, type Duplicate } from '../duplicates/find-duplicates.ts';
import { walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/duplicated-block',
  weakness: 'duplicated-block',
  precision: 0.9,
  cwe: [1041],
  needs: 'workspace',
  docs: {
    title: { en: 'Repeated block of code', fr: 'Bloc de code répété' },
    why: {
      en: 'The same lines stand in two places. A change or a correction in one of them must be made in the other, and sooner or later it is not. Give the block a name and use it twice.',
      fr: 'Les mêmes lignes se trouvent à deux endroits. Une évolution ou une correction de l’un doit être faite dans l’autre, et tôt ou tard elle ne l’est pas. Donnez un nom au bloc et utilisez-le deux fois.',
    },
    forLeads: {
      en: 'The team maintains the same logic twice: each change costs double, and a mistake corrected here lives on there.',
      fr: 'L’équipe entretient deux fois la même logique : chaque évolution coûte double, et une erreur corrigée ici survit là.',
    },
    bad: `// @file: src/invoice.ts
export function invoiceTotal(lines, customer) {
  let total = 0;
  for (const line of lines) {
    const price = line.unitPrice * line.quantity;
    const discount = customer.isTrade ? price * 0.1 : 0;
    total += price - discount;
    if (line.isFragile) {
      total += 4;
    }
    if (line.weight > 20) {
      total += Math.ceil(line.weight / 10) * 3;
    }
  }
  return Math.round(total * 100) / 100;
}
// @file: src/quote.ts
export function quoteTotal(lines, customer) {
  let total = 0;
  for (const line of lines) {
    const price = line.unitPrice * line.quantity;
    const discount = customer.isTrade ? price * 0.1 : 0;
    total += price - discount;
    if (line.isFragile) {
      total += 4;
    }
    if (line.weight > 20) {
      total += Math.ceil(line.weight / 10) * 3;
    }
  }
  return Math.round(total * 100) / 100;
}`,
    good: `// @file: src/invoice.ts
export function totalOf(lines, customer) {
  let total = 0;
  for (const line of lines) {
    const price = line.unitPrice * line.quantity;
    const discount = customer.isTrade ? price * 0.1 : 0;
    total += price - discount;
    if (line.isFragile) {
      total += 4;
    }
    if (line.weight > 20) {
      total += Math.ceil(line.weight / 10) * 3;
    }
  }
  return Math.round(total * 100) / 100;
}
// @file: src/quote.ts
import { totalOf } from './invoice';
export const quoteTotal = totalOf;`,
    exampleFile: 'src/invoice.ts',
  },
  options: z.strictObject({
    minTokens: z.int().min(60).default(90).describe('Fewest equal tokens in a block that is reported.'),
    minLines: z.int().min(3).default(8).describe('Fewest lines of such a block.'),
    inTests: z
      .boolean()
      .default(false)
      .describe('Look at tests and examples too, where repetition often helps reading.'),
  }),
  message: {
    en: ({ lines, original }: { lines: number; original: string }) => `${lines} lines repeat code of \`${original}\``,
    fr: ({ lines, original }) => `${lines} lignes répètent du code de \`${original}\``,
  },
  detect: ({ workspace, options, report }) => {
    const files = [...workspace.files.values()].filter(({ role }) => options.inTests || role === 'production');
    for (const duplicate of findDuplicates(files, options.minTokens)) {
      const at = placeOf(duplicate);
      const lines = at.range.end.line - at.range.start.line + 1;
      if (lines < options.minLines || duplicate.wordShare < leastWords || isSignature(duplicate)) continue;
      const original = placeOf(duplicate.original);
      report(
        at,
        { lines, original: original.file },
        {
          drivers: { lines },
          related: [
            {
              at: original,
              message: { en: 'the same block stands here', fr: 'le même bloc se trouve ici' },
            },
          ],
        },
      );
    }
  },
});

/** Below this share of names and keywords a block is a table of values, which repeats by nature. */
const leastWords = 0.3;

/** Overloads repeat their type parameters, and the language gives no means to share them. */
function isSignature({ file, start, end }: Duplicate): boolean {
  let typeLength = 0;
  walkBelow(file.sourceFile, (node) => {
    if (node.end <= start || node.pos >= end) return 'skip';
    if (!ts.isTypeParameterDeclaration(node)) return undefined;
    typeLength += Math.min(node.end, end) - Math.max(node.pos, start);
    return 'skip';
  });
  return typeLength > (end - start) / 2;
}

function placeOf({ file, start, end }: Pick<Duplicate, 'start' | 'end'> & { readonly file: FileModel }): FileRange {
  return { file: file.path, range: { start: file.lines.positionAt(start), end: file.lines.positionAt(end) } };
}
