import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { useOf } from '../locals/references.ts';
import { isPlainScript } from '../syntax/plain-script.ts';
import { activationOf } from '../values/activation.ts';

export const rule = defineRule({
  id: 'quality/undeclared-variable',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Assignment to an undeclared variable', fr: 'Affectation à une variable non déclarée' },
    why: {
      en: 'Without a declaration the assignment makes a global variable, shared by every call and every file, or throws in modules. Declare it with `let` or `const`.',
      fr: 'Sans déclaration, l’affectation crée une variable globale, partagée par tous les appels et tous les fichiers, ou lève une erreur dans un module. Déclarez-la avec `let` ou `const`.',
    },
    forLeads: {
      en: 'Two visitors served at once can overwrite each other’s data here.',
      fr: 'Deux visiteurs servis en même temps peuvent ici écraser mutuellement leurs données.',
    },
    bad: `export function total(prices) {
  sum = 0;
  for (const price of prices) sum += price;
  return sum;
}`,
    good: `export function total(prices) {
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is assigned without being declared, which makes it global`,
    fr: ({ name }) => `\`${name}\` est affecté sans être déclaré, ce qui en fait une variable globale`,
  },
  detect: ({ file, locals, report }) => ({
    SourceFile() {
      if (!isPlainScript(file.path)) return;
      const seen = new Set<string>();
      for (const name of locals().globals) {
        if (!useOf(name).writes || seen.has(name.text) || isOnPurpose(name, file.text)) continue;
        seen.add(name.text);
        report(name, { name: name.text });
      }
    },
  }),
});

/** Names that the page or the runtime has, a top-level assignment in a script, and a comment that declares the global. */
function isOnPurpose(name: ts.Identifier, text: string): boolean {
  if (known.has(name.text) || /^on[a-z]+$/.test(name.text) || /^[A-Z]/.test(name.text)) return true;
  const isTopLevel = ts.isSourceFile(activationOf(name)) && !/^(import|export)\b|require\(/m.test(text);
  if (isTopLevel && ts.isBinaryExpression(name.parent)) return true;
  return (text.match(/\/\*\s*globals? [^*]*/g) ?? []).some((comment) => comment.split(/[^\w$]+/).includes(name.text));
}

const known: ReadonlySet<string> = new Set(
  'module exports location window global globalThis self name status event document process console'.split(' '),
);
