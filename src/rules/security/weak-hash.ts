import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { enclosingFunction, functionName } from '../syntax/functions.ts';
import { callHead, lastName } from '../syntax/names.ts';
import { containsBelow, findAncestor, parentOf } from '../syntax/walk.ts';
import { nodeCryptoCall } from './crypto-calls.ts';
import { hashedBy } from './hash-calls.ts';
import { isSecretName, secretMadeOf, wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly algorithm: string;
  /** The secret that the hash protects or becomes. */
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/weak-hash',
  weakness: 'weak-cryptography',
  cwe: [328, 327],
  docs: {
    title: { en: 'Broken hash protects a secret', fr: 'Hachage cassé pour protéger un secret' },
    why: {
      en: 'MD5 and SHA-1 collide on purpose within hours, and a token hashed from something known can be computed by anyone. Use SHA-256, an HMAC with a secret key, or random bytes for tokens.',
      fr: 'MD5 et SHA-1 entrent en collision à volonté en quelques heures, et un jeton haché à partir d’une donnée connue se calcule. Utilisez SHA-256, un HMAC à clé secrète, ou des octets aléatoires pour un jeton.',
    },
    forLeads: {
      en: 'Someone can forge what this code takes as proof, such as a reset link or a signature.',
      fr: 'Quelqu’un peut fabriquer ce que ce code tient pour une preuve, comme un lien de réinitialisation ou une signature.',
    },
    bad: "import crypto from 'node:crypto';\nexport const resetToken = (login: string) => crypto.createHash('md5').update(login).digest('hex');",
    good: "import crypto from 'node:crypto';\nexport const resetToken = () => crypto.randomBytes(32).toString('hex');",
  },
  options: z.strictObject({}),
  message: {
    en: ({ algorithm, name }: Data) => `${algorithm.toUpperCase()} is broken and must not protect \`${name}\``,
    fr: ({ algorithm, name }: Data) => `${algorithm.toUpperCase()} est cassé et ne doit pas protéger \`${name}\``,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const signature = weakSignature(node, values);
        if (signature !== undefined) report(node, { algorithm: signature, name: 'signature' });
        const hashed = hashedBy(node, values);
        if (!hashed?.input || !/^(md[245]|sha1|ripemd160)$/.test(hashed.algorithm)) return;
        if (/pass(word|wd)|pwd/i.test(hashed.input.getText())) return;
        const name = secretIn(hashed.input) ?? secretMadeOf(node) ?? secretFunction(node) ?? comparedSecret(node);
        if (name !== undefined) report(callHead(node), { algorithm: hashed.algorithm, name });
      },
    };
  },
});

/** `createSign('RSA-SHA1')`: signatures need a hash without collisions. */
function weakSignature(node: ts.CallExpression, values: FileValues): string | undefined {
  if (!/^create(Sign|Verify)$/.test(lastName(node.expression))) return undefined;
  if (!/^create(Sign|Verify)$/.test(nodeCryptoCall(node, values) ?? '')) return undefined;
  return /^(?:(?:rsa|dsa|ecdsa)-)?(md[45]|sha1)$/i.exec(values.text(node.arguments[0]) ?? '')?.[1]?.toLowerCase();
}

function secretIn(input: ts.Expression): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && isSecretName(node.text) && !isPublicPart(node.text)) found = node.text;
    return found !== undefined;
  };
  if (!visit(input)) containsBelow(input, visit);
  return found;
}

/** A digest of these names one thing among others, which needs no secrecy. */
function isPublicPart(name: string): boolean {
  return /\b(nonce|salt|id|csrf|xsrf)\b/.test(wordsOf(name).join(' '));
}

/** A function named after a secret that returns the digest. */
function secretFunction(node: ts.Node): string | undefined {
  const maker = enclosingFunction(node);
  const isResult = maker?.body && (!ts.isBlock(maker.body) || ts.isReturnStatement(nearestStatement(node)));
  const name = maker && isResult ? functionName(maker) : '';
  return isSecretName(name) && !isPublicPart(name) && !/^(is|has|should|verify|check)/.test(name) ? name : undefined;
}

function nearestStatement(node: ts.Node): ts.Node {
  return findAncestor(node, ts.isStatement) ?? node;
}

/** `request.query.token === md5(…)`. */
function comparedSecret(node: ts.Node): string | undefined {
  let child = node;
  let parent = parentOf(node);
  while (
    parent &&
    (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent) || ts.isParenthesizedExpression(parent))
  ) {
    child = parent;
    parent = parentOf(parent);
  }
  if (!parent || !ts.isBinaryExpression(parent) || !/^[!=]==?$/.test(parent.operatorToken.getText())) return undefined;
  const name = lastName(parent.left === child ? parent.right : parent.left);
  return isSecretName(name) ? name : undefined;
}
