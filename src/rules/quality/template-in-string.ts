import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/template-in-string',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Template placeholder in a plain string', fr: 'Emplacement de gabarit dans une chaîne ordinaire' },
    why: {
      en: '`${…}` is only replaced between backticks; between quotes it is shown as it stands.',
      fr: '`${…}` n’est remplacé qu’entre accents graves ; entre guillemets, il s’affiche tel quel.',
    },
    forLeads: {
      en: 'Customers see programming code such as “${name}” in a text.',
      fr: 'Les clients voient dans un texte du code comme « ${name} ».',
    },
    bad: "export const greet = (name: string) => 'Hello ${name}' + name.length;",
    good: 'export const greet = (name: string) => `Hello ${name}` + name.length;',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`\${${name}}\` is not replaced between quotes`,
    fr: ({ name }) => `\`\${${name}}\` n’est pas remplacé entre guillemets`,
  },
  detect: ({ file, locals, report }) => ({
    StringLiteral(node) {
      if (!node.text.includes('${') || isTemplateText(node)) return;
      const name = /\$\{\s*([A-Za-z_$][\w$]*)/.exec(node.text)?.[1];
      if (name === undefined || !isKnownHere(name, node, locals())) return;
      if (file.text.includes(`.replace('\${${name}}'`)) return;
      report(node, { name });
    },
  }),
});

/** Whether a variable of that name can be seen from here; otherwise the text is a template for something else. */
function isKnownHere(name: string, node: ts.Node, locals: FileLocals): boolean {
  const isSeen = (symbol: ts.Symbol): boolean =>
    symbol.name === name && (symbol.declarations ?? []).some((declaration) => isAround(declaration, node));
  return [...locals.symbols].some(isSeen);
}

function isAround(declaration: ts.Node, node: ts.Node): boolean {
  let scope: ts.Node = declaration.parent;
  while (!ts.isSourceFile(scope) && !ts.isBlock(scope) && !isFunctionNode(scope)) scope = scope.parent;
  return scope.pos <= node.pos && node.end <= scope.end;
}

/** Texts given to something that replaces placeholders itself, and names of properties and modules. */
function isTemplateText(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (!ts.isCallExpression(parent)) return false;
  return /^(template|compile|render|replace|replaceAll|interpolate|split|includes|indexOf|startsWith|expect|toBe|toEqual|test|it|describe)$/.test(
    lastName(parent.expression),
  );
}
