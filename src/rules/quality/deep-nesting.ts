import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';

export const rule = defineRule({
  id: 'quality/deep-nesting',
  weakness: 'cognitive-complexity',
  profile: 'strict',
  precision: 0.9,
  docs: {
    title: { en: 'Code nested too deeply', fr: 'Code trop imbriqué' },
    why: {
      en: 'Each level is one more condition to keep in mind. Return early, or give the inner part a name of its own.',
      fr: 'Chaque niveau est une condition de plus à garder en tête. Sortez tôt, ou donnez un nom à la partie intérieure.',
    },
    forLeads: {
      en: 'This passage is so intertwined that changing it takes long and goes wrong easily.',
      fr: 'Ce passage est si imbriqué que le modifier prend du temps et rate facilement.',
    },
    bad: `export function run(a, b, c, d, e, f) {
  if (a) {
    if (b) {
      for (const x of c) {
        if (x) {
          while (d) {
            if (e) f();
          }
        }
      }
    }
  }
}`,
    good: `export function run(a, b, c) {
  if (!a || !b) return;
  for (const x of c) x.run();
}`,
  },
  options: z.strictObject({
    max: z.int().min(1).default(5).describe('Deepest level that is not reported.'),
  }),
  message: {
    en: ({ depth, max }: { depth: number; max: number }) => `This is nested ${depth} levels deep (at most ${max})`,
    fr: ({ depth, max }) => `Ceci est imbriqué sur ${depth} niveaux (${max} au plus)`,
  },
  detect: ({ options, report }) => {
    const check = (node: ts.Statement): void => {
      const depth = depthOf(node);
      if (depth === options.max + 1) report(node.getFirstToken() ?? node, { depth, max: options.max });
    };
    return {
      IfStatement(node) {
        if (!isElseIf(node)) check(node);
      },
      ForStatement: check,
      ForInStatement: check,
      ForOfStatement: check,
      WhileStatement: check,
      DoStatement: check,
      SwitchStatement: check,
      TryStatement: check,
    };
  },
});

function isElseIf(node: ts.Node): boolean {
  return ts.isIfStatement(node.parent) && node.parent.elseStatement === node;
}

/** Levels of branches and loops around a statement in its function, its own included. */
function depthOf(node: ts.Node): number {
  let depth = 0;
  for (let current = node; !ts.isSourceFile(current) && !isFunctionNode(current); current = current.parent) {
    const isLevel = ts.isIfStatement(current) ? !isElseIf(current) : isNestingStatement(current);
    if (isLevel) depth += 1;
  }
  return depth;
}

function isNestingStatement(node: ts.Node): boolean {
  return ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isTryStatement(node);
}
