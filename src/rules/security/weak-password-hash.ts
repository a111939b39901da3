import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { enclosingFunction } from '../syntax/functions.ts';
import { callHead, lastName, unwrap } from '../syntax/names.ts';
import { onlyValue } from '../syntax/option-values.ts';
import { containsBelow, findAncestor } from '../syntax/walk.ts';
import { libraryCall, nodeCryptoCall } from './crypto-calls.ts';
import { hashedBy, type Hashed } from './hash-calls.ts';
import { nameGivenBy, wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  /** What is too weak: a hash's name, or a cost as written. */
  readonly weak: string;
}

export const rule = defineRule({
  id: 'security/weak-password-hash',
  weakness: 'weak-cryptography',
  cwe: [916, 328, 327],
  docs: {
    title: { en: 'Password stored with a fast hash', fr: 'Mot de passe conservé par un hachage rapide' },
    why: {
      en: 'A graphics card tries billions of MD5 or SHA results a second, so a stolen table of passwords is read within hours. Use argon2id, scrypt or bcrypt with a cost of today (bcrypt 10, PBKDF2 600,000 rounds, scrypt 2^17).',
      fr: 'Une carte graphique essaie des milliards de MD5 ou de SHA par seconde : une table de mots de passe volée se lit en quelques heures. Utilisez argon2id, scrypt ou bcrypt avec un coût actuel (bcrypt 10, PBKDF2 600 000 tours, scrypt 2^17).',
    },
    forLeads: {
      en: 'After one leak of the database, the customers’ passwords are known, also those they use elsewhere.',
      fr: 'Après une fuite de la base, les mots de passe des clients sont connus, y compris ceux qu’ils utilisent ailleurs.',
    },
    bad: "import crypto from 'node:crypto';\nexport const stored = (password: string) => crypto.createHash('sha256').update(password).digest('hex');",
    good: "import bcrypt from 'bcrypt';\nexport const stored = (password: string) => bcrypt.hash(password, 12);",
  },
  options: z.strictObject({
    minBcryptCost: z.number().default(10).describe('Smallest cost of bcrypt that is not reported.'),
    minPbkdf2Iterations: z.number().default(100_000).describe('Fewest rounds of PBKDF2 that are not reported.'),
  }),
  message: {
    en: ({ callee, weak }: Data) => `\`${callee}\` protects a password with \`${weak}\`, which is quick to try out`,
    fr: ({ callee, weak }: Data) => `\`${callee}\` protège un mot de passe par \`${weak}\`, rapide à essayer`,
  },
  detect: ({ file, options, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        if (node.arguments.length === 0) return;
        const hashed = hashedBy(node, values);
        if (hashed?.input && isPasswordHash(node, hashed, values) && !isLeakCheck(file.text)) {
          report(callHead(node), { callee: lastName(node.expression) || 'hash', weak: hashed.algorithm });
          return;
        }
        const weak = weakCost(node, values, options);
        if (weak !== undefined) report(callHead(node), { callee: lastName(node.expression), weak });
      },
    };
  },
});

/** Services that list leaked passwords take the start of an SHA-1. */
function isLeakCheck(text: string): boolean {
  return /pwned/i.test(text);
}

function isPasswordHash(node: ts.CallExpression, hashed: Hashed, values: FileValues): boolean {
  if (hashed.input && isPassword(hashed.input, values)) return !isPrepared(node, hashed);
  return /^(md5|sha1)$/.test(hashed.algorithm) && becomesPassword(node, 0);
}

/** A SHA-2 digest that a slow hash takes next, because bcrypt reads 72 bytes only. */
function isPrepared(node: ts.CallExpression, hashed: Hashed): boolean {
  if (/^(md5|sha1)$/.test(hashed.algorithm)) return false;
  const statement = findAncestor(node, ts.isExpressionStatement);
  const isGivenBack = statement?.getText().startsWith(`${hashed.input?.getText() ?? ''} =`) ?? false;
  return isGivenBack || /bcrypt|argon|scrypt|pbkdf2/i.test(enclosingFunction(node)?.getText() ?? '');
}

/** Whether the digest is given to a password's field or to `setPassword(…)`, also through a variable. */
function becomesPassword(node: ts.Node, depth: number): boolean {
  let child = node;
  let parent = node.parent;
  while (ts.isPropertyAccessExpression(parent) || (ts.isCallExpression(parent) && parent.expression === child)) {
    child = parent;
    parent = parent.parent;
  }
  if (ts.isCallExpression(parent)) return isPasswordName(lastName(parent.expression));
  const name = nameGivenBy(parent, child);
  if (name === undefined || depth > 0) return name !== undefined && isPasswordName(name);
  if (isPasswordName(name)) return true;
  const scope = enclosingFunction(parent) ?? parent.getSourceFile();
  return containsBelow(
    scope,
    (use) => ts.isIdentifier(use) && use.text === name && ts.isCallExpression(use.parent) && becomesPassword(use, 1),
  );
}

function isPasswordName(name: string): boolean {
  return /(^| )(password|passwd|pwd)( hash| digest)?$/.test(wordsOf(name).join(' '));
}

function isPassword(node: ts.Expression, values: FileValues): boolean {
  const expression = unwrap(node);
  if (ts.isBinaryExpression(expression))
    return isPassword(expression.left, values) || isPassword(expression.right, values);
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.some((span) => isPassword(span.expression, values));
  }
  const name = ts.isCallExpression(expression) ? lastName(expression.expression) : lastName(expression);
  if (
    /(^| )(password|passwd|pwd|passphrase|passcode)( text| plain| value| input| string)?$/.test(wordsOf(name).join(' '))
  )
    return true;
  const settled = values.settled(expression);
  return settled !== expression && isPassword(settled, values);
}

interface Limits {
  readonly minBcryptCost: number;
  readonly minPbkdf2Iterations: number;
}

function weakCost(node: ts.CallExpression, values: FileValues, limits: Limits): string | undefined {
  const name = lastName(node.expression);
  if (!/^(hash|hashSync|genSalt|genSaltSync|pbkdf2|pbkdf2Sync|PBKDF2|scrypt|scryptSync)$/.test(name)) return undefined;
  const library = libraryCall(node.expression, values);
  if (/^(bcrypt(js|-nodejs)?|@node-rs\/bcrypt|\w*bcrypt\w*)\./i.test(library))
    return weakBcrypt(node, name, values, limits.minBcryptCost);
  if (/^argon2\./.test(library)) return weakArgon2(node, values);
  if (/PBKDF2$/.test(name))
    return tooFew(onlyValue(values.options(node.arguments[2]).read('iterations')), limits.minPbkdf2Iterations, values);
  const native = nodeCryptoCall(node, values);
  if (native === 'pbkdf2' || native === 'pbkdf2Sync')
    return tooFew(node.arguments[2], limits.minPbkdf2Iterations, values);
  if (native !== 'scrypt' && native !== 'scryptSync') return undefined;
  const options = values.options(node.arguments[3]);
  return tooFew(onlyValue(options.read('N')) ?? onlyValue(options.read('cost')), 2 ** 14, values);
}

function weakBcrypt(node: ts.CallExpression, name: string, values: FileValues, least: number): string | undefined {
  const cost = node.arguments[name.startsWith('genSalt') ? 0 : 1];
  return tooFew(cost, least, values);
}

/** RFC 9106 and OWASP: argon2id, with 19 MiB (7 MiB at the very least). */
function weakArgon2(node: ts.CallExpression, values: FileValues): string | undefined {
  const options = values.options(node.arguments[1]);
  const type = onlyValue(options.read('type'));
  if (type && /^argon2[di]$/.test(lastName(type))) return lastName(type);
  return tooFew(onlyValue(options.read('memoryCost')), 7168, values);
}

function tooFew(node: ts.Expression | undefined, least: number, values: FileValues): string | undefined {
  const count = values.number(node);
  return count !== undefined && count < least ? String(count) : undefined;
}
