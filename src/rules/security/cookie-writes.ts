import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { lastName, nameParts, stringValue, unwrap } from '../syntax/names.ts';
import { endsAs, onlyValue, type Field, type Options } from '../syntax/option-values.ts';
import { libraryCall } from './crypto-calls.ts';
import { wordsOf } from './secret-use.ts';

/** What a cookie lacks. */
export type CookieFault = 'Secure' | 'HttpOnly' | 'SameSite';

/** A cookie that code sets, or that a session middleware sets for it. */
export interface CookieWrite {
  readonly at: ts.Node;
  /** The cookie's name, or that of the variable that holds it; `session` for a middleware's own. */
  readonly name: string;
  readonly faults: readonly CookieFault[];
  /** The options of the call, where they stand written in it and the server sets the cookie. */
  readonly options?: ts.ObjectLiteralExpression | undefined;
}

/** Reads a call that sets a cookie; undefined for other calls and for cookies that are taken away. */
export function cookieSetBy(node: ts.CallExpression, values: FileValues): readonly CookieWrite[] {
  const name = lastName(node.expression);
  if (/^(session|cookieSession|expressSession)$/.test(name) || isSessionModule(node, values))
    return sessionCookie(node, values);
  if (/^(setHeader|header|set|append|writeHead|appendHeader)$/.test(name)) {
    const header = headerCookies(node, name, values);
    if (header.length > 0) return header;
  }
  const setter = setters.get(name);
  const taken = setter?.(node, values);
  if (!taken) return [];
  return isSensitive(taken.name) && !isTakenAway(taken, values)
    ? [{ at: node, name: taken.name, faults: faultsOf(taken, values), options: taken.written }]
    : [];
}

/** The cookie that `document.cookie = text` sets. */
export function cookieAssigned(text: ts.Expression, values: FileValues): CookieWrite | undefined {
  const parsed = parseCookie(text, values, false);
  return parsed && { at: text, name: parsed.name, faults: parsed.faults };
}

interface Taken {
  readonly name: string;
  readonly value?: ts.Expression | undefined;
  readonly options: Options;
  readonly written: ts.ObjectLiteralExpression | undefined;
  /** A cookie that a page sets cannot be `HttpOnly`; some libraries set the flag on their own. */
  readonly needsHttpOnly: boolean;
}

type Setter = (node: ts.CallExpression, values: FileValues) => Taken | undefined;

const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['cookie', (node, values) => (isResponse(node) ? taken(node, values, 0, true) : undefined)],
  [
    'setCookie',
    (node, values) =>
      isContext(node.arguments[0])
        ? taken(node, values, 1, true)
        : isResponse(node)
          ? taken(node, values, 0, true)
          : undefined,
  ],
  [
    'serialize',
    (node, values) =>
      /^(cookie|\w*cookie\w*)\./i.test(libraryCall(node.expression, values)) ? taken(node, values, 0, true) : undefined,
  ],
  ['set', cookieStore],
]);

function taken(node: ts.CallExpression, values: FileValues, first: number, needsHttpOnly: boolean): Taken | undefined {
  const [name, value, options] = node.arguments.slice(first);
  const written = needsHttpOnly && options && ts.isObjectLiteralExpression(options) ? options : undefined;
  return name && { name: cookieName(name, values), value, options: values.options(options), written, needsHttpOnly };
}

/** `Cookies.set` in a page, `ctx.cookies.set` of koa, `cookies().set` of Next. */
function cookieStore(node: ts.CallExpression, values: FileValues): Taken | undefined {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const receiver = unwrap(node.expression.expression);
  const made = ts.isAwaitExpression(receiver) ? unwrap(receiver.expression) : receiver;
  if (ts.isCallExpression(made))
    return lastName(made.expression) === 'cookies' ? taken(node, values, 0, true) : undefined;
  const parts = nameParts(receiver);
  if (!/^(\w*cookies?|universalCookie)$/i.test(parts.at(-1) ?? '')) return undefined;
  return taken(node, values, 0, false);
}

function isResponse(node: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(node.expression)) return false;
  let receiver = unwrap(node.expression.expression);
  while (ts.isCallExpression(receiver) && ts.isPropertyAccessExpression(receiver.expression))
    receiver = unwrap(receiver.expression.expression);
  return /^(res|response|reply|resp|rep)$/.test(nameParts(receiver).at(-1) ?? '');
}

function isContext(node: ts.Expression | undefined): boolean {
  return node !== undefined && ts.isIdentifier(node) && /^(c|ctx|context|event)$/.test(node.text);
}

function cookieName(node: ts.Expression, values: FileValues): string {
  const text = values.text(node);
  if (text !== undefined && isSensitive(text)) return text;
  return isSensitive(lastName(node)) ? lastName(node) : (text ?? lastName(node));
}

/** Whether a cookie's name says that it proves who someone is. */
export function isSensitive(name: string): boolean {
  const words = wordsOf(name).join(' ');
  if (
    /\b(csrf|xsrf|lang|locale|theme|consent|count|state|nonce|expires?|expiry|redirect|flash|seen|banner)\b/.test(words)
  )
    return false;
  return /\b(auth|authkey|authorization|authentication|session|sessionid|sess|sid|ssid|token|jwt|jsessionid|phpsessid|access|refresh token|login|credentials?|passwords?|api key|remember|user id|userid)\b/.test(
    words,
  );
}

function isTakenAway(cookie: Taken, values: FileValues): boolean {
  if (cookie.value && values.text(cookie.value) === '') return true;
  return values.number(onlyValue(cookie.options.read('maxAge'))) === 0;
}

function faultsOf(cookie: Taken, values: FileValues): readonly CookieFault[] {
  const read = (name: string): Field => {
    const field = cookie.options.read(name);
    return field === 'absent' ? cookie.options.read(name.toLowerCase()) : field;
  };
  const faults: CookieFault[] = [];
  if (isOff(read('secure'))) faults.push('Secure');
  if (cookie.needsHttpOnly ? isOff(read('httpOnly')) : endsAs(read('httpOnly'), false)) faults.push('HttpOnly');
  if (/^none$/i.test(values.text(onlyValue(read('sameSite'))) ?? '')) faults.push('SameSite');
  return faults;
}

function isOff(field: Field): boolean {
  return field === 'absent' || endsAs(field, false);
}

function isSessionModule(node: ts.CallExpression, values: FileValues): boolean {
  return (
    ts.isIdentifier(node.expression) &&
    /^(express-session|cookie-session|koa-session|@fastify\/session|@fastify\/secure-session)$/.test(
      values.exportOf(node.expression)?.module ?? '',
    )
  );
}

/** express-session sets `HttpOnly` unless told otherwise, and `Secure` only when told to. */
function sessionCookie(node: ts.CallExpression, values: FileValues): readonly CookieWrite[] {
  const module = ts.isIdentifier(node.expression) ? values.exportOf(node.expression)?.module : undefined;
  const [first] = node.arguments;
  if (!first || !module || !/^(express-session|cookie-session)$/.test(module)) return [];
  const options = values.options(first);
  if (!options.isKnown) return [];
  const read = (name: string): Field => {
    const own = options.read(`cookie.${name}`);
    return own === 'absent' ? options.read(name) : own;
  };
  const faults: CookieFault[] = [];
  const secure = read('secure');
  if (module === 'express-session' ? isOff(secure) : endsAs(secure, false)) faults.push('Secure');
  if (endsAs(read('httpOnly'), false)) faults.push('HttpOnly');
  if (/^none$/i.test(values.text(onlyValue(read('sameSite'))) ?? '')) faults.push('SameSite');
  return faults.length > 0 ? [{ at: node, name: 'session', faults }] : [];
}

function headerCookies(node: ts.CallExpression, name: string, values: FileValues): readonly CookieWrite[] {
  const header = values.text(node.arguments[0]);
  const given =
    name === 'writeHead' ? onlyValue(values.options(node.arguments.at(-1)).read('Set-Cookie')) : node.arguments[1];
  if (!given || (name !== 'writeHead' && !/^set-cookie$/i.test(header ?? ''))) return [];
  const value = values.settled(given);
  const list = ts.isArrayLiteralExpression(value) ? value.elements : [value];
  return list.flatMap((text) => {
    const parsed = ts.isExpression(text) ? parseCookie(text, values, true) : undefined;
    return parsed ? [{ at: list.length > 1 ? text : node, name: parsed.name, faults: parsed.faults }] : [];
  });
}

interface Parsed {
  readonly name: string;
  readonly faults: readonly CookieFault[];
}

/** `authKey=…; Secure`, as far as its constant parts say. */
function parseCookie(node: ts.Expression, values: FileValues, needsHttpOnly: boolean): Parsed | undefined {
  const text = constantParts(values.settled(node), values);
  const name = /^\s*([\w.-]+)=/.exec(text)?.[1];
  if (name === undefined || !isSensitive(name) || /max-age=0|expires=Thu, 01 Jan 1970/i.test(text)) return undefined;
  const faults: CookieFault[] = [];
  if (!/;\s*secure\b/i.test(text)) faults.push('Secure');
  if (needsHttpOnly && !/;\s*httponly\b/i.test(text)) faults.push('HttpOnly');
  if (/;\s*samesite=none\b/i.test(text)) faults.push('SameSite');
  return { name, faults };
}

const unknownPart = '\u0000';

/** A text with a mark for each part that the file does not show. */
function constantParts(node: ts.Expression, values: FileValues): string {
  const text = values.text(node);
  if (text !== undefined) return text;
  const value = values.settled(node);
  if (ts.isTemplateExpression(value)) {
    return (
      value.head.text +
      value.templateSpans.map((span) => constantParts(span.expression, values) + span.literal.text).join('')
    );
  }
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return constantParts(value.left, values) + constantParts(value.right, values);
  }
  return stringValue(value) ?? unknownPart;
}
