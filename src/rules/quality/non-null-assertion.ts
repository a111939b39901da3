import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { lastName, unwrap } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/non-null-assertion',
  weakness: 'any-hole',
  profile: 'strict',
  docs: {
    title: { en: 'Value asserted to exist', fr: 'Valeur affirmée présente' },
    why: {
      en: '`!` tells the compiler that the value cannot be missing, and checks nothing: if it is missing after all, the next access throws. Check it and say what happens otherwise; where it cannot be, let the types say so.',
      fr: '`!` dit au compilateur que la valeur ne peut manquer, et ne vérifie rien : si elle manque tout de même, l’accès suivant lève une erreur. Vérifiez-la et dites ce qui se passe sinon ; si c’est impossible, laissez les types le dire.',
    },
    forLeads: {
      en: 'The program stops with an error when something is missing that the code swore is there.',
      fr: 'Le programme s’arrête sur une erreur quand il manque ce que le code jurait présent.',
    },
    bad: 'export const first = (lines: Map<string, { title: string }>) => lines.get("a")!.title;',
    good: 'export const first = (lines: Map<string, { title: string }>) => lines.get("a")?.title ?? "";',
  },
  options: z.strictObject({
    lookups: z
      .boolean()
      .default(false)
      .describe('Report only results of lookups: `find`, `get`, `match`, `querySelector`…'),
  }),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` may be missing, and \`!\` checks nothing`,
    fr: ({ code }) => `\`${code}\` peut manquer, et \`!\` ne vérifie rien`,
  },
  detect: ({ file, options, report }) => {
    if (file.role === 'test') return {};
    return {
      NonNullExpression(node) {
        if (options.lookups && !isLookup(unwrap(node.expression))) return;
        report(node, { code: shownCode(node.expression) });
      },
    };
  },
});

function isLookup(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  return (
    ts.isCallExpression(node) &&
    /^(find|findLast|get|match|exec|pop|shift|at|getElementById|querySelector|closest)$/.test(lastName(node.expression))
  );
}
