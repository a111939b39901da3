import type ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { calleeText } from '../syntax/names.ts';
import { secretMadeOf } from './secret-use.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/weak-random',
  weakness: 'weak-cryptography',
  cwe: [338, 330],
  docs: {
    title: { en: 'Guessable random value', fr: 'Valeur aléatoire devinable' },
    why: {
      en: 'The state of `Math.random` can be computed from a few of its results, so the next token or password can be foretold. Use `crypto.randomUUID()`, `crypto.randomBytes()` or `crypto.getRandomValues()`.',
      fr: 'L’état de `Math.random` se calcule à partir de quelques résultats : le jeton ou le mot de passe suivant se prédit. Utilisez `crypto.randomUUID()`, `crypto.randomBytes()` ou `crypto.getRandomValues()`.',
    },
    forLeads: {
      en: 'Someone can guess the tokens or passwords that this code makes, and so act in another customer’s name.',
      fr: 'Quelqu’un peut deviner les jetons ou mots de passe produits ici, et agir au nom d’un autre client.',
    },
    bad: 'const resetToken = Math.random().toString(36).slice(2);',
    good: "import { randomBytes } from 'node:crypto';\nconst resetToken = randomBytes(32).toString('hex');",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, name }: Data) => `\`${callee}\` makes \`${name}\`, which must not be guessable`,
    fr: ({ callee, name }: Data) => `\`${callee}\` produit \`${name}\`, qui ne doit pas être devinable`,
  },
  detect: ({ report }) => ({
    CallExpression(node) {
      const callee = calleeText(node.expression);
      if (!isGuessable(node, callee)) return;
      const name = secretMadeOf(node);
      if (name !== undefined) report(node, { callee, name });
    },
  }),
});

function isGuessable(node: ts.CallExpression, callee: string): boolean {
  if (callee === 'Math.random') return node.arguments.length === 0;
  return /^(_|lodash)\.random$|^crypto\.pseudoRandomBytes$/.test(callee);
}
