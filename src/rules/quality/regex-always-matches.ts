import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { shownCode } from '../syntax/conditions.ts';
import { lastName } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/regex-always-matches',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Pattern that matches everything', fr: 'Motif qui correspond à tout' },
    why: {
      en: 'Every part of the pattern may be missing, so the empty text matches too, and a check with it always succeeds. Anchor both ends, or make one part required.',
      fr: 'Chaque partie du motif peut manquer : le texte vide correspond aussi, et une vérification avec ce motif réussit toujours. Ancrez les deux bouts, ou rendez une partie obligatoire.',
    },
    forLeads: { en: 'A check of input lets everything through.', fr: 'Une vérification de saisie laisse tout passer.' },
    bad: 'export const isLink = (text: string) => /^(https:)?/.test(text);',
    good: 'export const isLink = (text: string) => /^https:/.test(text);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` matches any text, even an empty one`,
    fr: ({ code }) => `\`${code}\` correspond à n’importe quel texte, même vide`,
  },
  detect: ({ report }) => ({
    RegularExpressionLiteral(node) {
      if (!isTested(node)) return;
      const pattern = parsePattern(node.text);
      if (!pattern || isMeantForAnything(node.text)) return;
      if (pattern.alternatives.some(isAlwaysFound)) report(node, { code: shownCode(node) });
    },
  }),
});

/** Where only the answer counts: `pattern.test(x)`, `x.search(pattern)`. */
function isTested(node: ts.RegularExpressionLiteral): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'test' && ts.isCallExpression(parent.parent);
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    lastName(parent.expression) === 'search' &&
    !node.text.includes('$')
  );
}

/** Patterns for "anything at all" say openly that they check nothing. */
function isMeantForAnything(text: string): boolean {
  return /^\/\^?(\.\*|\[\\?\w?\\?\w?\^?\]\*|\[\\[dsw]\\[DSW]\]\*)\$?\/\w*$/.test(text);
}

function parsePattern(text: string): AST.Pattern | undefined {
  try {
    const end = text.lastIndexOf('/');
    return new RegExpParser().parsePattern(text.slice(1, end), 0, end - 1, {
      unicode: text.slice(end).includes('u'),
      unicodeSets: text.slice(end).includes('v'),
    });
  } catch {
    // A pattern with a mistake is the compiler's to report.
    return undefined;
  }
}

/** Nothing in it has to be there; anchored at one end at most, with something that may be missing. */
function isAlwaysFound(alternative: AST.Alternative): boolean {
  const anchors = alternative.elements.filter((element) => element.type === 'Assertion');
  const isBoth = anchors.some((anchor) => anchor.kind === 'start') && anchors.some((anchor) => anchor.kind === 'end');
  const parts = alternative.elements.filter((element) => element.type !== 'Assertion');
  if (isBoth || parts.length === 0 || anchors.some((anchor) => anchor.kind !== 'start' && anchor.kind !== 'end'))
    return false;
  return parts.every(mayBeMissing);
}

function mayBeMissing(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return element.min === 0 || mayBeMissing(element.element);
  return (
    (element.type === 'Group' || element.type === 'CapturingGroup') &&
    element.alternatives.some((inner) => inner.elements.every(mayBeMissing))
  );
}
