import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { callHead, calleeText, lastName, nameParts, unwrap } from '../syntax/names.ts';
import { isLiteral, onlyValue } from '../syntax/option-values.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { jwtCall, type JwtCall } from './jwt-calls.ts';

type Fault = 'decoded' | 'unsigned' | 'no-expiry' | 'no-key';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly fault: Fault;
}

export const rule = defineRule({
  id: 'security/jwt-not-verified',
  weakness: 'access-control',
  cwe: [347, 345, 287, 327],
  profile: 'essential',
  precision: judged(7, 13),
  docs: {
    title: { en: 'Token accepted without checking its signature', fr: 'Jeton accepté sans contrôle de signature' },
    why: {
      en: '`decode` reads a token and believes it; the algorithm `none` and an empty key accept any. Whoever writes a token chooses the user in it. Call `verify` with the key and a list of algorithms.',
      fr: '`decode` lit un jeton et le croit ; l’algorithme `none` ou une clé vide acceptent n’importe lequel. Qui écrit le jeton y choisit l’utilisateur. Appelez `verify` avec la clé et une liste d’algorithmes.',
    },
    forLeads: {
      en: 'A visitor can log in as any customer or as an administrator by writing a token of his own.',
      fr: 'Un visiteur peut se connecter comme n’importe quel client ou administrateur en écrivant son propre jeton.',
    },
    bad: "import jwt from 'jsonwebtoken';\nexport const userOf = (token: string) => jwt.decode(token).sub;",
    good: "import jwt from 'jsonwebtoken';\nexport const userOf = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'] }).sub;",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, fault }: Data) => `\`${callee}\` ${english[fault]}`,
    fr: ({ callee, fault }: Data) => `\`${callee}\` ${french[fault]}`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const fault = faultOf(node, values);
        if (fault) report(callHead(node), { callee: calleeText(node.expression), fault });
      },
    };
  },
});

const english: Readonly<Record<Fault, string>> = {
  decoded: 'believes a token without checking its signature',
  unsigned: 'accepts tokens without a signature',
  'no-expiry': 'accepts tokens that have expired',
  'no-key': 'checks the token with an empty key',
};
const french: Readonly<Record<Fault, string>> = {
  decoded: 'croit un jeton sans contrôler sa signature',
  unsigned: 'accepte des jetons sans signature',
  'no-expiry': 'accepte des jetons expirés',
  'no-key': 'contrôle le jeton avec une clé vide',
};

function faultOf(node: ts.CallExpression, values: FileValues): Fault | undefined {
  const call = jwtCall(node, values);
  if (!call) return isExpressJwt(node, values) ? optionFault(node.arguments[0], values) : undefined;
  if (call.method === 'decode') return decodeFault(node, call, values);
  if (call.method !== 'verify') return undefined;
  const key = node.arguments[1];
  if (key && nameParts(key).at(-1) === 'None') return 'unsigned';
  const options = optionFault(node.arguments[2], values);
  if (options || call.library !== 'jsonwebtoken' || !key) return options;
  return isEmpty(key, values) ? 'no-key' : undefined;
}

function isExpressJwt(node: ts.CallExpression, values: FileValues): boolean {
  const module = values.exportOf(node.expression)?.module;
  return module === 'express-jwt' || module === 'koa-jwt';
}

function decodeFault(node: ts.CallExpression, call: JwtCall, values: FileValues): Fault | undefined {
  const [, , third] = node.arguments;
  if (call.library === 'jwt-simple') return third && isTruthy(third, values) ? 'decoded' : undefined;
  if (call.library === 'other') return undefined;
  const isWhole = isLiteral(values.options(node.arguments[1]).read('complete'), true);
  return isWhole || isFromProvider(node.arguments[0]) || isVerifiedNearby(node) || isHeaderOnly(node)
    ? undefined
    : 'decoded';
}

/**
 * The token of the person who logs in comes straight from the provider, over TLS, in answer to a code: OpenID Connect
 * Core 1.0, 3.1.3.7, lets that connection stand in for the check of the signature.
 */
function isFromProvider(token: ts.Expression | undefined): boolean {
  const name = token && nameParts(unwrap(token)).join('.');
  return (
    name !== undefined &&
    /\b(?:params|response|res|result|tokens?|tokenSet|data|account|credentials)\.(?:id_token|idToken)$/.test(name)
  );
}

function isTruthy(node: ts.Expression, values: FileValues): boolean {
  const value = values.settled(node);
  return value.kind === ts.SyntaxKind.TrueKeyword || (values.text(value) ?? '') !== '';
}

/** Whether the same function also verifies, as one does that reads the key's id first. */
function isVerifiedNearby(node: ts.Node): boolean {
  const isCheck = (inner: ts.Node): boolean =>
    ts.isCallExpression(inner) && /verif|authenticate/i.test(lastName(inner.expression));
  const scope = enclosingFunction(node);
  return (scope !== undefined && containsBelow(scope, isCheck)) || findAncestor(node, isCheck) !== undefined;
}

/** `decode(token).exp` only says when to ask for a new token. */
function isHeaderOnly(node: ts.CallExpression): boolean {
  const use = node.parent;
  return ts.isPropertyAccessExpression(use) && /^(exp|iat|header)$/.test(use.name.text);
}

function optionFault(node: ts.Expression | undefined, values: FileValues): Fault | undefined {
  if (!node) return undefined;
  const options = values.options(node);
  const list = onlyValue(options.read('algorithms'));
  if (
    list &&
    ts.isArrayLiteralExpression(list) &&
    list.elements.some((element) => /^none$/i.test(values.text(element) ?? ''))
  )
    return 'unsigned';
  return isLiteral(options.read('ignoreExpiration'), true) ? 'no-expiry' : undefined;
}

function isEmpty(key: ts.Expression, values: FileValues): boolean {
  const value = values.settled(key);
  return (
    value.kind === ts.SyntaxKind.NullKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    values.text(value) === '' ||
    value.getText() === 'undefined'
  );
}
