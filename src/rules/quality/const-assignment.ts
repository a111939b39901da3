import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { localsOf } from '../locals/bound-nodes.ts';
import { useOf } from '../locals/references.ts';
import { isPlainScript } from '../syntax/plain-script.ts';

export const rule = defineRule({
  id: 'quality/const-assignment',
  weakness: 'likely-bug',
  precision: 0.97,
  docs: {
    title: { en: 'Assignment to a constant', fr: 'Affectation à une constante' },
    why: {
      en: 'Assigning to a `const` throws at run time, the first time this line is reached.',
      fr: 'Affecter une valeur à un `const` lève une erreur à l’exécution, dès que cette ligne est atteinte.',
    },
    forLeads: {
      en: 'The program stops with an error as soon as it reaches this line.',
      fr: 'Le programme s’arrête sur une erreur dès qu’il atteint cette ligne.',
    },
    bad: `export function count(items) {
  const total = 0;
  for (const item of items) total += item;
  return total;
}`,
    good: `export function count(items) {
  let total = 0;
  for (const item of items) total += item;
  return total;
}`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is a constant: assigning to it throws`,
    fr: ({ name }) => `\`${name}\` est une constante : lui affecter une valeur lève une erreur`,
  },
  detect: ({ file, locals, report }) => ({
    SourceFile() {
      if (!isPlainScript(file.path)) return;
      for (const symbol of locals().symbols) {
        const declarations = symbol.declarations ?? [];
        if (!declarations.some(isConstant)) continue;
        for (const name of locals().referencesTo(symbol)) {
          if (useOf(name).writes) report(name, { name: name.text });
        }
      }
    },
    VariableDeclaration(node) {
      if (!isPlainScript(file.path) || !ts.isIdentifier(node.name)) return;
      if ((node.parent.flags & ts.NodeFlags.BlockScoped) !== 0) return;
      const outer = locals().symbolOf(node.name);
      const clash = constantAround(node, node.name.text);
      if (clash && clash !== outer) report(node.name, { name: node.name.text });
    },
  }),
});

function isConstant(node: ts.Declaration): boolean {
  const holder = ts.isBindingElement(node) ? rootDeclaration(node) : node;
  if (ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node)) return true;
  return ts.isVariableDeclaration(holder) && (holder.parent.flags & ts.NodeFlags.Const) !== 0;
}

function rootDeclaration(node: ts.Node): ts.Node {
  return ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)
    ? rootDeclaration(node.parent)
    : node;
}

/** A `const` of the same name in the same block as a `var`. */
function constantAround(node: ts.VariableDeclaration, name: string): ts.Symbol | undefined {
  const block = node.parent.parent.parent;
  const found = localsOf(block)?.get(ts.escapeLeadingUnderscores(name));
  return found?.declarations?.some(isConstant) ? found : undefined;
}
