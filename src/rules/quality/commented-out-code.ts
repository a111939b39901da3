import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentBlocks } from '../syntax/comment-blocks.ts';
import { isAssignment } from '../syntax/operators.ts';

export const rule = defineRule({
  id: 'quality/commented-out-code',
  weakness: 'dead-code',
  precision: 0.9,
  docs: {
    title: { en: 'Code kept in a comment', fr: 'Code gardé en commentaire' },
    why: {
      en: 'Nothing compiles, tests or renames it, so it is wrong soon after, and every reader wonders whether it is still meant to come back. Version control keeps it; delete it here, or say why it waits.',
      fr: 'Rien ne le compile, ne le teste ni ne le renomme : il est vite faux, et chaque lecteur se demande s’il doit revenir. La gestion de versions le conserve ; supprimez-le ici, ou dites pourquoi il attend.',
    },
    forLeads: {
      en: 'Remains of old attempts make the code longer to read and every change a little slower.',
      fr: 'Les restes d’anciens essais allongent la lecture du code et ralentissent un peu chaque évolution.',
    },
    bad: `export function total(lines) {
  // const taxes = lines.map((line) => line.tax);
  // for (const tax of taxes) {
  //   sum += tax;
  // }
  // console.log(sum);
  return lines.length;
}`,
    good: `export function total(lines) {
  // Taxes are added by the shop's own invoice service.
  return lines.length;
}`,
    exampleFile: 'src/total.js',
  },
  options: z.strictObject({
    minLines: z.int().min(1).default(5).describe('Fewest lines of code in a comment that are reported.'),
  }),
  message: {
    en: ({ lines }: { lines: number; first: string }) => `${lines} lines of code stand here in a comment`,
    fr: ({ lines }) => `${lines} lignes de code sont ici en commentaire`,
  },
  detect: ({ file, options, report }) => ({
    SourceFile(node) {
      // An example shows variants on purpose.
      if (file.role === 'example') return;
      for (const { lines, range } of commentBlocks(node)) {
        if (lines.length < options.minLines || !looksLikeCode(lines) || !parsesAsCode(lines.join('\n'))) continue;
        const [start, end] = [file.lines.positionAt(range.pos), file.lines.positionAt(range.end)];
        report(
          { file: file.path, range: { start, end } },
          { lines: lines.length, first: lines[0]?.trim().slice(0, 60) ?? '' },
          { drivers: { lines: lines.length } },
        );
      }
    },
  }),
});

/** Cheap test: most lines end as statements do, and none speaks of an example. */
function looksLikeCode(lines: readonly string[]): boolean {
  const ends = lines.filter((line) => /[;{}(),[\]]\s*$|=>\s*$/.test(line));
  return (
    ends.length >= lines.length * 0.6 &&
    !lines.some((line) => /^\s*(@|e\.?g\.?\b|example|usage|```|->|=>|\||[-*] )/i.test(line))
  );
}

/** Statements that do something, without a syntax error. */
function parsesAsCode(text: string): boolean {
  const parsed = ts.createSourceFile('comment.tsx', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const problems = (parsed as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics;
  return problems.length === 0 && parsed.statements.some(isWork);
}

function isWork(node: ts.Statement): boolean {
  if (!ts.isExpressionStatement(node))
    return !ts.isBlock(node) && !ts.isLabeledStatement(node) && !ts.isEmptyStatement(node);
  const { expression } = node;
  return (
    ts.isCallExpression(expression) ||
    ts.isAwaitExpression(expression) ||
    (ts.isBinaryExpression(expression) && isAssignment(expression))
  );
}
