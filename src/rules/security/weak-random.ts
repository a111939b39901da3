import ts from 'typescript';
import { z } from 'zod';
import type { Fix } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { defineRule } from '../define-rule.ts';
import { importedName } from '../syntax/imported-name.ts';
import { calleeText, lastName } from '../syntax/names.ts';
import { replaceFix } from '../syntax/replace-fix.ts';
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
  detect: ({ file, report }) => ({
    CallExpression(node) {
      const callee = calleeText(node.expression);
      if (!isGuessable(node, callee)) return;
      const name = secretMadeOf(node);
      if (name !== undefined) report(node, { callee, name }, { fixes: fixesOf(file, node, callee) });
    },
  }),
});

function isGuessable(node: ts.CallExpression, callee: string): boolean {
  if (callee === 'Math.random') return node.arguments.length === 0;
  return /^(_|lodash)\.random$|^crypto\.pseudoRandomBytes$/.test(callee);
}

/**
 * Certain where the text in base 36, whose length varies anyway, is all that a variable or a field is given, and where
 * the file has Node's generator at hand already.
 */
function fixesOf(file: FileModel, node: ts.CallExpression, callee: string): readonly Fix[] {
  const text = callee === 'Math.random' ? wholeText(node) : undefined;
  const maker = text && importedName(text, 'crypto', 'randomBytes');
  if (text && maker) return [fix(file, text, `${maker}(16).toString('hex')`)];
  const identifier = text && importedName(text, 'crypto', 'randomUUID');
  return text && identifier ? [fix(file, text, `${identifier}()`)] : [];
}

function fix(file: FileModel, text: ts.Node, call: string): Fix {
  return replaceFix(file, text, call, { en: `Use \`${call}\``, fr: `Utiliser \`${call}\`` });
}

/** `Math.random().toString(36)`, with or without the `0.` at its start, where it is a whole initial value. */
function wholeText(node: ts.CallExpression): ts.Expression | undefined {
  const converted = calledOn(node, /^toString$/, /^(16|36)$/);
  if (!converted) return undefined;
  const whole = calledOn(converted, /^(slice|substring|substr)$/, /^2$/) ?? converted;
  const { parent } = whole;
  const isValue =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isValue && parent.initializer === whole ? whole : undefined;
}

/** The call of a method on an expression with one number. */
function calledOn(node: ts.Expression, method: RegExp, number: RegExp): ts.CallExpression | undefined {
  const call = node.parent.parent;
  if (!ts.isPropertyAccessExpression(node.parent) || !ts.isCallExpression(call)) return undefined;
  const isMeant = call.expression === node.parent && method.test(lastName(node.parent)) && call.arguments.length === 1;
  return isMeant && number.test(call.arguments[0]?.getText() ?? '') ? call : undefined;
}
