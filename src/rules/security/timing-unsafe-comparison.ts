import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { requestRead } from './request-values.ts';
import { wordsOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/timing-unsafe-comparison',
  weakness: 'weak-cryptography',
  cwe: [208],
  docs: {
    title: { en: 'Secret compared in a time that tells', fr: 'Secret comparé en un temps qui renseigne' },
    why: {
      en: '`===` stops at the first character that differs, so the time of an answer tells how many were right, and a signature can be guessed one by one. Compare digests with `crypto.timingSafeEqual`.',
      fr: '`===` s’arrête au premier caractère différent : le temps de réponse dit combien étaient justes, et une signature se devine un à un. Comparez des condensés par `crypto.timingSafeEqual`.',
    },
    forLeads: {
      en: 'With patience, someone can guess the key that protects this entry.',
      fr: 'Avec de la patience, quelqu’un peut deviner la clé qui protège cette entrée.',
    },
    bad: "import crypto from 'node:crypto';\nexport const isGenuine = (body: string, given: string, key: string) =>\n  crypto.createHmac('sha256', key).update(body).digest('hex') === given;",
    good: "import crypto from 'node:crypto';\nexport const isGenuine = (body: string, given: Buffer, key: string) =>\n  crypto.timingSafeEqual(crypto.createHmac('sha256', key).update(body).digest(), given);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: Data) => `\`${name}\` is compared in a time that tells how much was right`,
    fr: ({ name }: Data) => `\`${name}\` est comparé en un temps qui dit ce qui était juste`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      BinaryExpression(node) {
        const { kind } = node.operatorToken;
        if (!equalities.has(kind)) return;
        const name = secretOf(node.left, node.right, values) ?? secretOf(node.right, node.left, values);
        if (name !== undefined) report(node, { name });
      },
    };
  },
});

const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** A keyed digest against anything, or a secret of the environment against what a request brings. */
function secretOf(node: ts.Expression, other: ts.Expression, values: FileValues): string | undefined {
  const right = unwrap(other);
  if (ts.isStringLiteralLike(right) || ts.isNumericLiteral(right) || right.kind === ts.SyntaxKind.NullKeyword)
    return undefined;
  if (ts.isTypeOfExpression(right) || (ts.isIdentifier(right) && right.text === 'undefined')) return undefined;
  const value = values.settled(node);
  if (isKeyedDigest(value, values)) return 'HMAC';
  const name = environmentSecret(value);
  return name !== undefined && requestRead(other, values) ? name : undefined;
}

/** `createHmac(…).update(…).digest('hex')`. */
function isKeyedDigest(value: ts.Expression, values: FileValues): boolean {
  if (ts.isTemplateExpression(value))
    return value.templateSpans.some((span) => isKeyedDigest(values.settled(span.expression), values));
  if (ts.isBinaryExpression(value))
    return isKeyedDigest(values.settled(value.left), values) || isKeyedDigest(values.settled(value.right), values);
  if (!ts.isCallExpression(value) || lastName(value.expression) !== 'digest') return false;
  let maker: ts.Expression = value;
  while (
    ts.isCallExpression(maker) &&
    ts.isPropertyAccessExpression(maker.expression) &&
    lastName(maker.expression) !== 'createHmac'
  ) {
    maker = values.settled(maker.expression.expression);
  }
  return ts.isCallExpression(maker) && lastName(maker.expression) === 'createHmac';
}

function environmentSecret(value: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(value) || value.expression.getText() !== 'process.env') return undefined;
  const words = wordsOf(value.name.text).join(' ');
  return /\b(secret|token|password|api key|apikey|key)$/.test(words) ? value.name.text : undefined;
}
