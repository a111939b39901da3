import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality } from '../syntax/conditions.ts';
import { stringValue, unwrap } from '../syntax/names.ts';
import { valuesOfTypeof } from '../values/value-set.ts';

export const rule = defineRule({
  id: 'quality/impossible-typeof',
  weakness: 'likely-bug',
  precision: 0.97,
  docs: {
    title: { en: 'Text that typeof never gives', fr: 'Texte que typeof ne donne jamais' },
    why: {
      en: '`typeof` answers one of eight texts; compared with any other, the result is always the same. Arrays and null are `object`: ask `Array.isArray(value)` or `value === null`.',
      fr: '`typeof` répond par l’un de huit textes ; comparé à tout autre, le résultat est toujours le même. Tableaux et null donnent `object` : demandez `Array.isArray(value)` ou `value === null`.',
    },
    forLeads: {
      en: 'A check of the kind of data never succeeds, so wrong data passes or right data is refused.',
      fr: 'Une vérification du type des données n’aboutit jamais : de mauvaises données passent ou de bonnes sont refusées.',
    },
    bad: "export const isList = (value: unknown) => typeof value === 'array';",
    good: 'export const isList = (value: unknown) => Array.isArray(value);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ text }: { text: string }) => `\`typeof\` never gives “${text}”`,
    fr: ({ text }) => `\`typeof\` ne donne jamais « ${text} »`,
  },
  detect: ({ report }) => {
    const check = (node: ts.Expression): void => {
      const text = stringValue(unwrap(node));
      if (text !== undefined && valuesOfTypeof(text) === undefined) report(node, { text });
    };
    return {
      BinaryExpression(node) {
        if (!isEquality(node)) return;
        if (ts.isTypeOfExpression(unwrap(node.left))) check(node.right);
        if (ts.isTypeOfExpression(unwrap(node.right))) check(node.left);
      },
      SwitchStatement(node) {
        if (!ts.isTypeOfExpression(unwrap(node.expression))) return;
        for (const clause of node.caseBlock.clauses) if (ts.isCaseClause(clause)) check(clause.expression);
      },
    };
  },
});
