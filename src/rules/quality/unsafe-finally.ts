import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { findAncestor, walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/unsafe-finally',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Jump out of finally', fr: 'Saut hors de finally' },
    why: {
      en: 'A `return`, `break` or `throw` in `finally` replaces what `try` returned and drops an error on its way. Jump before, or after the whole statement.',
      fr: 'Un `return`, `break` ou `throw` dans `finally` remplace ce que `try` renvoyait et fait disparaître une erreur en route. Sortez avant, ou après l’instruction entière.',
    },
    forLeads: {
      en: 'Errors vanish here without a trace, and wrong results are returned.',
      fr: 'Des erreurs disparaissent ici sans laisser de trace, et des résultats faux sont rendus.',
    },
    bad: `export function load(read) {
  try {
    return read();
  } finally {
    return null;
  }
}`,
    good: `export function load(read) {
  try {
    return read();
  } finally {
    read.close();
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ keyword }: { keyword: string }) =>
      `This \`${keyword}\` in \`finally\` drops the result or the error of the \`try\``,
    fr: ({ keyword }) => `Ce \`${keyword}\` dans \`finally\` fait perdre le résultat ou l’erreur du \`try\``,
  },
  detect: ({ report }) => ({
    TryStatement(node) {
      if (!node.finallyBlock) return;
      for (const jump of jumpsOut(node.finallyBlock)) report(jump, { keyword: jump.getText().split(/\W/)[0] ?? '' });
    },
  }),
});

/** Jumps that leave a block: `break` and `continue` only where no loop inside the block catches them. */
function jumpsOut(block: ts.Block): readonly ts.Statement[] {
  const found: ts.Statement[] = [];
  const isCaught = (node: ts.Node): boolean =>
    findAncestor(node, catchesJumps, (outer) => outer === block) !== undefined;
  walkBelow(block, (node) => {
    if (isFunctionNode(node) || ts.isClassLike(node)) return 'skip';
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) found.push(node);
    else if (ts.isBreakOrContinueStatement(node) && !node.label && !isCaught(node)) found.push(node);
    return undefined;
  });
  return found.filter((jump) => !ts.isThrowStatement(jump) || !isConditional(jump, block));
}

function catchesJumps(node: ts.Node): boolean {
  return ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
}

/** `if (failed) throw …` while tidying up reports a new problem on purpose. */
function isConditional(node: ts.Node, block: ts.Block): boolean {
  return node.parent !== block;
}
