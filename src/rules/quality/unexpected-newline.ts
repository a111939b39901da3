import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';

export const rule = defineRule({
  id: 'quality/unexpected-newline',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Line break that does not end a statement', fr: 'Saut de ligne qui ne termine pas l’instruction' },
    why: {
      en: 'The next line begins with `(` or `[` and so continues this one: a call or an index instead of a new statement. And `return` with its value on the next line returns nothing. Put the semicolon, or move the value up.',
      fr: 'La ligne suivante commence par `(` ou `[` et prolonge donc celle-ci : un appel ou un indice au lieu d’une nouvelle instruction. Et `return` avec sa valeur à la ligne ne rend rien. Mettez le point-virgule, ou remontez la valeur.',
    },
    forLeads: {
      en: 'Two steps melt into one by accident, and the program stops or does something else.',
      fr: 'Deux étapes se fondent en une par accident : le programme s’arrête ou fait autre chose.',
    },
    bad: `export function run(start, list) {
  const task = start
  [1, 2].forEach(list)
  return task
}`,
    good: `export function run(start, list) {
  const task = start;
  [1, 2].forEach(list);
  return task;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ sign }: { sign: string }) =>
      sign === 'return'
        ? 'This `return` ends at its line, so the value below is never returned'
        : `\`${sign}\` on a new line continues the line above`,
    fr: ({ sign }) =>
      sign === 'return'
        ? 'Ce `return` s’arrête à la fin de sa ligne : la valeur en dessous n’est jamais rendue'
        : `\`${sign}\` en début de ligne prolonge la ligne du dessus`,
  },
  detect: ({ file, report }) => ({
    CallExpression(node) {
      const open = file.text.indexOf(
        '(',
        (node.typeArguments?.end ?? node.expression.end) - (node.typeArguments ? 0 : 0),
      );
      if (open < 0 || !isOnNewLine(node.expression.end, open, file.text) || !isOwnStatement(node)) return;
      report(node, { sign: '(' });
    },
    ElementAccessExpression(node) {
      const open = file.text.indexOf('[', node.expression.end);
      if (!node.questionDotToken && isOnNewLine(node.expression.end, open, file.text)) report(node, { sign: '[' });
    },
    ReturnStatement(node) {
      if (node.expression || file.text.charAt(node.end - 1) === ';') return;
      const next = nextStatement(node);
      if (next && isMeantAsValue(next, node, file.text)) report(node, { sign: 'return' });
    },
  }),
});

function isOnNewLine(from: number, to: number, text: string): boolean {
  const between = text.slice(from, to);
  return between.includes('\n') && between.trim() === '';
}

/** A chain of calls over several lines is a habit of its own. */
function isOwnStatement(node: ts.CallExpression): boolean {
  return (
    ts.isIdentifier(node.expression) ||
    ts.isLiteralExpression(node.expression) ||
    ts.isCallExpression(node.expression) ||
    isFunctionNode(node.expression)
  );
}

function nextStatement(node: ts.ReturnStatement): ts.Statement | undefined {
  const { parent } = node;
  if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent)) return undefined;
  return parent.statements[parent.statements.indexOf(node) + 1];
}

/** An expression or an object on the line right below, deeper than the `return`. */
function isMeantAsValue(next: ts.Statement, node: ts.ReturnStatement, text: string): boolean {
  if (!ts.isExpressionStatement(next) && !ts.isBlock(next) && !ts.isLabeledStatement(next)) return false;
  return text.slice(node.end, next.getStart()).split('\n').length === 2;
}
