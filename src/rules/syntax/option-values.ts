import ts from 'typescript';
import type { FileValues } from './file-values.ts';
import { isFunctionNode } from './functions.ts';
import { unwrap } from './names.ts';
import { findAncestor } from './walk.ts';

/**
 * The value of one field: its expressions (several where code assigns it more than once), `absent` where the field
 * is surely not there, `unknown` where something the file does not show may hold it.
 */
export type Field = readonly ts.Expression[] | 'absent' | 'unknown';

/** The fields of an object that is passed as options. */
export interface Options {
  /** A field by its path: `cookie.httpOnly`. */
  read(path: string): Field;
  /** Whether the fields are written in this file, at least some of them. */
  readonly isKnown: boolean;
}

/** Reads the object behind an expression; an expression that is left out holds nothing. */
export function optionsIn(node: ts.Expression | undefined, values: FileValues): Options {
  return {
    isKnown: node === undefined || readOwn(node, [], values, 0) !== 'unknown',
    read: (path) => (node ? readOwn(node, path.split('.'), values, 0) : 'absent'),
  };
}

/** Whether a field is written and every value of it is the literal `true`, or `false`. */
export function isLiteral(field: Field, expected: boolean): boolean {
  const kind = expected ? ts.SyntaxKind.TrueKeyword : ts.SyntaxKind.FalseKeyword;
  return Array.isArray(field) && field.every((value: ts.Expression) => value.kind === kind);
}

/** Whether a field ends up as the literal: every value of it is, or the last one is and was not written under a condition. */
export function endsAs(field: Field, expected: boolean): boolean {
  if (typeof field === 'string') return false;
  if (isLiteral(field, expected)) return true;
  const last = field.at(-1);
  if (!last || findAncestor(last, ts.isIfStatement, isFunctionNode)) return false;
  return isLiteral([last], expected);
}

/** The one expression that a field holds. */
export function onlyValue(field: Field): ts.Expression | undefined {
  return typeof field === 'string' ? undefined : field[0];
}

const deepest = 6;

function readOwn(node: ts.Expression, path: readonly string[], values: FileValues, depth: number): Field {
  if (depth > deepest) return 'unknown';
  const expression = unwrap(node);
  const assigned = ts.isIdentifier(expression) ? readWrites(expression, path, values) : [];
  const value = values.settled(expression);
  const initial = readValue(value, path, values, depth);
  if (assigned.length === 0) return initial;
  return typeof initial === 'string' ? assigned : [...initial, ...assigned];
}

function readValue(value: ts.Expression, path: readonly string[], values: FileValues, depth: number): Field {
  const [name, ...rest] = path;
  if (name === undefined)
    return ts.isIdentifier(value) || ts.isCallExpression(value) ? fromCall(value, path, values, depth) : [value];
  if (ts.isObjectLiteralExpression(value)) return readLiteral(value, name, rest, values, depth);
  if (ts.isCallExpression(value)) return fromCall(value, path, values, depth);
  return value.kind === ts.SyntaxKind.NullKeyword ? 'absent' : 'unknown';
}

/** `Object.assign({ … }, { … })`: what stands last wins. */
function fromCall(value: ts.Expression, path: readonly string[], values: FileValues, depth: number): Field {
  if (
    !ts.isCallExpression(value) ||
    !/^(Object\.assign|_\.(assign|extend|merge|defaults))$/.test(value.expression.getText())
  ) {
    return 'unknown';
  }
  if (path.length === 0) return [value];
  for (const argument of [...value.arguments].reverse()) {
    const field = readOwn(argument, path, values, depth + 1);
    if (field !== 'absent') return field;
  }
  return 'absent';
}

function readLiteral(
  literal: ts.ObjectLiteralExpression,
  name: string,
  rest: readonly string[],
  values: FileValues,
  depth: number,
): Field {
  for (const property of [...literal.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const field = readOwn(property.expression, [name, ...rest], values, depth + 1);
      if (field !== 'absent') return field;
      continue;
    }
    const key = property.name;
    if (ts.isComputedPropertyName(key) || keyText(key) !== name) continue;
    if (ts.isShorthandPropertyAssignment(property)) return follow(property.name, rest, values, depth);
    return ts.isPropertyAssignment(property) ? follow(property.initializer, rest, values, depth) : 'unknown';
  }
  return 'absent';
}

function follow(node: ts.Expression, rest: readonly string[], values: FileValues, depth: number): Field {
  return rest.length > 0 ? readOwn(node, rest, values, depth + 1) : [values.settled(node)];
}

/** `options.cookie.secure = true` and `options.cookie = { … }` behind the declaration of `options`. */
function readWrites(name: ts.Identifier, path: readonly string[], values: FileValues): ts.Expression[] {
  return values.writes(name).flatMap((write) => {
    const target = fieldPath(write.left);
    if (!target || target.length === 0 || target.length > path.length) return [];
    if (target.some((part, index) => part !== path[index])) return [];
    const rest = path.slice(target.length);
    const field = rest.length > 0 ? readOwn(write.right, rest, values, 1) : [values.settled(write.right)];
    return typeof field === 'string' ? [] : field;
  });
}

function fieldPath(target: ts.Expression): readonly string[] | undefined {
  const expression = unwrap(target);
  if (ts.isIdentifier(expression)) return [];
  if (ts.isPropertyAccessExpression(expression)) return append(expression.expression, expression.name.text);
  if (!ts.isElementAccessExpression(expression) || !ts.isStringLiteralLike(expression.argumentExpression))
    return undefined;
  return append(expression.expression, expression.argumentExpression.text);
}

function append(owner: ts.Expression, name: string): readonly string[] | undefined {
  const path = fieldPath(owner);
  return path && [...path, name];
}

function keyText(key: ts.PropertyName): string {
  return ts.isIdentifier(key) || ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : '';
}
