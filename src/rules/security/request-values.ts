import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { lastName, nameParts, unwrap } from '../syntax/names.ts';

/** The part of a request that an expression reads, as written in HTTP: `headers`, `query`, `body`, `params`, `cookies`. */
export interface RequestRead {
  readonly part: string;
  /** The field that is read: `origin`; empty where the whole part is. */
  readonly field: string;
}

const parts = new Set(['headers', 'query', 'body', 'params', 'cookies', 'signedCookies', 'searchParams']);

/** Reads `req.query.id`, `request.headers['origin']`, `req.get('Origin')` and `req.param('id')`, also through variables. */
export function requestRead(node: ts.Expression, values: FileValues): RequestRead | undefined {
  const value = values.settled(node);
  if (ts.isCallExpression(value)) return readByCall(value);
  const part = partOf(value);
  if (part) return { part, field: '' };
  if (ts.isPropertyAccessExpression(value)) {
    const owner = partOf(unwrap(value.expression));
    return owner === undefined ? undefined : { part: owner, field: value.name.text };
  }
  if (!ts.isElementAccessExpression(value)) return undefined;
  const owner = partOf(unwrap(value.expression));
  return owner === undefined ? undefined : { part: owner, field: values.text(value.argumentExpression) ?? '' };
}

/** Whether an expression is a request by its usual name. */
export function isRequest(node: ts.Expression): boolean {
  return /^(_?req|_?request)$/.test(nameParts(node).at(-1) ?? '');
}

function partOf(node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !parts.has(node.name.text)) return undefined;
  return isRequest(node.expression) ? node.name.text : undefined;
}

function readByCall(call: ts.CallExpression): RequestRead | undefined {
  if (!ts.isPropertyAccessExpression(call.expression) || !isRequest(call.expression.expression)) return undefined;
  const name = lastName(call.expression);
  const [first] = call.arguments;
  const field = first && ts.isStringLiteralLike(first) ? first.text : '';
  if (/^(get|header)$/.test(name)) return { part: 'headers', field: field.toLowerCase() };
  return /^(param|query)$/.test(name) ? { part: name === 'query' ? 'query' : 'params', field } : undefined;
}
