import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { enclosingFunction, functionName, type FunctionNode } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { containsBelow, findAncestor, parentOf, walkBelow } from '../syntax/walk.ts';
import { guardsKeys } from './key-guards.ts';

type Data = { readonly target: string; readonly key: string; readonly merge: string };

export const rule = defineRule({
  id: 'security/unguarded-deep-merge',
  weakness: 'prototype-pollution',
  cwe: [1321, 915],
  precision: judged(22, 30),
  docs: {
    title: { en: 'Deep copy that reaches prototypes', fr: 'Copie profonde qui atteint les prototypes' },
    why: {
      en: 'With the key `__proto__` (or `constructor`, then `prototype`) the copy walks into the prototype of all objects and writes there. Skip these keys, or copy only into own properties of the target.',
      fr: 'Avec la clé `__proto__` (ou `constructor`, puis `prototype`), la copie entre dans le prototype de tous les objets et y écrit. Ignorez ces clés, ou ne copiez que dans les propriétés propres de la cible.',
    },
    forLeads: {
      en: 'Crafted data can change the behaviour of the whole service: skipped permission checks, crashes, sometimes takeover.',
      fr: 'Des données bien choisies peuvent changer le comportement de tout le service : contrôles d’accès contournés, pannes, parfois prise de contrôle.',
    },
    bad: `export function merge(target: any, source: any) {
  for (const key in source) {
    if (typeof source[key] === 'object') merge(target[key], source[key]);
    else target[key] = source[key];
  }
}`,
    good: `export function merge(target: any, source: any) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (typeof source[key] === 'object') merge(target[key], source[key]);
    else target[key] = source[key];
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ target, key, merge }: Data) =>
      `\`${merge}\` copies into \`${target}[${key}]\` with \`__proto__\` as a key as well`,
    fr: ({ target, key, merge }: Data) =>
      `\`${merge}\` copie dans \`${target}[${key}]\` avec \`__proto__\` aussi pour clé`,
  },
  detect: ({ file, report }) => ({
    BinaryExpression(node) {
      if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isElementAccessExpression(node.left)) return;
      const merge = deepMerge(node.left.expression, node.left.argumentExpression, node);
      if (merge && !isOwn(node.left, node.right, merge))
        report(node.left, dataOf(node.left.expression, node.left.argumentExpression, merge));
    },
    CallExpression(node) {
      const [target, key] = node.arguments;
      if (!target || !key || lastName(node.expression) !== 'defineProperty' || !file.text.includes('.keys(')) return;
      const merge = deepMerge(target, key, node);
      if (merge) report(node, dataOf(target, key, merge));
    },
  }),
});

function dataOf(target: ts.Expression, key: ts.Expression, merge: FunctionNode): Data {
  return { target: target.getText().slice(0, 40), key: key.getText().slice(0, 40), merge: functionName(merge) };
}

/** `{}` makes room, and what the target itself held brings in nothing new. */
function isOwn(target: ts.Expression, value: ts.Expression, merge: FunctionNode): boolean {
  const made = unwrap(value);
  if (ts.isObjectLiteralExpression(made) || ts.isArrayLiteralExpression(made)) return true;
  const isMerged = made.getText().includes(`${functionName(merge)}(`);
  return !isMerged && made.getText().includes(target.getText());
}

/** The function that copies key by key and calls itself with what the target holds under the same key. */
function deepMerge(target: ts.Expression, key: ts.Expression, write: ts.Node): FunctionNode | undefined {
  if (!ts.isIdentifier(target) || !isName(key) || !isEnumerated(key, write) || isCopy(target, write)) return undefined;
  const merge = functionsAround(write).find((candidate) => isRecursive(candidate, target, key));
  return merge && !guardsKeys(merge, target, key) ? merge : undefined;
}

/** Whether the target is a copy made on the spot: what is merged below is copied before it is written, too. */
function isCopy(target: ts.Identifier, write: ts.Node): boolean {
  return functionsAround(write).some((around) => {
    let isMade = false;
    walkBelow(around, (node) => {
      if (!ts.isVariableDeclaration(node) || node.name.getText() !== target.text || !node.initializer) return undefined;
      const value = unwrap(node.initializer);
      isMade ||=
        ts.isObjectLiteralExpression(value) ||
        (ts.isCallExpression(value) && /assign|copy|clone/i.test(value.expression.getText()));
      return undefined;
    });
    return isMade;
  });
}

function isName(key: ts.Expression): boolean {
  return ts.isIdentifier(key) || (ts.isElementAccessExpression(key) && ts.isIdentifier(key.expression));
}

function functionsAround(node: ts.Node): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let current = enclosingFunction(node); current; current = enclosingFunction(current)) found.push(current);
  return found;
}

/** Whether a key goes through the keys of something: a loop's variable, a callback's parameter, or an element of a list of keys. */
function isEnumerated(key: ts.Expression, write: ts.Node): boolean {
  if (!ts.isIdentifier(key)) return true;
  const name = key.text;
  const holder = findAncestor(write, (node) => binds(node, name));
  if (!holder) return false;
  if (ts.isForInStatement(holder) || ts.isForOfStatement(holder)) return true;
  if (ts.isBlock(holder)) return true;
  const call = parentOf(holder);
  return call !== undefined && ts.isCallExpression(call) && call.arguments.includes(holder as ts.Expression);
}

function binds(node: ts.Node, name: string): boolean {
  if (ts.isForInStatement(node) || ts.isForOfStatement(node)) return declares(node.initializer, name);
  if (ts.isBlock(node)) return node.statements.some((statement) => takesFromList(statement, name));
  const isFunction = ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
  return isFunction && node.parameters.some((parameter) => declares(parameter.name, name));
}

function declares(node: ts.Node, name: string): boolean {
  const isIt = (child: ts.Node): boolean => ts.isIdentifier(child) && child.text === name;
  return isIt(node) || containsBelow(node, isIt);
}

/** `const key = keys[i]`, `let key = entry[0]`. */
function takesFromList(statement: ts.Statement, name: string): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ name: bound, initializer }) =>
      declares(bound, name) && initializer !== undefined && ts.isElementAccessExpression(unwrap(initializer)),
  );
}

/** Whether a function is called below itself with `target[key]`, or with a variable that holds it. */
function isRecursive(merge: FunctionNode, target: ts.Identifier, key: ts.Expression): boolean {
  const name = functionName(merge);
  const read = `${target.text}[${key.getText()}]`;
  const held = new Set([read]);
  let isFound = false;
  walkBelow(merge, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && isRead(node.initializer, target, key, read)) {
      held.add(node.name.getText());
    }
    if (ts.isCallExpression(node) && lastName(node.expression) === name) {
      isFound ||= node.arguments.some((argument) => held.has(argument.getText()));
    }
    return isFound ? 'stop' : undefined;
  });
  return isFound;
}

function isRead(node: ts.Expression, target: ts.Identifier, key: ts.Expression, read: string): boolean {
  const value = unwrap(node);
  if (value.getText() === read) return true;
  if (!ts.isCallExpression(value) || value.arguments.length !== 2) return false;
  return value.arguments[0]?.getText() === target.text && value.arguments[1]?.getText() === key.getText();
}
