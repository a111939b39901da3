import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { parsePattern, patternNodes, writtenPattern, type WrittenPattern } from '../syntax/patterns.ts';
import { containsBelow } from '../syntax/walk.ts';

type Data = { readonly path: string };

export const rule = defineRule({
  id: 'security/case-sensitive-route-guard',
  weakness: 'input-validation',
  cwe: [178, 285],
  docs: {
    title: { en: 'Guard of a route that capitals pass', fr: 'Garde de route que des majuscules franchissent' },
    why: {
      en: 'Paths given as text ignore case, regular expressions do not: `/ADMIN` passes the guard and still reaches the route. Add the flag `i`.',
      fr: 'Les chemins donnés en texte ignorent la casse, pas les expressions régulières : `/ADMIN` passe la garde et atteint quand même la route. Ajoutez le drapeau `i`.',
    },
    forLeads: {
      en: 'A check in front of a page can be walked around by writing its address in capitals.',
      fr: 'Un contrôle placé devant une page se contourne en écrivant son adresse en majuscules.',
    },
    bad: "import express from 'express';\nimport { requireLogin } from './login.js';\nexpress().use(/\\/admin\\/.*/, requireLogin);",
    good: "import express from 'express';\nimport { requireLogin } from './login.js';\nexpress().use(/\\/admin\\/.*/i, requireLogin);",
  },
  options: z.strictObject({}),
  message: {
    en: ({ path }: Data) => `\`${path}\` does not match the same path in capitals, which the route accepts`,
    fr: ({ path }: Data) => `\`${path}\` ne reconnaît pas le même chemin en majuscules, que la route accepte`,
  },
  detect: ({ file, report }) => {
    if (!/express/.test(file.text)) return {};
    const values = fileValues(file.sourceFile);
    return {
      CallExpression(node) {
        const [first, ...handlers] = node.arguments;
        if (!first || handlers.length === 0 || !isRouting(node) || !handlers.some(isGuard)) return;
        const settled = values.settled(first);
        const pattern = writtenPattern(settled, values);
        if (!pattern || flagsAreUnknown(settled, pattern) || pattern.flags.includes('i')) return;
        if (hasPlainLetters(pattern)) report(first, { path: first.getText().slice(0, 60) });
      },
    };
  },
});

function isRouting(node: ts.CallExpression): boolean {
  const callee = unwrap(node.expression);
  const isMethod = /^(use|all|get|post|put|patch|delete|options|head)$/.test(lastName(callee));
  return (
    isMethod &&
    ts.isPropertyAccessExpression(callee) &&
    /(app|router|server|api|routes)\w*$|\)$/i.test(callee.expression.getText())
  );
}

/** A function that hands on to the next one, or one that is named and so may; what serves files ends the request. */
function isGuard(handler: ts.Expression): boolean {
  const value = unwrap(handler);
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
    const next = value.parameters[2]?.name;
    const isNext = (node: ts.Node): boolean =>
      ts.isCallExpression(node) && node.expression.getText() === next?.getText();
    return next !== undefined && containsBelow(value.body, isNext);
  }
  if (ts.isCallExpression(value)) return !/static|send|render|redirect/i.test(lastName(value.expression));
  return (
    ts.isIdentifier(value) && !/^(handler|controller|index|show|render)/i.test(value.text) && isFirstOfSeveral(value)
  );
}

/** A name at the end of a `get` or `post` answers the request; in `use` it guards what follows. */
function isFirstOfSeveral(value: ts.Identifier): boolean {
  const call = value.parent;
  if (!ts.isCallExpression(call)) return false;
  return /^(use|all)$/.test(lastName(call.expression)) || call.arguments.at(-1) !== value;
}

function flagsAreUnknown(node: ts.Expression, pattern: WrittenPattern): boolean {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.arguments?.[1] !== undefined && pattern.flags === ''
  );
}

function hasPlainLetters(pattern: WrittenPattern): boolean {
  const parsed = parsePattern(pattern);
  for (const node of parsed ? patternNodes(parsed) : []) {
    if (node.type !== 'Character' || !/[a-z]/i.test(String.fromCodePoint(node.value))) continue;
    if (
      node.parent.type === 'Alternative' ||
      (node.parent.type === 'CharacterClass' && node.parent.elements.length === 1)
    )
      return true;
  }
  return false;
}
