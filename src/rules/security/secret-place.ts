import ts from 'typescript';
import { parentOf } from '../syntax/walk.ts';
import { lastName } from '../syntax/names.ts';
import { nameGivenBy, wordsOf } from './secret-use.ts';

/** How sure a place makes it that a text is a secret: `certain` takes any, `named` only what looks like one. */
export interface SecretPlace {
  readonly name: string;
  readonly certainty: 'certain' | 'credentials' | 'named';
  readonly isPassword: boolean;
}

const secretEnd =
  /\b(password|passwd|pwd|passphrase|secret|api ?key|access key|secret key|private key|encryption key|signing key|auth ?token|access ?token|refresh token|bearer token|bot token|api token|client secret|session secret|credential|token|hmac key|master key|auth key|account key|shared key|webhook secret)$/;
const otherEnd =
  /\b(public|csrf|xsrf|header|field|label|input|error|message|type|name|hint|placeholder|title|text|url|path|regex|pattern|format|prefix|suffix|selector|next|page|continuation|reset|forgot|confirm|change|cancel|abort|design|syntax|storage|cache|query|param|cookie|injection|invalid|missing|wrong|show|hide|toggle)\b/;
const connectionFields = new Set(['host', 'hostname', 'server', 'port', 'database', 'dbname', 'connectionString']);
const loginFields = new Set(['user', 'username', 'login', 'email', 'userName']);
const secretOptions = new Set(['secret', 'secrets', 'secretOrKey', 'clientSecret', 'keys', 'jwtSecret', 'signingKey']);
const secretTakers =
  /^(session|expressSession|cookieSession|expressJwt|expressjwt|jwt|Strategy|JwtStrategy|\w*Strategy|register)$/;

/** The place of a text if it is one where secrets stand. */
export function secretPlaceOf(node: ts.Expression): SecretPlace | undefined {
  const { value, holder } = placeOf(node);
  const taken = takenAsSecret(holder);
  if (taken !== undefined) return { name: taken, certainty: 'certain', isPassword: false };
  const name = nameGivenBy(holder, value);
  if (name === undefined) return undefined;
  const kind = kindOfSecret(name);
  if (kind === undefined) return undefined;
  const certainty = hasCredentialSiblings(holder) ? 'credentials' : 'named';
  return { name, certainty, isPassword: kind === 'password' };
}

/** What a name promises of its value: a password that a person chose, or another secret; undefined for neither. */
export function kindOfSecret(name: string): 'password' | 'other' | undefined {
  const words = wordsOf(name).join(' ');
  if (!secretEnd.test(words) || otherEnd.test(words)) return undefined;
  return /(password|passwd|pwd|passphrase)$/.test(words) ? 'password' : 'other';
}

/** The value that a text is, or is the fallback of: `process.env.SECRET || 'text'`. */
function placeOf(node: ts.Expression): { value: ts.Node; holder: ts.Node } {
  let value: ts.Node = node;
  let holder = parentOf(value);
  while (holder && (isFallback(holder, value) || ts.isParenthesizedExpression(holder) || ts.isAsExpression(holder))) {
    value = holder;
    holder = parentOf(holder);
  }
  return { value, holder: holder ?? node };
}

function isFallback(holder: ts.Node, value: ts.Node): boolean {
  if (!ts.isBinaryExpression(holder) || holder.right !== value) return false;
  const { kind } = holder.operatorToken;
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** The option of a session or login library that a text is given to. */
function takenAsSecret(holder: ts.Node): string | undefined {
  const list = ts.isArrayLiteralExpression(holder) ? parentOf(holder) : holder;
  if (!list || !ts.isPropertyAssignment(list)) return undefined;
  const name = list.name.getText();
  if (!secretOptions.has(name)) return undefined;
  const call = parentOf(list.parent);
  const isCall = call && (ts.isCallExpression(call) || ts.isNewExpression(call));
  return isCall && secretTakers.test(lastName(call.expression)) ? name : undefined;
}

/** Whether the name stands beside an account's or a server's name: that is what credentials look like. */
function hasCredentialSiblings(holder: ts.Node): boolean {
  if (!ts.isPropertyAssignment(holder) || !ts.isObjectLiteralExpression(holder.parent)) return false;
  return holder.parent.properties.some((property) => {
    if (!ts.isPropertyAssignment(property)) return false;
    const name = ts.isIdentifier(property.name) || ts.isStringLiteral(property.name) ? property.name.text : '';
    if (connectionFields.has(name)) return true;
    return (
      loginFields.has(name) && ts.isStringLiteralLike(property.initializer) && isAccount(property.initializer.text)
    );
  });
}

function isAccount(text: string): boolean {
  return /^[^@\s]+@[^@\s]+$|^(admin|administrator|root|sa|postgres|guest|\w*\d\w*)$/i.test(text);
}
