import type ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isPlainScript } from '../syntax/plain-script.ts';
import { walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/unexplained-ts-ignore',
  weakness: 'any-hole',
  precision: 0.9,
  docs: {
    title: { en: 'Type error silenced without a reason', fr: 'Erreur de type passée sous silence sans raison' },
    why: {
      en: '`@ts-ignore` and `@ts-nocheck` hide every type error, also those that come later. Use `@ts-expect-error` with a reason, so that it goes away when it is no longer needed.',
      fr: '`@ts-ignore` et `@ts-nocheck` cachent toute erreur de type, y compris celles à venir. Employez `@ts-expect-error` avec une raison, pour qu’il disparaisse quand il n’est plus utile.',
    },
    forLeads: {
      en: 'The compiler’s checks were switched off at this place, and nobody wrote down why.',
      fr: 'Les vérifications du compilateur ont été débranchées à cet endroit, et personne n’a noté pourquoi.',
    },
    bad: `declare function load(id: string): string;
// @ts-ignore
export const order = load(3);`,
    good: `declare function load(id: string): string;
// @ts-expect-error the old server takes numbers too
export const order = load(3);`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ directive }: { directive: string }) => `\`${directive}\` hides type errors without a reason`,
    fr: ({ directive }) => `\`${directive}\` cache des erreurs de type sans raison`,
  },
  detect: ({ file, report }) => ({
    SourceFile(node) {
      if (!file.text.includes('@ts-') || file.role === 'test' || isPlainScript(file.path)) return;
      const directive = /(?:^|\n)[ \t]*(?:\/\/|\/\*)[ \t]*(@ts-(?:ignore|nocheck|expect-error))\b([^\n*]*)/g;
      for (const match of file.text.matchAll(directive)) {
        const [, name = '', reason = ''] = match;
        if (/\p{L}{3}/u.test(reason) || isExplainedAbove(file.text, match.index)) continue;
        const at = nodeAfter(node, match.index + match[0].length);
        if (at) report(at, { directive: name });
      }
    },
  }),
});

/** A comment on the line above says why. */
function isExplainedAbove(text: string, index: number): boolean {
  const above = text.slice(0, Math.max(0, index)).split('\n').at(-1) ?? '';
  return /^\s*(\/\/|\*|\/\*).*\p{L}{3}/u.test(above);
}

/** The statement, or the part of one, that the comment stands in front of. */
function nodeAfter(root: ts.SourceFile, offset: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  walkBelow(root, (node) => {
    if (node.end <= offset) return 'skip';
    if (node.getStart() < offset) return undefined;
    found = node;
    return 'stop';
  });
  return found?.getFirstToken() ?? found;
}
