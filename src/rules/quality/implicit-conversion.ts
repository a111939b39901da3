import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isWord } from '../values/compare-values.ts';
import { booleans, describeValue, kinds, nullish, numbers, texts, type ValueSet } from '../values/value-set.ts';

export const rule = defineRule({
  id: 'quality/implicit-conversion',
  weakness: 'likely-bug',
  docs: {
    title: {
      en: 'Operand that turns into NaN or into a text nobody wants',
      fr: 'Opérande qui devient NaN ou un texte que personne ne veut',
    },
    why: {
      en: 'Arithmetic on `undefined`, functions or plain objects gives NaN, `+` with them glues texts such as `[object Object]`, and `in` on a text throws. Convert the operand first, or use the one that was meant.',
      fr: 'Un calcul sur `undefined`, une fonction ou un objet donne NaN, `+` colle des textes comme `[object Object]`, et `in` sur un texte lève une erreur. Convertissez d’abord l’opérande, ou employez celui qui était voulu.',
    },
    forLeads: {
      en: 'Amounts or texts shown to customers become “NaN” or “undefined”.',
      fr: 'Des montants ou des textes montrés aux clients deviennent « NaN » ou « undefined ».',
    },
    bad: `export function price(order) {
  let tax;
  return order.amount * tax;
}`,
    good: `export function price(order) {
  const tax = 0.2;
  return order.amount * tax;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code, value, operator }: { code: string; value: string; valueFr: string; operator: string }) =>
      `\`${code}\` is ${value}, which \`${operator}\` cannot use`,
    fr: ({ code, valueFr, operator }) => `\`${code}\` vaut ${valueFr}, que \`${operator}\` ne peut employer`,
  },
  detect: ({ values, report }) => {
    const check = (operand: ts.Expression, wrong: ValueSet, operator: string): void => {
      const value = values().valueOf(operand);
      if (value === 0 || (value & ~wrong) !== 0) return;
      report(operand, {
        code: shownCode(operand),
        value: describeValue(value, 'en'),
        valueFr: describeValue(value, 'fr'),
        operator,
      });
    };
    return {
      BinaryExpression(node) {
        const operator = node.operatorToken.getText();
        const { kind } = node.operatorToken;
        if (arithmetic.has(kind)) {
          for (const side of [node.left, node.right]) check(side, isWordOperand(side) ? texts : noNumber, operator);
        } else if (kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken) {
          for (const side of [node.left, node.right]) check(side, noText, operator);
        } else if (kind === ts.SyntaxKind.InKeyword) check(node.right, noOwner, operator);
      },
      TemplateExpression(node) {
        if (ts.isTaggedTemplateExpression(node.parent)) return;
        for (const span of node.templateSpans)
          if (ts.isIdentifier(span.expression)) check(span.expression, noText, '${…}');
      },
      PrefixUnaryExpression(node) {
        if (isStep(node.operator)) check(node.operand, noNumber, ts.tokenToString(node.operator) ?? '');
      },
      PostfixUnaryExpression(node) {
        check(node.operand, noNumber, ts.tokenToString(node.operator) ?? '');
      },
    };
  },
});

const noNumber: ValueSet = kinds.undefined | kinds.function | kinds.plainObject | kinds.symbol;
const noText: ValueSet = kinds.undefined | kinds.function | kinds.symbol;
const noOwner: ValueSet = nullish | texts | numbers | booleans;

const arithmetic: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
]);

/** `'%s items' % count`: formatting of another language. */
function isWordOperand(side: ts.Expression): boolean {
  return isWord(side);
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}
