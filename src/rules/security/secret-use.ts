import ts from 'typescript';
import { containsBelow, parentOf } from '../syntax/walk.ts';

const secretWords = new Set(
  'token password passwd pwd passcode passphrase secret nonce salt otp totp csrf xsrf credential credentials apikey sessionid'.split(
    ' ',
  ),
);
const secretPairs =
  /\b(session|sess) (id|key|token)\b|\b(api|private|secret|access|encryption|signing|license|master) key\b|\b(reset|verification|verify|confirmation|activation|invite|invitation|auth|access|recovery|security|pin|sms|login) (code|pin)\b|\bpin code\b|\bone time\b/;
/** Words that make another thing of it: a count of tokens, the colour of a password field. */
const otherThings =
  /\b(count|counts|counter|size|length|index|max|min|limit|delay|timeout|interval|jitter|ttl|expiry|expires|age|color|colour|width|height|position|probability|rate|ratio|type|kind|usage|price|cost|weight|design|budget|per|field|label|strength|score|percent|tokens)\b/;

/** The name of the secret that the result of an expression becomes; undefined when it becomes none. */
export function secretMadeOf(node: ts.Node): string | undefined {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    const name = nameGivenBy(parent, child);
    if (name !== undefined) return isSecretName(name) ? name : secretReturned(parent, name);
    if (ts.isReturnStatement(parent) || isBodyOf(parent, child)) {
      const maker = functionAround(parent);
      return maker !== undefined && isMakerOfSecret(maker) ? maker : callback(parent);
    }
    if (!passesOn(parent, child)) return undefined;
  }
  return undefined;
}

/** Whether a name stands for something that nobody may guess: `resetToken`, `API_KEY`, `session_id`. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const isSecret = words.some((word) => secretWords.has(word)) || secretPairs.test(words.join(' '));
  return isSecret && !otherThings.test(words.join(' '));
}

/** The words of an identifier in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The name under which a node keeps its child. */
export function nameGivenBy(parent: ts.Node, child: ts.Node): string | undefined {
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) {
    return parent.initializer === child ? textOfName(parent.name) : undefined;
  }
  if (!ts.isBinaryExpression(parent) || parent.right !== child) return undefined;
  const isAssignment = /^(\+|\|\||\?\?)?=$/.test(parent.operatorToken.getText());
  return isAssignment ? textOfTarget(parent.left) : undefined;
}

function textOfName(name: ts.BindingName | ts.PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isPrivateIdentifier(name)) return name.text;
  return '';
}

function textOfTarget(target: ts.Expression): string {
  if (ts.isIdentifier(target)) return target.text;
  if (ts.isPropertyAccessExpression(target)) return target.name.text;
  const isNamed = ts.isElementAccessExpression(target) && ts.isStringLiteralLike(target.argumentExpression);
  return isNamed ? target.argumentExpression.getText().slice(1, -1) : '';
}

/** A variable of another name is a secret when a function that makes secrets returns it. */
function secretReturned(declaration: ts.Node, name: string): string | undefined {
  const maker = functionAround(declaration);
  const body = enclosingFunction(declaration);
  if (maker === undefined || !body || !isMakerOfSecret(maker) || name === '') return undefined;
  const isReturned = containsBelow(
    body,
    (node) =>
      ts.isReturnStatement(node) &&
      node.expression !== undefined &&
      (mentions(node.expression, name) || containsBelow(node.expression, (inner) => mentions(inner, name))),
  );
  return isReturned ? maker : undefined;
}

function mentions(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isMakerOfSecret(name: string): boolean {
  return isSecretName(name) && /^(_|make|create|generate|gen|new|random|build|get|issue|compute|next)/i.test(name);
}

/** Through a callback such as `Array.from({ length: 8 }, () => …)` the value goes on to what the call becomes. */
function callback(place: ts.Node): string | undefined {
  const maker = enclosingFunction(place);
  const call = maker && parentOf(maker);
  if (!call || !ts.isCallExpression(call)) return undefined;
  return call.arguments.some((argument) => argument === maker) ? secretMadeOf(call) : undefined;
}

function enclosingFunction(place: ts.Node): ts.SignatureDeclaration | undefined {
  let current: ts.Node | undefined = place;
  while (current && !ts.isFunctionLike(current)) current = parentOf(current);
  return current;
}

function isBodyOf(parent: ts.Node, child: ts.Node): boolean {
  return ts.isArrowFunction(parent) && parent.body === child;
}

function functionAround(place: ts.Node): string | undefined {
  const maker = enclosingFunction(place);
  if (!maker) return undefined;
  if (maker.name) return ts.isComputedPropertyName(maker.name) ? '' : maker.name.getText();
  const holder = parentOf(maker);
  return holder ? nameGivenBy(holder, maker) : undefined;
}

/** Whether the value of the child goes into the value of the parent. */
function passesOn(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return parent.expression === child || isConversion(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  if (ts.isBinaryExpression(parent)) return !/^([<>=!]=*|&&|instanceof|in)$/.test(parent.operatorToken.getText());
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent)
  );
}

function isConversion(call: ts.CallExpression): boolean {
  const name = call.expression.getText();
  return /^(Math\.\w+|String|Number|parseInt|btoa|Buffer\.from|\w*(hash|md5|sha1|sha256|encode|hex)\w*)$|\.(charAt|at|slice|substring|substr|update|concat|padStart|fromCharCode|fromCodePoint|toString)$/i.test(
    name,
  );
}
