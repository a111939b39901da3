import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { lastName, nameParts, unwrap } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';
import { wordsOf } from './secret-use.ts';
import { isRandomLooking } from './secret-value.ts';

/** Says of an expression which password, key or whole environment its value shows; undefined where it shows none. */
export type SensitiveIn = (node: ts.Expression) => string | undefined;

/** Follows values through variables, objects, texts and the parameters of the file's own functions. */
export function sensitiveValues(sourceFile: ts.SourceFile, values: FileValues): SensitiveIn {
  let calls: ReadonlyMap<string, readonly ts.CallExpression[]> | undefined;
  const callsOf = (name: string): readonly ts.CallExpression[] => (calls ??= callsByName(sourceFile)).get(name) ?? [];
  return (node) => shownBy(node, { values, callsOf }, 0);
}

/** Whether a name stands for something that no reader of a log may see; what is hashed or only named does not. */
export function isSensitiveName(name: string): boolean {
  const words = wordsOf(name).join(' ');
  if (harmless.test(words)) return false;
  return sensitive.test(words);
}

const sensitive =
  /(^| )(password|passwd|passwort|pwd|passphrase|passcode|pin code|secret|secret key|client secret|api key|apikey|api secret|private key|access key|encryption key|signing key|access token|auth token|refresh token|bearer token|session token|api token|id token|reset token|jwt|credentials?|credit card|card number|cvv|cvc|ssn|social security number|iban)( text| plain| value| string)?$/;
const harmless =
  /\b(hash|hashed|encrypted|encoded|crypted|cipher|masked|redacted|hidden|fixed|sample|example|dummy|fake|error|errors|message|label|field|input|type|name|id|length|count|size|policy|strength|rule|rules|valid|invalid|incorrect|wrong|is|has|no|missing|without|reset|forgot|changed?|set|required|confirm|public|md5|sha|sha1|sha256|bcrypt|digest|header|path|file|url|prompt|placeholder|regex|pattern|actually|displayed)\b/;

interface Context {
  readonly values: FileValues;
  readonly callsOf: (name: string) => readonly ts.CallExpression[];
}

const deepest = 6;

function shownBy(node: ts.Expression, context: Context, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  const value = unwrap(node);
  const inner = (part: ts.Expression | undefined): string | undefined => part && shownBy(part, context, depth + 1);
  if (ts.isIdentifier(value)) return ofName(value, context, depth);
  if (ts.isPropertyAccessExpression(value)) return ofProperty(value, context, depth);
  if (ts.isElementAccessExpression(value)) {
    return ts.isStringLiteralLike(value.argumentExpression) && isSensitiveName(value.argumentExpression.text)
      ? value.argumentExpression.text
      : undefined;
  }
  if (ts.isTemplateExpression(value)) return first(value.templateSpans, (span) => inner(span.expression));
  if (ts.isBinaryExpression(value)) return ofOperator(value, inner);
  if (ts.isConditionalExpression(value)) return inner(value.whenTrue) ?? inner(value.whenFalse);
  if (ts.isAwaitExpression(value) || ts.isSpreadElement(value)) return inner(value.expression);
  if (ts.isObjectLiteralExpression(value)) return ofObject(value, inner, context, depth);
  if (ts.isArrayLiteralExpression(value)) return first(value.elements, inner);
  return ts.isCallExpression(value) ? ofCall(value, inner) : undefined;
}

function ofName(name: ts.Identifier, context: Context, depth: number): string | undefined {
  const settled = context.values.settled(name);
  const isText = ts.isStringLiteralLike(settled);
  if (isSensitiveName(name.text)) {
    if (isText) return isRandomLooking(settled.text) ? name.text : undefined;
    return isSafeResult(settled) ? undefined : name.text;
  }
  if (isText && /(^| )token$/.test(wordsOf(name.text).join(' ')) && isRandomLooking(settled.text)) return name.text;
  if (settled !== name) return shownBy(settled, context, depth + 1);
  return ofParameter(name, context, depth);
}

/** What the file's own calls hand over for a parameter. */
function ofParameter(name: ts.Identifier, context: Context, depth: number): string | undefined {
  const declared = context.values.declaration(name);
  if (!declared || !ts.isParameter(declared)) return undefined;
  const maker = declared.parent;
  const index = maker.parameters.indexOf(declared);
  const makerName = maker.name && ts.isIdentifier(maker.name) ? maker.name.text : variableOf(maker);
  if (makerName === undefined) return undefined;
  return first(context.callsOf(makerName), (call) => {
    const argument = call.arguments[index];
    return argument && shownBy(argument, context, Math.max(depth + 1, deepest - 2));
  });
}

function variableOf(maker: ts.Node): string | undefined {
  const holder = maker.parent;
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name.text : undefined;
}

function ofProperty(value: ts.PropertyAccessExpression, context: Context, depth: number): string | undefined {
  const name = value.name.text;
  if (isSensitiveName(name)) return isMessageOwner(value.expression) ? undefined : name;
  if (/password/i.test(name)) return undefined;
  if (name === 'env' && value.expression.getText() === 'process') return 'process.env';
  const owner = context.values.settled(value.expression);
  if (!ts.isObjectLiteralExpression(owner)) return undefined;
  const held = context.values.options(owner).read(name);
  return typeof held === 'string' ? undefined : first(held, (part) => shownBy(part, context, depth + 1));
}

/** Texts about passwords: `labels.password`, `errors.password`. */
function isMessageOwner(owner: ts.Expression): boolean {
  return /(label|message|error|string|text|i18n|translation|route|path|type|constant|field|key|schema|event)s?$/i.test(
    nameParts(owner).at(-1) ?? '',
  );
}

function ofOperator(
  value: ts.BinaryExpression,
  inner: (part: ts.Expression) => string | undefined,
): string | undefined {
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return inner(value.left) ?? inner(value.right);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return inner(value.right);
    default:
      return undefined;
  }
}

function ofObject(
  literal: ts.ObjectLiteralExpression,
  inner: (part: ts.Expression) => string | undefined,
  context: Context,
  depth: number,
): string | undefined {
  return first(literal.properties, (property) => {
    if (ts.isSpreadAssignment(property)) return inner(property.expression);
    if (ts.isShorthandPropertyAssignment(property)) return ofName(property.name, context, depth + 1);
    if (!ts.isPropertyAssignment(property)) return undefined;
    const shown = inner(property.initializer);
    if (shown !== undefined) return shown;
    const name = ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name) ? property.name.text : '';
    const isGiven =
      ts.isIdentifier(property.initializer) && context.values.settled(property.initializer) === property.initializer;
    return isGiven && isSensitiveName(name) ? name : undefined;
  });
}

/** Functions that pass a value on; every other one is trusted to hide it. */
function ofCall(call: ts.CallExpression, inner: (part: ts.Expression) => string | undefined): string | undefined {
  const name = lastName(call.expression);
  const receiver = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
  if (/^(get|read|load|ask|prompt)\w*$/.test(name) && isSensitiveName(name)) return name;
  if (/^(stringify|inspect|format|String|assign|encodeURIComponent|btoa|from)$/.test(name))
    return first(call.arguments, inner);
  if (!receiver) return undefined;
  if (name === 'replace' || name === 'replaceAll') return isMasking(call) ? undefined : inner(receiver);
  return /^(toString|valueOf|trim|concat|toLowerCase|toUpperCase|join)$/.test(name) ? inner(receiver) : undefined;
}

/** `text.replace(/./g, '*')` hides every character. */
function isMasking(call: ts.CallExpression): boolean {
  const [pattern] = call.arguments;
  if (!pattern) return false;
  if (ts.isRegularExpressionLiteral(pattern)) return /^\/(\.|\[[^\]]+\]|\\[wSs])[*+]?\/[a-z]*g/.test(pattern.text);
  if (!ts.isNewExpression(pattern) || lastName(pattern.expression) !== 'RegExp') return false;
  const [source, flags] = pattern.arguments ?? [];
  const isEvery = source !== undefined && ts.isStringLiteralLike(source) && /^(\.|\[.*\])$/.test(source.text);
  return isEvery && flags !== undefined && (!ts.isStringLiteralLike(flags) || flags.text.includes('g'));
}

/** A password that a function hashed, hid or only looked up is none any more. */
function isSafeResult(value: ts.Expression): boolean {
  if (!ts.isCallExpression(value))
    return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return /crypt|hash|mask|redact|hide|compare|check|valid|verify|sanitize|obfuscate|test|schema|object|string|use\w+|create\w*Selector/i.test(
    lastName(value.expression),
  );
}

function callsByName(sourceFile: ts.SourceFile): ReadonlyMap<string, readonly ts.CallExpression[]> {
  const calls = new Map<string, ts.CallExpression[]>();
  walkBelow(sourceFile, (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const known = calls.get(node.expression.text);
      if (known) known.push(node);
      else calls.set(node.expression.text, [node]);
    }
    return undefined;
  });
  return calls;
}

function first<Item, Found>(items: Iterable<Item>, find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
