import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isEquality, isLogical, isNegation, isRelational, shownCode } from '../syntax/conditions.ts';
import { unwrap } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/bitwise-misuse',
  weakness: 'likely-bug',
  docs: {
    title: {
      en: 'Bit operation that loses what it should test',
      fr: 'Opération binaire qui perd ce qu’elle devait tester',
    },
    why: {
      en: 'Bit operators work on 32 bits with a sign: shifts count modulo 32, the highest bit makes a number negative, and `&` or `|` between comparisons evaluates both sides. Use `&&`, `||`, `!== 0` or `2 ** n`.',
      fr: 'Les opérateurs binaires travaillent sur 32 bits signés : les décalages se comptent modulo 32, le bit de poids fort rend le nombre négatif, et `&` ou `|` entre comparaisons évalue les deux côtés. Employez `&&`, `||`, `!== 0` ou `2 ** n`.',
    },
    forLeads: {
      en: 'A calculation with flags or large numbers silently gives a wrong result.',
      fr: 'Un calcul sur des indicateurs ou de grands nombres donne en silence un résultat faux.',
    },
    bad: 'export const limit = 1 << 40;',
    good: 'export const limit = 2 ** 40;',
  },
  options: z.strictObject({}),
  message: {
    en: ({ kind, code }: { kind: string; code: string }) =>
      kind === 'shift'
        ? `\`${code}\` shifts by more than 31 bits, which counts modulo 32`
        : kind === 'sign'
          ? `\`${code}\` is false for the highest bit, whose value is negative; compare with \`!== 0\``
          : `\`${code}\` joins conditions bit by bit; was \`&&\` or \`||\` meant?`,
    fr: ({ kind, code }) =>
      kind === 'shift'
        ? `\`${code}\` décale de plus de 31 bits, comptés modulo 32`
        : kind === 'sign'
          ? `\`${code}\` est faux pour le bit de poids fort, dont la valeur est négative ; comparez avec \`!== 0\``
          : `\`${code}\` joint des conditions bit à bit ; fallait-il \`&&\` ou \`||\` ?`,
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      const kind = misuse(node);
      if (kind) report(node, { kind, code: shownCode(node) });
    },
  }),
});

function misuse(node: ts.BinaryExpression): 'shift' | 'sign' | 'logic' | undefined {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.LessThanLessThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return ts.isNumericLiteral(node.right) && Number(node.right.text) > 31 ? 'shift' : undefined;
    case ts.SyntaxKind.GreaterThanToken:
      return isZero(node.right) && isMask(unwrap(node.left)) ? 'sign' : undefined;
    case ts.SyntaxKind.LessThanToken:
      return isZero(node.left) && isMask(unwrap(node.right)) ? 'sign' : undefined;
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.BarToken:
      return isCondition(node.left) && isCondition(node.right) && isTested(node) ? 'logic' : undefined;
    default:
      return undefined;
  }
}

function isZero(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && node.text === '0';
}

/** A mask that may hold the highest bit: not one of a small constant. */
function isMask(node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AmpersandToken) return false;
  return [node.left, node.right].every((side) => !ts.isNumericLiteral(side) || Number(side.text) >= 2 ** 31);
}

function isCondition(node: ts.Expression): boolean {
  const inner = unwrap(node);
  return isNegation(inner) || (ts.isBinaryExpression(inner) && (isEquality(inner) || isRelational(inner)));
}

/** Only where the result decides: numbers made of conditions are a trick for speed. */
function isTested(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || isLogical(parent) || isNegation(parent)) return isTested(parent);
  return (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node;
}
