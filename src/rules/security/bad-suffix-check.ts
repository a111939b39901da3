import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { isFunctionNode } from '../syntax/functions.ts';

type Data = { readonly call: string };

export const rule = defineRule({
  id: 'security/bad-suffix-check',
  weakness: 'input-validation',
  cwe: [20, 697],
  precision: judged(11, 11),
  docs: {
    title: { en: 'Check of an ending that -1 passes', fr: 'Contrôle de fin que -1 franchit' },
    why: {
      en: '`indexOf` answers -1 for what is not there. A text one character shorter than the ending gives -1 on both sides, so it passes. Use `endsWith`.',
      fr: '`indexOf` répond -1 pour ce qui n’y est pas. Un texte plus court d’un caractère que la fin donne -1 des deux côtés et passe. Utilisez `endsWith`.',
    },
    forLeads: {
      en: 'A check of a domain or file name can be passed with a crafted value.',
      fr: 'Un contrôle de domaine ou de nom de fichier peut être franchi par une valeur bien choisie.',
    },
    bad: 'export const isOurs = (host: string, site: string) => host.indexOf(site) === host.length - site.length;',
    good: 'export const isOurs = (host: string, site: string) => host.endsWith(site);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ call }: Data) => `\`${call}\` can be -1 here, and so can the other side`,
    fr: ({ call }: Data) => `\`${call}\` peut valoir -1 ici, l’autre côté aussi`,
  },
  detect: ({ file, report }) => {
    if (!/ndexOf\(/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      BinaryExpression(node) {
        if (!isEquality(node.operatorToken.kind)) return;
        const call = indexCall(node.left, values) ?? indexCall(node.right, values);
        if (!call || !ts.isPropertyAccessExpression(call.expression)) return;
        const subject = call.expression.expression.getText();
        const other = indexCall(node.left, values) ? node.right : node.left;
        if (!isRestOfLength(other, subject, call.arguments[0], values) || isGuarded(node, call, subject)) return;
        report(node, { call: cut(call.getText()) });
      },
    };
  },
});

function isEquality(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken
  );
}

function indexCall(node: ts.Expression, values: FileValues): ts.CallExpression | undefined {
  const value = values.settled(node);
  const isIndex = ts.isCallExpression(value) && /^(lastI|i)ndexOf$/.test(lastName(value.expression));
  return isIndex && value.arguments.length === 1 ? value : undefined;
}

/** `x.length - y.length`, also with a constant; a constant of 1 alone is the last character, which `''` passes at most. */
function isRestOfLength(
  node: ts.Expression,
  subject: string,
  ending: ts.Expression | undefined,
  values: FileValues,
): boolean {
  let value = values.settled(node);
  let isShorter = false;
  while (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.MinusToken) {
    isShorter ||= values.number(value.right) !== 1;
    value = unwrap(value.left);
  }
  if (values.text(ending)?.length === 1) return false;
  return isShorter && value.getText() === `${subject}.length`;
}

/** Whether the code around compares the same call, its variable or the lengths with something that excludes -1. */
function isGuarded(node: ts.BinaryExpression, call: ts.CallExpression, subject: string): boolean {
  const around =
    findAncestor(node, (parent) => ts.isStatement(parent) || ts.isArrowFunction(parent), isFunctionNode) ?? node.parent;
  const names = [call.getText(), node.left.getText(), node.right.getText()];
  const isGuard = (part: ts.Node): boolean => {
    if (!ts.isBinaryExpression(part) || part === node) return false;
    const test = `${part.operatorToken.getText()} ${part.right.getText()}`;
    const left = part.left.getText();
    if (names.includes(left)) return /^(!==? -1|===? -1|> -1|>= 0|< 0|<= -1|> 0)$/.test(test);
    return left === `${subject}.length` && /^>=?$/.test(part.operatorToken.getText());
  };
  return containsBelow(around, isGuard);
}

function cut(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
