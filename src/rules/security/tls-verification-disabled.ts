import ts from 'typescript';
import { z } from 'zod';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { replaceFix } from '../syntax/replace-fix.ts';
import { findAncestor } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: string;
  readonly setting: string;
}

export const rule = defineRule({
  id: 'security/tls-verification-disabled',
  weakness: 'tls-checks-off',
  cwe: [295, 297],
  profile: 'essential',
  precision: judged(8, 14),
  docs: {
    title: { en: 'Certificate checks switched off', fr: 'Contrôle des certificats désactivé' },
    why: {
      en: 'Without the check, anyone between the two machines can answer in the server’s name and read or change everything. Trust a private authority with `ca` instead.',
      fr: 'Sans ce contrôle, quiconque se place entre les deux machines répond au nom du serveur, lit et modifie tout. Faites confiance à une autorité privée par `ca`.',
    },
    forLeads: {
      en: 'Passwords and customer data on this connection can be read or changed on the way.',
      fr: 'Les mots de passe et données des clients sur cette liaison peuvent être lus ou modifiés en chemin.',
    },
    bad: "import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });",
    good: "import fs from 'node:fs';\nimport https from 'node:https';\nexport const agent = new https.Agent({ ca: fs.readFileSync('company-ca.pem') });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ setting }: Data) => `\`${setting}\` accepts any certificate`,
    fr: ({ setting }: Data) => `\`${setting}\` accepte n’importe quel certificat`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (place: ts.Node, name: string, value: ts.Expression): void => {
      if (!isSwitchedOff(name, value, values) || isOperatorsChoice(place)) return;
      report(place, { setting: name }, { fixes: fixesOf(file, name, value) });
    };
    return {
      PropertyAssignment(node) {
        if (switches.has(propertyText(node.name))) check(node, propertyText(node.name), node.initializer);
      },
      BinaryExpression(node) {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
        const name = targetName(node.left);
        if (switches.has(name)) check(node, name, node.right);
      },
      MethodDeclaration(node) {
        if (propertyText(node.name) === 'checkServerIdentity' && isNoCheck(node))
          report(node.name, { setting: 'checkServerIdentity' });
      },
      CallExpression(node) {
        if (isAcceptingCallback(node)) report(node, { setting: calleeText(node.expression) });
      },
    };
  },
});

/** Certain where the value stands written in its place: the other one is what the library takes by default. */
function fixesOf(file: FileModel, name: string, value: ts.Expression): readonly Fix[] {
  const right = new Map([
    ['false', 'true'],
    ['true', 'false'],
  ]).get(switches.get(name) ?? '');
  const isWritten = value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.TrueKeyword;
  if (right === undefined || !isWritten) return [];
  const title = { en: `Check certificates: \`${right}\``, fr: `Contrôler les certificats\u00a0: \`${right}\`` };
  return [replaceFix(file, value, right, title)];
}

/** Settings by name, and what about their value switches the check off. */
const switches: ReadonlyMap<string, 'false' | 'true' | 'zero' | 'no-check'> = new Map([
  ['rejectUnauthorized', 'false'],
  ['strictSSL', 'false'],
  ['NODE_TLS_REJECT_UNAUTHORIZED', 'zero'],
  ['checkServerIdentity', 'no-check'],
  ['trustServerCertificate', 'true'],
  ['tlsAllowInvalidCertificates', 'true'],
  ['tlsAllowInvalidHostnames', 'true'],
  ['tlsInsecure', 'true'],
  ['sslValidate', 'false'],
  ['ignoreHTTPSErrors', 'true'],
  ['acceptInsecureCerts', 'true'],
]);

/** Browsers that only tests drive, and databases on the same machine, are no transport to protect. */
const testBrowserSettings: ReadonlySet<string> = new Set(['ignoreHTTPSErrors', 'acceptInsecureCerts']);

function isSwitchedOff(name: string, node: ts.Expression, values: FileValues): boolean {
  if (testBrowserSettings.has(name)) return false;
  const value = values.settled(node);
  switch (switches.get(name)) {
    case 'false':
      return value.kind === ts.SyntaxKind.FalseKeyword || isZero(value, values);
    case 'true':
      return value.kind === ts.SyntaxKind.TrueKeyword;
    case 'zero':
      return isZero(value, values) || value.kind === ts.SyntaxKind.FalseKeyword;
    default:
      return isNoCheck(value);
  }
}

/** `if (settings.allowSelfSigned) …`: whoever runs the program decides, and the setting's name says so. */
function isOperatorsChoice(place: ts.Node): boolean {
  const names = /unsafe|insecure|self-?_?signed|(ignore|skip|disable|allow)\w*(tls|ssl|cert)|rejectUnauthorized/i;
  return (
    findAncestor(place, (parent) => ts.isIfStatement(parent) && names.test(parent.expression.getText())) !== undefined
  );
}

function isZero(value: ts.Expression, values: FileValues): boolean {
  return values.number(value) === 0 || values.text(value) === '0' || isNegatedOne(value);
}

/** `!1`, as minified code writes it. */
function isNegatedOne(value: ts.Expression): boolean {
  return (
    ts.isPrefixUnaryExpression(value) &&
    value.operator === ts.SyntaxKind.ExclamationToken &&
    value.operand.getText() === '1'
  );
}

/** A function that never says no: empty, or it only returns `undefined`, `null` or `true`. */
function isNoCheck(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !ts.isMethodDeclaration(node)) return false;
  const { body } = node;
  if (!body) return false;
  if (!ts.isBlock(body)) return isNothing(unwrap(body));
  const [only, more] = body.statements;
  if (!only) return true;
  return !more && ts.isReturnStatement(only) && (!only.expression || isNothing(unwrap(only.expression)));
}

function isNothing(node: ts.Expression): boolean {
  if (node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (ts.isVoidExpression(node)) return true;
  return ts.isIdentifier(node)
    ? node.text === 'undefined'
    : ts.isObjectLiteralExpression(node) && node.properties.length === 0;
}

/** Electron: `setCertificateVerifyProc((request, callback) => callback(0))`. */
function isAcceptingCallback(node: ts.CallExpression): boolean {
  if (lastName(node.expression) !== 'setCertificateVerifyProc') return false;
  const [handler] = node.arguments;
  if (!handler || (!ts.isArrowFunction(handler) && !ts.isFunctionExpression(handler))) return false;
  const { body } = handler;
  const call = ts.isBlock(body) ? (body.statements.length === 1 ? body.statements[0] : undefined) : body;
  return /^callback\(0\);?$|^\w+\(0\);?$/.test(call?.getText() ?? '');
}

function targetName(target: ts.Expression): string {
  const left = unwrap(target);
  if (ts.isPropertyAccessExpression(left)) return left.name.text;
  return ts.isElementAccessExpression(left) && ts.isStringLiteralLike(left.argumentExpression)
    ? left.argumentExpression.text
    : '';
}

function propertyText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}
