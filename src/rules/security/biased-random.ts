import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { libraryCall, nodeCryptoCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly operation: string;
}

export const rule = defineRule({
  id: 'security/biased-random',
  weakness: 'weak-cryptography',
  cwe: [327, 330],
  docs: {
    title: { en: 'Random bytes turned into an uneven number', fr: 'Octets aléatoires changés en nombre inégal' },
    why: {
      en: 'A byte modulo 10 gives 0 to 5 more often than 6 to 9, and sums crowd in the middle: the value is easier to guess. Use `crypto.randomInt(n)`, or throw away bytes that do not fit.',
      fr: 'Un octet modulo 10 donne 0 à 5 plus souvent que 6 à 9, et une somme se tasse au milieu : la valeur se devine mieux. Utilisez `crypto.randomInt(n)`, ou rejetez les octets en trop.',
    },
    forLeads: {
      en: 'Codes and passwords made here are somewhat easier to guess than they should be.',
      fr: 'Les codes et mots de passe produits ici se devinent un peu mieux qu’ils ne devraient.',
    },
    bad: "import crypto from 'node:crypto';\nexport const digit = crypto.randomBytes(1)[0]! % 10;",
    good: "import crypto from 'node:crypto';\nexport const digit = crypto.randomInt(10);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ operation }: Data) => `\`${operation}\` makes some values of these random bytes more likely`,
    fr: ({ operation }: Data) => `\`${operation}\` rend certaines valeurs de ces octets aléatoires plus probables`,
  },
  detect: ({ file, report }) => {
    if (!/randomBytes|getRandomValues|secure-random/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      BinaryExpression(node) {
        const operation = biasedOperation(node, values);
        if (operation !== undefined) report(node, { operation });
      },
      CallExpression(node) {
        if (calleeText(node.expression) === 'Math.floor' && isUnevenShare(node.arguments[0], values))
          report(node, { operation: 'Math.floor' });
      },
    };
  },
});

function biasedOperation(node: ts.BinaryExpression, values: FileValues): string | undefined {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PercentToken: {
      const range = values.number(node.right);
      const isEven = range === undefined || range <= 0 || (Number.isInteger(Math.log2(range)) && range <= 256);
      return !isEven && isRandomByte(node.left, values) && !isRejected(node) ? '%' : undefined;
    }
    case ts.SyntaxKind.PlusToken:
      return isRandomByte(node.left, values) && isRandomByte(node.right, values) ? '+' : undefined;
    case ts.SyntaxKind.AsteriskToken:
      return isRandomByte(node.left, values) && isRandomByte(node.right, values) ? '*' : undefined;
    default:
      return undefined;
  }
}

/** `Math.floor(byte / 25.6)`; a share of 255 or 256 is even. */
function isUnevenShare(node: ts.Expression | undefined, values: FileValues): boolean {
  const share = node && unwrap(node);
  if (!share || !ts.isBinaryExpression(share) || share.operatorToken.kind !== ts.SyntaxKind.SlashToken) return false;
  const divisor = values.number(share.right);
  return (
    divisor !== undefined &&
    !Number.isInteger(Math.log2(divisor)) &&
    divisor !== 255 &&
    isRandomByte(share.left, values)
  );
}

function isRandomByte(node: ts.Expression, values: FileValues): boolean {
  const expression = values.settled(node);
  if (ts.isElementAccessExpression(expression)) return isRandomBuffer(expression.expression, values);
  if (ts.isCallExpression(expression) && lastName(expression.expression) === 'readUInt8') {
    return (
      ts.isPropertyAccessExpression(expression.expression) && isRandomBuffer(expression.expression.expression, values)
    );
  }
  if (!ts.isIdentifier(expression)) return false;
  const declared = values.declaration(expression);
  const loop = declared?.parent.parent;
  return loop !== undefined && ts.isForOfStatement(loop) && isRandomBuffer(withoutValues(loop.expression), values);
}

/** `buffer` in `buffer.values()`. */
function withoutValues(node: ts.Expression): ts.Expression {
  const isValues =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'values';
  return isValues ? node.expression.expression : node;
}

function isRandomBuffer(node: ts.Expression, values: FileValues): boolean {
  const value = values.settled(node);
  if (ts.isCallExpression(value)) {
    if (nodeCryptoCall(value, values) === 'randomBytes' || lastName(value.expression) === 'randomBytes') return true;
    const library = libraryCall(value.expression, values);
    return (
      library === 'secure-random' || (/(^|\.)getRandomValues$/.test(library) && isByteArray(value.arguments[0], values))
    );
  }
  return ts.isIdentifier(unwrap(node)) && isByteArray(value, values) && isFilled(unwrap(node) as ts.Identifier);
}

function isByteArray(node: ts.Expression | undefined, values: FileValues): boolean {
  const value = node && values.settled(node);
  return value !== undefined && ts.isNewExpression(value) && lastName(value.expression) === 'Uint8Array';
}

function isFilled(name: ts.Identifier): boolean {
  return containsBelow(
    name.getSourceFile(),
    (node) =>
      ts.isCallExpression(node) &&
      /^(getRandomValues|randomFill|randomFillSync)$/.test(lastName(node.expression)) &&
      node.arguments.some((argument) => ts.isIdentifier(argument) && argument.text === name.text),
  );
}

/** Values that do not fit are thrown away: a comparison around the place or of the loop holds the same value. */
function isRejected(node: ts.BinaryExpression): boolean {
  const text = node.left.getText();
  const around = findAncestor(
    node,
    (parent) => ts.isIfStatement(parent) || ts.isIterationStatement(parent, false),
    isFunctionNode,
  );
  const body = findAncestor(node, isFunctionNode) ?? node.getSourceFile();
  const compares = (place: ts.Node): boolean =>
    containsBelow(
      place,
      (inner) =>
        ts.isBinaryExpression(inner) &&
        /^[<>]=?$/.test(inner.operatorToken.getText()) &&
        (inner.left.getText() === text || inner.right.getText() === text),
    );
  return around !== undefined && compares(ts.isIdentifier(node.left) ? body : around);
}
