import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isPlainScript } from '../syntax/plain-script.ts';

export const rule = defineRule({
  id: 'quality/redeclared-variable',
  weakness: 'confusing-code',
  docs: {
    title: { en: 'Variable declared again', fr: 'Variable déclarée de nouveau' },
    why: {
      en: 'A second `var` or function of the same name means the same variable: it keeps or overwrites the first value, while the reader expects a new one. Rename one, or use `let`.',
      fr: 'Un second `var` ou une fonction du même nom désigne la même variable : la première valeur est gardée ou écrasée, alors que le lecteur en attend une nouvelle. Renommez l’une, ou employez `let`.',
    },
    forLeads: {
      en: 'Two parts of the program share a storage place without knowing it: one can spoil the other’s value.',
      fr: 'Deux parties du programme partagent un même emplacement sans le savoir : l’une peut fausser la valeur de l’autre.',
    },
    bad: `export function label(order) {
  var name = order.name;
  if (order.isGift) {
    var name = "gift";
  }
  return name;
}`,
    good: `export function label(order) {
  let name = order.name;
  if (order.isGift) {
    name = "gift";
  }
  return name;
}`,
    exampleFile: 'example.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is declared a second time here`,
    fr: ({ name }) => `\`${name}\` est déclaré une seconde fois ici`,
  },
  detect: ({ file, locals, report }) => ({
    SourceFile() {
      if (!isPlainScript(file.path)) return;
      for (const symbol of locals().symbols) {
        const all = (symbol.declarations ?? []).filter(isHoisted).sort((a, b) => a.pos - b.pos);
        for (const declaration of all.slice(1)) {
          const { name } = declaration;
          if (name && ts.isIdentifier(name) && !isLoopCounter(declaration)) report(name, { name: name.text });
        }
      }
    },
  }),
});

type Hoisted = ts.VariableDeclaration | ts.FunctionDeclaration;

function isHoisted(node: ts.Declaration): node is Hoisted {
  if (ts.isFunctionDeclaration(node)) return node.body !== undefined;
  return (
    ts.isVariableDeclaration(node) &&
    ts.isVariableDeclarationList(node.parent) &&
    (node.parent.flags & ts.NodeFlags.BlockScoped) === 0
  );
}

/** `for (var i = 0; …)` twice in a function is harmless habit. */
function isLoopCounter(node: Hoisted): boolean {
  return ts.isVariableDeclaration(node) && ts.isIterationStatement(node.parent.parent, false) && isPlainCounter(node);
}

function isPlainCounter(node: ts.VariableDeclaration): boolean {
  return (
    ts.isForInStatement(node.parent.parent) ||
    (node.initializer !== undefined && ts.isNumericLiteral(node.initializer)) ||
    !node.initializer
  );
}
