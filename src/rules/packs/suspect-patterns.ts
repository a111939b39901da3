import ts from 'typescript';
import { lastName } from '../syntax/names.ts';
import type { Suspect } from './suspect.ts';

const { SyntaxKind } = ts;

/** Any regular expression. */
export const anyPattern: Suspect = {
  kinds: [SyntaxKind.RegularExpressionLiteral, SyntaxKind.CallExpression, SyntaxKind.NewExpression],
  test: (node) =>
    ts.isRegularExpressionLiteral(node) ||
    lastName((node as ts.CallExpression | ts.NewExpression).expression) === 'RegExp',
};

/** An expression with more in it than characters in a row, or a call in which it can be the wrong one. */
export const remarkablePattern: Suspect = {
  kinds: [SyntaxKind.RegularExpressionLiteral, SyntaxKind.CallExpression, SyntaxKind.NewExpression],
  test: (node) => {
    if (ts.isRegularExpressionLiteral(node)) return !isPlain(node.text.slice(1, node.text.lastIndexOf('/')));
    const { expression, arguments: given } = node as ts.CallExpression | ts.NewExpression;
    switch (lastName(expression)) {
      case 'RegExp':
        return given?.[0] !== undefined && !(ts.isStringLiteralLike(given[0]) && isPlain(given[0].text));
      case 'replace':
        return given?.some((argument) => ts.isStringLiteralLike(argument) && argument.text.includes('$')) === true;
      case 'replaceAll':
      case 'matchAll':
        return true;
      default:
        return false;
    }
  },
};

/**
 * Plain characters, classes of them, and greedy repetitions of one or the other, anchored at the edges at most: no
 * group, choice, assertion or reference, of which the rules speak.
 */
function isPlain(pattern: string): boolean {
  return /^\^?(?:(?:[\w \-/,:;=@#%&~`<>!'".]|\\[/.\-+*?()[\]{}|^$\\sSdDwWnrt]|\[(?:[\w \-/,:;=@#%&~`<>!'".+*?$(){}|]|\\[/.\-+*?()[\]{}|^$\\sdwnrt])+\])(?:[+*?](?![+*?]))?)*\$?$/.test(
    pattern,
  );
}
