import type { AST } from '@eslint-community/regexpp';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues } from '../syntax/file-values.ts';
import { parsePattern, writtenPattern } from '../syntax/patterns.ts';
import { countAssertions, endsAnchored, hasLetters, startsAnchored } from '../syntax/pattern-edges.ts';
import { patternUse } from '../syntax/pattern-use.ts';

type Data = { readonly anchor: string; readonly anchored: string; readonly free: string };

export const rule = defineRule({
  id: 'security/half-anchored-regex',
  weakness: 'input-validation',
  cwe: [20, 185],
  precision: judged(47, 48),
  docs: {
    title: { en: 'Anchor that holds for one alternative only', fr: 'Ancre qui ne vaut que pour une alternative' },
    why: {
      en: '`|` binds more weakly than `^` and `$`: `/^get|post/` accepts any text that contains `post`. Put the alternatives in a group: `/^(?:get|post)/`.',
      fr: '`|` lie moins fort que `^` et `$` : `/^get|post/` accepte tout texte qui contient `post`. Groupez les alternatives : `/^(?:get|post)/`.',
    },
    forLeads: {
      en: 'A check of what comes from outside accepts more than its author meant, which attackers look for.',
      fr: 'Un contrôle de ce qui vient de l’extérieur accepte plus que prévu, ce que cherchent les attaquants.',
    },
    bad: 'export const isRead = (method: string) => /^get|head$/.test(method);',
    good: 'export const isRead = (method: string) => /^(?:get|head)$/.test(method);',
  },
  options: z.strictObject({}),
  message: {
    en: ({ anchor, anchored, free }: Data) =>
      `\`${anchor}\` holds for \`${anchored}\` only, \`${free}\` matches anywhere`,
    fr: ({ anchor, anchored, free }: Data) =>
      `\`${anchor}\` ne vaut que pour \`${anchored}\`, \`${free}\` est accepté n’importe où`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    const check = (node: Parameters<typeof writtenPattern>[0]): void => {
      const pattern = writtenPattern(node, values);
      if (!pattern || !/^\(*\^.*\||\|.*\$\)*$/s.test(pattern.source) || patternUse(pattern.node) === 'change') return;
      const parsed = parsePattern(pattern);
      const data = parsed && halfAnchored(parsed);
      if (data) report(pattern.node, data);
    };
    return { RegularExpressionLiteral: check, CallExpression: check, NewExpression: check };
  },
});

function halfAnchored({ alternatives }: AST.Pattern): Data | undefined {
  const [first] = alternatives;
  const last = alternatives.at(-1);
  if (!first || !last || first === last) return undefined;
  // Alternatives that are ambiguous by themselves, such as `^(?:a|b)|c`, were grouped on purpose.
  const plain = alternatives.every((alternative) => hasLetters(alternative));
  if (!plain) return undefined;
  if (startsAnchored(first) && !isGroupOfChoices(first) && areFree(alternatives.slice(1), endsAnchored)) {
    return { anchor: '^', anchored: cut(first.raw), free: cut(alternatives[1]?.raw ?? '') };
  }
  if (endsAnchored(last) && !isGroupOfChoices(last) && areFree(alternatives.slice(0, -1), startsAnchored)) {
    return { anchor: '$', anchored: cut(last.raw), free: cut(first.raw) };
  }
  return undefined;
}

/** No alternative has an anchor or word boundary of its own, except one at the other edge of the whole expression. */
function areFree(
  alternatives: readonly AST.Alternative[],
  isOtherEdge: (alternative: AST.Alternative) => boolean,
): boolean {
  return alternatives.every((alternative, index) => {
    const own = countAssertions(alternative);
    const isOuter = index === (isOtherEdge === endsAnchored ? alternatives.length - 1 : 0);
    return own === 0 || (own === 1 && isOuter && isOtherEdge(alternative));
  });
}

function isGroupOfChoices(alternative: AST.Alternative): boolean {
  const rest = alternative.elements.filter((element) => element.type !== 'Assertion');
  const [only, ...others] = rest;
  if (!only || others.length > 0) return countAssertions(alternative) > 1;
  const isGroup = only.type === 'Group' || only.type === 'CapturingGroup';
  return countAssertions(alternative) > 1 || (isGroup && only.alternatives.length > 1);
}

function cut(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
