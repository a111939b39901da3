import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/nested-loop-variable',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: {
      en: 'Inner loop using the counter of the outer one',
      fr: 'Boucle intérieure qui emploie le compteur de l’extérieure',
    },
    why: {
      en: 'Both loops count with the same variable, so the inner loop moves the outer one: turns are skipped or never end.',
      fr: 'Les deux boucles comptent avec la même variable : la boucle intérieure fait avancer l’extérieure, des tours sont sautés ou ne finissent jamais.',
    },
    forLeads: {
      en: 'Part of a list is skipped, or the program hangs.',
      fr: 'Une partie d’une liste est sautée, ou le programme se bloque.',
    },
    bad: `export function sum(rows) {
  let total = 0;
  for (var i = 0; i < rows.length; i++) {
    for (i = 0; i < 3; i++) total += rows[i];
  }
  return total;
}`,
    good: `export function sum(rows) {
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < 3; j++) total += rows[i][j];
  }
  return total;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` also counts the loop around this one`,
    fr: ({ name }) => `\`${name}\` compte aussi la boucle autour de celle-ci`,
  },
  detect: ({ locals, report }) => ({
    ForStatement(node) {
      const counter = counterOf(node);
      if (!counter || !node.condition) return;
      const symbol = locals().symbolOf(counter);
      const isShared = (outer: ts.Node): boolean => {
        const own = ts.isForStatement(outer) ? counterOf(outer) : undefined;
        return own !== undefined && symbol !== undefined && locals().symbolOf(own) === symbol;
      };
      const outer = findAncestor(node, isShared, isFunctionNode);
      if (outer && !endsOuter(node)) report(counter, { name: counter.text });
    },
  }),
});

/** The variable that a loop moves on: `i` of `i++`. */
function counterOf(node: ts.ForStatement): ts.Identifier | undefined {
  const step = node.incrementor;
  if (!step || !(ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step))) return undefined;
  return ts.isIdentifier(step.operand) ? step.operand : undefined;
}

/** An inner loop that goes on where the outer one stands, without a start of its own, shares it on purpose. */
function endsOuter(node: ts.ForStatement): boolean {
  return node.initializer === undefined;
}
