import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { useOf } from '../locals/references.ts';
import { isNeutralValue } from '../syntax/neutral-value.ts';
import { findAncestor, walkBelow } from '../syntax/walk.ts';
import type { FileLocals } from '../locals/file-locals.ts';

export const rule = defineRule({
  id: 'quality/shadowed-assignment',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'New variable where one was to be assigned', fr: 'Nouvelle variable au lieu d’une affectation' },
    why: {
      en: 'The inner declaration makes another variable of the same name, which ends with its block. The outer one, declared to be filled and read later, keeps its first value. Drop the `const` or `let` to assign, or give the inner one a name of its own.',
      fr: 'La déclaration interne crée une autre variable du même nom, qui disparaît avec son bloc. L’externe, déclarée pour être remplie et lue ensuite, garde sa première valeur. Retirez `const` ou `let` pour affecter, ou donnez à l’interne un nom à elle.',
    },
    forLeads: {
      en: 'A value that the program works out is lost at once, and it goes on with an empty one.',
      fr: 'Une valeur que le programme calcule est aussitôt perdue, et il continue avec une valeur vide.',
    },
    bad: `export function feeOf(order) {
  let fee = 0;
  if (order.isHeavy) {
    const fee = order.weight * 2;
  }
  return fee;
}`,
    good: `export function feeOf(order) {
  let fee = 0;
  if (order.isHeavy) {
    fee = order.weight * 2;
  }
  return fee;
}`,
    exampleFile: 'src/fee.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, line }: { name: string; line: number }) =>
      `This is another \`${name}\` than the one of line ${line}, which never gets a value`,
    fr: ({ name, line }) => `C’est un autre \`${name}\` que celui de la ligne ${line}, qui ne reçoit jamais de valeur`,
  },
  detect: ({ file, locals, report }) => ({
    VariableDeclaration(node) {
      if (!ts.isIdentifier(node.name) || !waitsForValue(node) || isWritten(node.name, locals())) return;
      const line = file.lines.positionAt(node.getStart()).line + 1;
      for (const inner of innerDeclarations(node, node.name.text))
        report(inner.name, { name: node.name.text, line }, { related: [{ at: node.name, message: words }] });
    },
  }),
});

const words = { en: 'the variable that stays as it is', fr: 'la variable qui reste telle quelle' };

/** `let x;` and `let x = 0;` in a function. */
function waitsForValue(node: ts.VariableDeclaration): boolean {
  const list = node.parent;
  if (!ts.isVariableDeclarationList(list) || (list.flags & ts.NodeFlags.Let) === 0 || !ts.isBlock(list.parent.parent))
    return false;
  return !node.initializer || isNeutralValue(node.initializer);
}

/** Written somewhere, or never read: then another rule speaks. */
function isWritten(name: ts.Identifier, locals: FileLocals): boolean {
  const symbol = locals.symbolOf(name);
  const uses = symbol ? locals.referencesTo(symbol).map(useOf) : [];
  return uses.length === 0 || uses.some(({ writes }) => writes) || !uses.some(({ reads }) => reads);
}

/** Declarations of the same name with a value, deeper in the block, in the same function. */
function innerDeclarations(node: ts.VariableDeclaration, name: string): readonly ts.VariableDeclaration[] {
  const block = findAncestor(node, ts.isBlock);
  const found: ts.VariableDeclaration[] = [];
  if (!block) return found;
  walkBelow(block, (child) => {
    if (ts.isFunctionLike(child)) return 'skip';
    if (child !== node && ts.isVariableDeclaration(child) && child.initializer && child.name.getText() === name)
      found.push(child);
    return undefined;
  });
  return found;
}
