import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { decidingParts, shownCode } from '../syntax/conditions.ts';
import { lastName } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/index-of-misuse',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Result of a search misread', fr: 'Résultat d’une recherche mal lu' },
    why: {
      en: 'A search gives the position, 0 for the first place and -1 for none: as a condition, `-1` counts as found and 0 as missing; `> 0` overlooks the first place. Use `includes`, or compare with `-1`.',
      fr: 'Une recherche donne la position, 0 pour la première place et -1 pour aucune : dans une condition, `-1` passe pour trouvé et 0 pour absent ; `> 0` oublie la première place. Employez `includes`, ou comparez à `-1`.',
    },
    forLeads: {
      en: 'A look-up overlooks the first entry, or finds what is not there.',
      fr: 'Une recherche oublie la première entrée, ou trouve ce qui n’y est pas.',
    },
    bad: 'export const has = (names: string[], name: string) => names.indexOf(name) > 0;',
    good: 'export const has = (names: string[], name: string) => names.includes(name);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code, isBound }: { code: string; isBound: boolean }) =>
      isBound
        ? `\`${code}\` overlooks a match at the first place`
        : `\`${code}\` is 0 for the first place and true for none`,
    fr: ({ code, isBound }) =>
      isBound
        ? `\`${code}\` oublie une correspondance à la première place`
        : `\`${code}\` vaut 0 à la première place et passe pour vrai quand rien n’est trouvé`,
  },
  detect: ({ report }) => {
    const check = (condition: ts.Expression): void => {
      for (const part of decidingParts(condition)) {
        if (isSearch(part)) report(part, { code: shownCode(part), isBound: false });
      }
    };
    return {
      IfStatement(node) {
        check(node.expression);
      },
      WhileStatement(node) {
        check(node.expression);
      },
      ConditionalExpression(node) {
        check(node.condition);
      },
      BinaryExpression(node) {
        if (isAboveZero(node)) report(node, { code: shownCode(node), isBound: true });
      },
    };
  },
});

const searches: ReadonlySet<string> = new Set(['indexOf', 'lastIndexOf', 'findIndex', 'findLastIndex']);

function isSearch(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.arguments.length > 0 &&
    searches.has(lastName(node.expression))
  );
}

/** `indexOf(x) > 0`; a text with a single character in it is often meant to have something in front. */
function isAboveZero(node: ts.BinaryExpression): boolean {
  if (node.operatorToken.kind !== ts.SyntaxKind.GreaterThanToken) return false;
  if (!ts.isNumericLiteral(node.right) || node.right.text !== '0' || !isSearch(node.left)) return false;
  return !ts.isStringLiteralLike((node.left as ts.CallExpression).arguments[0] ?? node.left);
}
