import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { canonical, localsOf } from '../locals/bound-nodes.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { isFunctionNode } from '../syntax/functions.ts';

export const rule = defineRule({
  id: 'quality/unnamed-parameter-type',
  weakness: 'any-hole',
  precision: 0.95,
  docs: {
    title: { en: 'Type taken for a parameter name', fr: 'Type pris pour un nom de paramètre' },
    why: {
      en: 'In a function type, `(Order) => void` declares a parameter *named* `Order` of type any, not one of that type: nothing is checked. Write `(order: Order) => void`.',
      fr: 'Dans un type de fonction, `(Order) => void` déclare un paramètre *nommé* `Order` de type any, et non de ce type : rien n’est vérifié. Écrivez `(order: Order) => void`.',
    },
    forLeads: {
      en: 'The compiler checks nothing here although it seems to: mistakes pass through.',
      fr: 'Le compilateur ne vérifie rien ici alors qu’il semble le faire : des erreurs passent.',
    },
    bad: `export interface Order {
  id: string;
}
export type Listener = (Order) => void;`,
    good: `export interface Order {
  id: string;
}
export type Listener = (order: Order) => void;`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}\` is the name of this parameter, not its type, which is \`any\``,
    fr: ({ name }) => `\`${name}\` est le nom de ce paramètre, pas son type, qui est \`any\``,
  },
  detect: ({ locals, report }) => {
    const check = (node: ts.SignatureDeclaration): void => {
      for (const parameter of node.parameters) {
        const { name } = parameter;
        if (parameter.type || !ts.isIdentifier(name) || (isFunctionNode(node) && node.body)) continue;
        if (basic.has(name.text) || isTypeNamed(name, locals())) report(name, { name: name.text });
      }
    };
    return { FunctionType: check, MethodSignature: check, CallSignature: check, MethodDeclaration: check };
  },
});

const basic: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'object',
  'any',
  'unknown',
  'never',
  'bigint',
  'symbol',
]);

/** Whether a type of that name, and no value, can be seen from here. */
function isTypeNamed(name: ts.Identifier, locals: FileLocals): boolean {
  const types =
    ts.SymbolFlags.Interface |
    ts.SymbolFlags.TypeAlias |
    ts.SymbolFlags.TypeParameter |
    ts.SymbolFlags.Class |
    ts.SymbolFlags.Enum;
  for (let scope: ts.Node = name.parent.parent; ; scope = scope.parent) {
    const local = localsOf(scope)?.get(name.escapedText);
    const found = local && canonical(local);
    if (found && found.valueDeclaration !== name.parent && (found.flags & types) !== 0) return true;
    if (ts.isClassLike(scope) || ts.isInterfaceDeclaration(scope)) {
      if (scope.typeParameters?.some((parameter) => parameter.name.text === name.text)) return true;
    }
    if (ts.isSourceFile(scope)) return isImportedType(name.text, locals);
  }
}

function isImportedType(text: string, locals: FileLocals): boolean {
  return (
    /^[A-Z]/.test(text) &&
    [...locals.symbols].some((symbol) => symbol.name === text && (symbol.flags & ts.SymbolFlags.Alias) !== 0)
  );
}
