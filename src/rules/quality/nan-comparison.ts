import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isRelational } from '../syntax/conditions.ts';
import { nameParts } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/nan-comparison',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Comparison with NaN', fr: 'Comparaison avec NaN' },
    why: {
      en: 'NaN is unlike every value, itself included, so the comparison is always false (or always true with `!=`). Ask `Number.isNaN(value)`.',
      fr: 'NaN diffère de toute valeur, y compris d’elle-même : la comparaison est toujours fausse (ou toujours vraie avec `!=`). Demandez `Number.isNaN(value)`.',
    },
    forLeads: {
      en: 'A check for broken numbers never finds any: wrong amounts pass.',
      fr: 'Une vérification des nombres invalides n’en trouve jamais : des montants faux passent.',
    },
    bad: 'export const isBroken = (amount: number) => amount === NaN;',
    good: 'export const isBroken = (amount: number) => Number.isNaN(amount);',
  },
  options: z.strictObject({}),
  message: {
    en: () => 'A comparison with `NaN` never matches',
    fr: () => 'Une comparaison avec `NaN` ne correspond jamais',
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      if ((isEquality(node) || isRelational(node)) && (isNaNName(node.left) || isNaNName(node.right))) report(node, {});
    },
    SwitchStatement(node) {
      if (isNaNName(node.expression)) report(node.expression, {});
      for (const clause of node.caseBlock.clauses) {
        if (ts.isCaseClause(clause) && isNaNName(clause.expression)) report(clause.expression, {});
      }
    },
  }),
});

function isNaNName(node: ts.Expression): boolean {
  const parts = nameParts(node);
  return parts.at(-1) === 'NaN' && (parts.length === 1 || (parts.length === 2 && parts[0] === 'Number'));
}
