import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isAssignment } from '../syntax/operators.ts';
import { containsBelow, walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/skipped-element',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Element skipped while removing from a list', fr: 'Élément sauté en retirant d’une liste' },
    why: {
      en: 'Removing an element moves the next one to its place, and the loop then steps past it. Walk backwards, step back after the removal, or use `filter`.',
      fr: 'Retirer un élément fait glisser le suivant à sa place, et la boucle le saute. Parcourez à rebours, reculez après le retrait, ou employez `filter`.',
    },
    forLeads: {
      en: 'When two entries in a row should be removed, one of them stays.',
      fr: 'Quand deux entrées successives doivent être retirées, l’une d’elles reste.',
    },
    bad: `export function drop(list: string[]) {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '') list.splice(i, 1);
  }
}`,
    good: `export function drop(list: string[]) {
  return list.filter((item) => item !== '');
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ list }: { list: string }) => `Removing from \`${list}\` here makes the loop skip the next element`,
    fr: ({ list }) => `Retirer de \`${list}\` ici fait sauter l’élément suivant à la boucle`,
  },
  detect: ({ report }) => ({
    ForStatement(node) {
      const counter = upwardCounter(node);
      if (counter === undefined) return;
      for (const call of removals(node.statement, counter)) {
        if (!isLeftAtOnce(call, node) && !isStepped(node.statement, counter)) {
          report(call, { list: shownCode((call.expression as ts.PropertyAccessExpression).expression) });
        }
      }
    },
  }),
});

function upwardCounter(node: ts.ForStatement): string | undefined {
  const step = node.incrementor;
  if (!step || !(ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step))) return undefined;
  if (step.operator !== ts.SyntaxKind.PlusPlusToken || !node.condition?.getText().includes('.length')) return undefined;
  return ts.isIdentifier(step.operand) ? step.operand.text : undefined;
}

/** `list.splice(i, 1)` with nothing put in its place. */
function removals(body: ts.Node, counter: string): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  walkBelow(body, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (
      ts.isCallExpression(child) &&
      ts.isPropertyAccessExpression(child.expression) &&
      child.expression.name.text === 'splice'
    ) {
      const [start, count] = child.arguments;
      if (child.arguments.length === 2 && start?.getText() === counter && count?.getText() === '1') found.push(child);
    }
    return undefined;
  });
  return found;
}

/** The loop ends right after the removal, or the removal steps back itself: `list.splice(i--, 1)`. */
function isLeftAtOnce(call: ts.CallExpression, loop: ts.ForStatement): boolean {
  let statement: ts.Node = call;
  while (statement.parent !== loop && !ts.isBlock(statement.parent)) statement = statement.parent;
  if (ts.isReturnStatement(statement)) return true;
  const block = statement.parent;
  return (
    ts.isBlock(block) &&
    block.statements.some(
      (other) => other.pos > statement.pos && (ts.isBreakStatement(other) || ts.isReturnStatement(other)),
    )
  );
}

function isStepped(body: ts.Node, counter: string): boolean {
  return containsBelow(
    body,
    (child) =>
      ((ts.isPostfixUnaryExpression(child) || ts.isPrefixUnaryExpression(child)) &&
        child.operand.getText() === counter) ||
      (isAssignment(child) && child.left.getText() === counter),
  );
}
