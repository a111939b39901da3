import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isSameCode } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/identical-branches',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Branches that do the same', fr: 'Branches qui font la même chose' },
    why: {
      en: 'Both outcomes of the condition run the same code, so the condition decides nothing: either it is superfluous or one branch was never changed after copying.',
      fr: 'Les deux issues de la condition exécutent le même code : la condition ne décide de rien. Soit elle est superflue, soit l’une des branches n’a jamais été modifiée après copie.',
    },
    forLeads: {
      en: 'A decision in the program changes nothing: two situations meant to differ are treated alike.',
      fr: 'Une décision du programme ne change rien : deux situations censées différer sont traitées de la même façon.',
    },
    bad: 'export const rate = (isTrade: boolean, base: number) => (isTrade ? base * 2 : base * 2);',
    good: 'export const rate = (isTrade: boolean, base: number) => (isTrade ? base : base * 2);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `Both ways out of \`${code}\` do the same`,
    fr: ({ code }) => `Les deux issues de \`${code}\` font la même chose`,
  },
  detect: ({ report }) => ({
    IfStatement(node) {
      const { thenStatement, elseStatement } = node;
      if (!elseStatement || ts.isIfStatement(elseStatement) || isElseIf(node) || isEmpty(thenStatement)) return;
      if (isSameCode(thenStatement, elseStatement)) report(node.expression, { code: shownCode(node.expression) });
    },
    ConditionalExpression(node) {
      if (isSameCode(node.whenTrue, node.whenFalse)) report(node, { code: shownCode(node.condition) });
    },
  }),
});

function isElseIf(node: ts.IfStatement): boolean {
  return ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
}

function isEmpty(node: ts.Statement): boolean {
  return ts.isBlock(node) && node.statements.length === 0;
}
