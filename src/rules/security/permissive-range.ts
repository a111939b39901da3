import type { AST } from '@eslint-community/regexpp';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { parsePattern, patternNodes, writtenPattern } from '../syntax/patterns.ts';

type Data = { readonly range: string };

export const rule = defineRule({
  id: 'security/permissive-range',
  weakness: 'input-validation',
  cwe: [20, 185],
  docs: {
    title: { en: 'Range of characters wider than meant', fr: 'Plage de caractères plus large que voulu' },
    why: {
      en: '`A-z` takes in `[`, `\\\\`, `]`, `^`, `_` and the backtick that stand between `Z` and `a`; `.-_` or `+-z` take in all letters. Write the ranges apart, and put `-` last.',
      fr: '`A-z` englobe `[`, `\\\\`, `]`, `^`, `_` et l’accent grave, placés entre `Z` et `a` ; `.-_` ou `+-z` englobent des lettres. Séparez les plages et mettez `-` en dernier.',
    },
    forLeads: {
      en: 'A check of what comes from outside accepts characters that its author wanted to refuse.',
      fr: 'Un contrôle de ce qui vient de l’extérieur accepte des caractères que son auteur voulait refuser.',
    },
    bad: 'export const isName = (text: string) => /^[A-z]+$/.test(text);',
    good: 'export const isName = (text: string) => /^[A-Za-z]+$/.test(text);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ range }: Data) => `\`${range}\` takes in more than it looks like`,
    fr: ({ range }: Data) => `\`${range}\` englobe plus qu’il n’y paraît`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (node: Parameters<typeof writtenPattern>[0]): void => {
      const pattern = writtenPattern(node, values);
      if (!pattern || !/\[.*\S-\S.*\]/s.test(pattern.source)) return;
      const parsed = parsePattern(pattern);
      for (const part of parsed ? patternNodes(parsed) : []) {
        if (part.type !== 'CharacterClassRange' || !isSurprising(part.min.raw, part.max.raw)) continue;
        if (isNearlyAll(part.parent)) continue;
        report(pattern.node, { range: part.raw });
        return;
      }
    };
    return { RegularExpressionLiteral: check, CallExpression: check, NewExpression: check };
  },
});

/** Both ends are written as themselves, are of different kinds, and letters or digits lie between them by chance. */
function isSurprising(min: string, max: string): boolean {
  if (min.length !== 1 || max.length !== 1) return false;
  if (min === 'A' && max === 'z') return true;
  const kinds = [kindOf(min), kindOf(max)];
  if (kinds[0] === kinds[1] && kinds[0] !== 'sign') return false;
  // From the first to the last printable character, as in `!-~`, is meant.
  if (min === '!' || min === ' ' || max === '~' || min.charCodeAt(0) > 126 || max.charCodeAt(0) > 126) return false;
  const hasLetters = /[A-Za-z]/.test(between(min, max));
  return kinds[0] === 'sign' && hasLetters && !/^[@`]$/.test(min) && min !== '#' && min !== '$';
}

/** A class of all printable characters but a few, such as the octets of a cookie: its ranges go around those few. */
function isNearlyAll({ elements }: AST.CharacterClass): boolean {
  const covered = new Set<string>();
  for (const element of elements) {
    if (element.type === 'Character') covered.add(element.raw);
    if (element.type === 'CharacterClassRange')
      for (const character of between(element.min.raw, element.max.raw)) covered.add(character);
  }
  return covered.size >= 85;
}

function kindOf(character: string): string {
  return /[a-z]/.test(character)
    ? 'lower'
    : /[A-Z]/.test(character)
      ? 'upper'
      : /\d/.test(character)
        ? 'digit'
        : 'sign';
}

function between(min: string, max: string): string {
  const codes: number[] = [];
  for (let code = min.charCodeAt(0); code <= max.charCodeAt(0) && codes.length < 128; code++) codes.push(code);
  return String.fromCharCode(...codes);
}
