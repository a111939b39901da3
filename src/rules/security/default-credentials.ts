import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { findAncestor } from '../syntax/walk.ts';
import { libraryCall } from './crypto-calls.ts';

interface Data {
  readonly [key: string]: string;
  readonly account: string;
}

export const rule = defineRule({
  id: 'security/default-credentials',
  weakness: 'access-control',
  cwe: [1392, 1391, 798],
  docs: {
    title: { en: 'Account with a well-known password', fr: 'Compte au mot de passe connu de tous' },
    why: {
      en: 'Pairs such as admin/admin are the first that every scanner tries. Create the first administrator with a password from the environment or a one-time link, and compare against a stored hash.',
      fr: 'Les couples comme admin/admin sont les premiers que tout scanner essaie. Créez le premier administrateur avec un mot de passe venu de l’environnement ou un lien à usage unique, et comparez à une empreinte stockée.',
    },
    forLeads: {
      en: 'Anyone who guesses the standard password runs the product as its administrator.',
      fr: 'Quiconque devine le mot de passe standard pilote le produit en administrateur.',
    },
    bad: "export function isAllowed(name: string, password: string) {\n  return name === 'admin' && password === 'admin';\n}",
    good: 'export function isAllowed(name: string, password: string) {\n  return name === process.env.ADMIN_NAME && password === process.env.ADMIN_PASSWORD;\n}',
    exampleFile: 'login.ts',
  },
  options: z.strictObject({
    ignoreAccounts: z.array(z.string()).default([]).describe('Names of accounts that may have such a password.'),
  }),
  message: {
    en: ({ account }: Data) => `The password of \`${account}\` is one that everybody tries first`,
    fr: ({ account }: Data) => `Le mot de passe de \`${account}\` est de ceux que tout le monde essaie en premier`,
  },
  detect: ({ file, options, report }) => {
    if (file.role !== 'production' || isForTrials.test(file.path) || !account.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    const tell = (at: ts.Node, pair: Pair): void => {
      const known = isWellKnown(pair) && !options.ignoreAccounts.includes(pair.name);
      if (known && !isForDevelopment(at)) report(at, { account: pair.name });
    };
    return {
      BinaryExpression(node) {
        const pair = comparedPair(node, values);
        if (pair) tell(node, pair);
      },
      ObjectLiteralExpression(node) {
        const pair = isNewAccount(node) ? writtenPair(node, values) : undefined;
        if (pair) tell(node, pair);
      },
      CallExpression(node) {
        for (const { at, pair } of basicAuthPairs(node, values)) tell(at, pair);
      },
    };
  },
});

interface Pair {
  readonly name: string;
  readonly password: string;
}

const isForTrials =
  /(^|[/._-])(dev|development|local|demos?|samples?|examples?|mocks?|fixtures?|stub|e2e|storybook|stories|playground|docs?)([/._-]|$)/i;
const account =
  /['"`](admin|administrator|root|superuser|superadmin|sysadmin)(@[\w.-]+)?['"`]|\b(admin|root):\s*['"`]/i;
const powerful = /^(admin|administrator|root|superuser|superadmin|sysadmin)(@[\w.-]+)?$/i;
const firstTried =
  /^(admin|administrator|root|toor|superuser|superadmin|password|passw0rd|p@ssw0rd|(admin|root|password|pass|welcome)@?(1|12|123|1234|12345)[!.]?|123456?7?8?9?0?|changeme|letmein|default|secret|qwerty|welcome)$/i;

function isWellKnown({ name, password }: Pair): boolean {
  return powerful.test(name) && (firstTried.test(password) || password.toLowerCase() === name.toLowerCase());
}

/** Behind a question for the environment, as in `if (process.env.NODE_ENV !== 'production')`. */
function isForDevelopment(node: ts.Node): boolean {
  const asks = /NODE_ENV|\b(is_?)?(dev|development|demo|test|local)(_?mode)?\b|__DEV__/i;
  return (
    findAncestor(
      node,
      (outer) =>
        (ts.isIfStatement(outer) && asks.test(outer.expression.getText())) ||
        (ts.isConditionalExpression(outer) && asks.test(outer.condition.getText())) ||
        (ts.isBinaryExpression(outer) && asks.test(outer.left.getText())) ||
        (ts.isFunctionDeclaration(outer) && asks.test(outer.name?.text.replace(/[A-Z]/g, ' $&') ?? '')),
    ) !== undefined
  );
}

const nameField = /^(user|user_?name|login|e?_?mail|account|name|usr|uname|user_?id|admin_?(name|user|email))$/i;
const passwordField = /^(pass|pass_?word|passwd|pwd|admin_?pass(word)?|user_?password|plain_?password)$/i;

/** `name === 'admin' && password === 'admin'`, in either order. */
function comparedPair(node: ts.BinaryExpression, values: FileValues): Pair | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) return undefined;
  const [left, right] = [comparison(node.left, values), comparison(node.right, values)];
  if (!left || !right) return undefined;
  if (nameField.test(left.field) && passwordField.test(right.field)) return { name: left.text, password: right.text };
  if (nameField.test(right.field) && passwordField.test(left.field)) return { name: right.text, password: left.text };
  return undefined;
}

function comparison(
  node: ts.Expression,
  values: FileValues,
): { readonly field: string; readonly text: string } | undefined {
  const side = unwrap(node);
  if (!ts.isBinaryExpression(side) || !/^===?$/.test(side.operatorToken.getText())) return undefined;
  for (const [field, constant] of [
    [side.left, side.right],
    [side.right, side.left],
  ] as const) {
    const text = values.text(constant);
    if (text !== undefined && lastName(field) !== '') return { field: lastName(field), text };
  }
  return undefined;
}

const creators =
  /^(create|createOne|createMany|insert|insertOne|insertMany|bulkCreate|bulkInsert|save|upsert|findOrCreate|register|signUp|seed|(create|add|insert|register|seed)_?(default_?)?(admin|user|account)s?)$/i;

/** An account written to the users: `User.create({ … })`, `new User({ … })`, also in a list or below `data`. */
function isNewAccount(node: ts.ObjectLiteralExpression): boolean {
  const maker = findAncestor(node, (outer) => !isWrapping(outer));
  if (!maker) return false;
  if (ts.isNewExpression(maker)) return /(user|admin|account|member)(model|entity)?$/i.test(lastName(maker.expression));
  return ts.isCallExpression(maker) && creators.test(lastName(maker.expression));
}

function isWrapping(node: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    (ts.isPropertyAssignment(node) && /^(data|defaults|user|create|values)$/.test(node.name.getText())) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

function writtenPair(node: ts.ObjectLiteralExpression, values: FileValues): Pair | undefined {
  let name: string | undefined;
  let password: string | undefined;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const field = property.name.getText();
    const text = values.text(hashed(property.initializer, values));
    if (text === undefined) continue;
    if (passwordField.test(field) || /^(password_?hash|hash(ed_?password)?)$/i.test(field)) password = text;
    else if (nameField.test(field) && (name === undefined || powerful.test(text))) name = text;
  }
  return name === undefined || password === undefined ? undefined : { name, password };
}

/** The text that `await bcrypt.hash('admin', 10)` hashes. */
function hashed(value: ts.Expression, values: FileValues): ts.Expression {
  let inner = values.settled(value);
  if (ts.isAwaitExpression(inner)) inner = unwrap(inner.expression);
  const [text] = ts.isCallExpression(inner) ? inner.arguments : [];
  return text && ts.isCallExpression(inner) && /hash/i.test(lastName(inner.expression)) ? text : inner;
}

/** `basicAuth({ users: { admin: 'admin' } })` of express and the pair that koa and hono take. */
function basicAuthPairs(
  node: ts.CallExpression,
  values: FileValues,
): readonly { readonly at: ts.Node; readonly pair: Pair }[] {
  const [options] = node.arguments;
  const library = options ? libraryCall(node.expression, values) : '';
  if (!options || !/^(express-basic-auth|koa-basic-auth|hono\/basic-auth\.basicAuth)$/.test(library)) return [];
  const settled = values.settled(options);
  if (library !== 'express-basic-auth') {
    const pair = ts.isObjectLiteralExpression(settled) ? writtenPair(settled, values) : undefined;
    return pair ? [{ at: settled, pair }] : [];
  }
  const users = values.options(options).read('users');
  const [listed] = typeof users === 'string' ? [] : users;
  if (!listed || !ts.isObjectLiteralExpression(listed)) return [];
  return listed.properties.flatMap((property) => {
    const password = ts.isPropertyAssignment(property) ? values.text(property.initializer) : undefined;
    const name = property.name && /^['"]?(.*?)['"]?$/.exec(property.name.getText())?.[1];
    return name === undefined || password === undefined ? [] : [{ at: property, pair: { name, password } }];
  });
}
