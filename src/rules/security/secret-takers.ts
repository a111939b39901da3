import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';
import { libraryCall, nodeCryptoCall } from './crypto-calls.ts';
import { jwtCall } from './jwt-calls.ts';

/** A constant text that a call takes as a key, a password or a secret. */
export interface TakenSecret {
  /** Where the call takes it. */
  readonly at: ts.Node;
  readonly literal: ts.StringLiteralLike;
  /** What takes it, for messages. */
  readonly name: string;
}

type Call = ts.CallExpression | ts.NewExpression;

/** The constant secrets that a call takes, also through variables, buffers and options of this file. */
export function secretsTakenBy(node: Call, values: FileValues): readonly TakenSecret[] {
  const name = lastName(node.expression);
  const index = argumentIndex(node, name, values);
  if (index !== undefined) return taken(node.arguments?.[index], calleeText(node.expression), values);
  const fields = optionFields(node, name, values);
  return fields.length > 0 ? fromOptions(node, fields, values) : [];
}

function taken(value: ts.Expression | undefined, name: string, values: FileValues): readonly TakenSecret[] {
  const literal = value && secretText(value, values, 0);
  return literal ? [{ at: value, literal, name }] : [];
}

/** The position of the key among the arguments. */
function argumentIndex(node: Call, name: string, values: FileValues): number | undefined {
  if (ts.isNewExpression(node)) return /(^|\.)Sequelize$/.test(name) && node.arguments?.length !== 1 ? 2 : undefined;
  const jwt = jwtCall(node, values);
  if (jwt) return jwt.method === 'decode' && jwt.library !== 'jwt-simple' ? undefined : 1;
  if (/^create(Hmac|Cipheriv|Decipheriv|Cipher|Decipher)$/.test(name)) {
    return nodeCryptoCall(node, values) === undefined && !ts.isPropertyAccessExpression(node.expression)
      ? undefined
      : 1;
  }
  const library = libraryCall(node.expression, values);
  if (/^crypto-?js[./](?:(AES|TripleDES|DES|Rabbit|RC4)\.(encrypt|decrypt)|Hmac\w+)$/i.test(library)) return 1;
  if (/^(cookie-parser|cookieParser)$/.test(library)) return 0;
  return undefined;
}

const secretOptions: readonly (readonly [pattern: RegExp, fields: readonly string[]])[] = [
  [
    /^(express-session|cookie-session|koa-session|session|cookieSession|expressSession|expressjwt|koa-jwt)$/,
    ['secret', 'keys'],
  ],
  [/^(express-jwt(\.expressjwt)?|expressJwt|koa-jwt)$/, ['secret']],
  [/(^|\.)\w*Strategy$/, ['clientSecret', 'consumerSecret', 'secretOrKey', 'secret', 'jwtSecret']],
  [/(^|\.)(JwtModule|PassportModule|FastifyJwt)\.(register|forRoot)$/, ['secret', 'secretOrPrivateKey']],
  [/^(NextAuth|next-auth|betterAuth)$/, ['secret']],
  [
    /^(mysql2?|pg|mssql|mariadb|oracledb)(\/promise)?\.(createConnection|createPool|connect|getConnection|Client|Pool)$/,
    ['password'],
  ],
];

function optionFields(node: Call, name: string, values: FileValues): readonly string[] {
  if (
    !/session|jwt|strategy|register|forRoot|auth|connect|createPool|client|pool/i.test(name) &&
    !ts.isIdentifier(node.expression)
  )
    return [];
  const library = libraryCall(node.expression, values);
  return secretOptions.find(([pattern]) => pattern.test(library))?.[1] ?? [];
}

function fromOptions(node: Call, fields: readonly string[], values: FileValues): readonly TakenSecret[] {
  const [first] = node.arguments ?? [];
  if (!first) return [];
  const options = values.options(first);
  return fields.flatMap((field) => {
    const found = options.read(field);
    if (typeof found === 'string') return [];
    return found.flatMap((value) => {
      const literal = secretText(value, values, 0);
      return literal ? [{ at: propertyIn(first, field) ?? literal, literal, name: field }] : [];
    });
  });
}

/** The value that stands for a field in the options themselves. */
function propertyIn(options: ts.Expression, field: string): ts.Node | undefined {
  const literal = unwrap(options);
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const property = literal.properties.find((candidate) => candidate.name?.getText() === field);
  return property && ts.isPropertyAssignment(property) ? property.initializer : property;
}

/** The text behind variables, fallbacks, lists and encodings such as `Buffer.from(text)` and `JWK.asKey(text)`. */
function secretText(node: ts.Expression, values: FileValues, depth: number): ts.StringLiteralLike | undefined {
  const value = values.settled(node);
  if (depth > 4) return undefined;
  if (ts.isStringLiteralLike(value)) return value.text === '' ? undefined : value;
  if (ts.isArrayLiteralExpression(value)) return value.elements[0] && secretText(value.elements[0], values, depth + 1);
  if (ts.isBinaryExpression(value) && /^(\|\||\?\?)$/.test(value.operatorToken.getText()))
    return secretText(value.right, values, depth + 1);
  if (!ts.isCallExpression(value)) return undefined;
  const isEncoding = /^(from|asKey|encode|parse|createSecretKey|asBuffer|toString)$/.test(lastName(value.expression));
  const inner =
    value.arguments[0] ?? (ts.isPropertyAccessExpression(value.expression) ? value.expression.expression : undefined);
  return isEncoding && inner ? secretText(inner, values, depth + 1) : undefined;
}
