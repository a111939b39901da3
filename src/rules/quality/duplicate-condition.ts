import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isRepeatable, isSameCode } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/duplicate-condition',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Condition that was already tested', fr: 'Condition déjà testée' },
    why: {
      en: 'The same condition stands earlier in this chain of `else if` or `case`, so this branch is never reached. Mostly a copy whose condition was not changed.',
      fr: 'La même condition figure plus haut dans cette suite de `else if` ou de `case` : cette branche n’est jamais atteinte. Le plus souvent une copie dont la condition n’a pas été modifiée.',
    },
    forLeads: {
      en: 'One of the cases the program should handle can never happen: it is handled like another one.',
      fr: 'L’un des cas que le programme devait traiter ne peut jamais se produire : il est traité comme un autre.',
    },
    bad: `export function fee(kind: string) {
  if (kind === "air") return 10;
  else if (kind === "sea") return 5;
  else if (kind === "air") return 2;
  return 0;
}`,
    good: `export function fee(kind: string) {
  if (kind === "air") return 10;
  else if (kind === "sea") return 5;
  else if (kind === "road") return 2;
  return 0;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` was already tested above, so this branch never runs`,
    fr: ({ code }) => `\`${code}\` a déjà été testé plus haut : cette branche ne s’exécute jamais`,
  },
  detect: ({ report }) => ({
    IfStatement(node) {
      const earlier = earlierConditions(node);
      const parts = orParts(node.expression);
      const isCovered = parts.every((part) => isRepeatable(part) && earlier.some((other) => isSameCode(other, part)));
      if (isCovered) report(node.expression, { code: shownCode(node.expression) });
    },
    SwitchStatement(node) {
      const seen: ts.Expression[] = [];
      for (const clause of node.caseBlock.clauses) {
        if (!ts.isCaseClause(clause)) continue;
        const { expression } = clause;
        if (isRepeatable(expression) && seen.some((other) => isSameCode(other, expression))) {
          report(expression, { code: shownCode(expression) });
        }
        seen.push(expression);
      }
    },
  }),
});

/** Conditions of the `if`s of which this one is the `else`; nothing when one of them has a side effect. */
function earlierConditions(node: ts.IfStatement): readonly ts.Expression[] {
  const conditions: ts.Expression[] = [];
  let current: ts.Node = node;
  while (ts.isIfStatement(current.parent) && current.parent.elseStatement === current) {
    current = current.parent;
    if (!isRepeatable((current as ts.IfStatement).expression)) return [];
    conditions.push(...orParts((current as ts.IfStatement).expression));
  }
  return conditions;
}

function orParts(node: ts.Expression): readonly ts.Expression[] {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  const isOr = ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken;
  return isOr ? [...orParts(inner.left), ...orParts(inner.right)] : [inner];
}
