import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isExportedFunction } from '../syntax/exported.ts';
import {
  forEveryFunction,
  functionHead,
  functionName,
  isFunctionNode,
  type FunctionNode,
} from '../syntax/functions.ts';
import { nameParts, unwrap } from '../syntax/names.ts';
import { isPlainScript } from '../syntax/plain-script.ts';
import { walkBelow } from '../syntax/walk.ts';
import type { FileLocals } from '../locals/file-locals.ts';

export const rule = defineRule({
  id: 'quality/untyped-result',
  weakness: 'any-hole',
  docs: {
    title: { en: 'Function whose result is silently `any`', fr: 'Fonction dont le résultat est `any` sans le dire' },
    why: {
      en: '`JSON.parse` and the `json()` of a response give `any`, and a function without a declared result hands it to all its callers: nothing there is checked any more, and no line says so. Declare the result, and check the data where it comes in.',
      fr: '`JSON.parse` et le `json()` d’une réponse donnent `any`, et une fonction sans résultat déclaré le transmet à tous ceux qui l’appellent : plus rien n’y est vérifié, et aucune ligne ne le dit. Déclarez le résultat, et vérifiez les données là où elles entrent.',
    },
    forLeads: {
      en: 'Data from outside spreads unchecked: when a partner changes its format, the failure shows far from its cause.',
      fr: 'Des données externes se répandent sans contrôle : si un partenaire change de format, la panne apparaît loin de sa cause.',
    },
    bad: 'export function readOrder(text: string) {\n  return JSON.parse(text);\n}',
    good: 'export function readOrder(text: string): Order {\n  return orderSchema.parse(JSON.parse(text));\n}',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, source }: { name: string; source: string }) =>
      `\`${name}\` declares no result and gives its callers the \`any\` of \`${source}\``,
    fr: ({ name, source }) => `\`${name}\` ne déclare pas de résultat et transmet le \`any\` de \`${source}\``,
  },
  detect: ({ file, locals, report }) => {
    if (file.role !== 'production' || isPlainScript(file.path) || !/JSON\.parse|\.json\(/.test(file.text)) return {};
    return forEveryFunction((node) => {
      if (node.type || !node.body || !isExportedFunction(node) || hasDeclaredType(node)) return;
      const sources = resultsOf(node).map((result) => untypedSource(result, locals()));
      const [source] = sources;
      if (source !== undefined && sources.every((one) => one !== undefined))
        report(functionHead(node), { name: functionName(node), source });
    });
  },
});

/** `export const read: Reader = …`. */
function hasDeclaredType({ parent }: FunctionNode): boolean {
  return (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.type !== undefined;
}

function resultsOf(node: FunctionNode): readonly ts.Expression[] {
  const { body } = node;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const results: ts.Expression[] = [];
  walkBelow(body, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (ts.isReturnStatement(child) && child.expression) results.push(child.expression);
    return undefined;
  });
  return results;
}

/** The call that an expression hands on without a type of its own. */
function untypedSource(node: ts.Expression, locals: FileLocals): string | undefined {
  const value = withoutAwait(node);
  if (!ts.isIdentifier(value)) return untypedCall(value, locals);
  const declaration = locals.symbolOf(value)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.type || !isConstant(declaration))
    return undefined;
  return declaration.initializer && untypedCall(withoutAwait(declaration.initializer), locals);
}

function isConstant(declaration: ts.VariableDeclaration): boolean {
  return (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
}

/** Parentheses and `await` go, casts stay: they give a type. */
function withoutAwait(node: ts.Expression): ts.Expression {
  let current = node;
  while (ts.isParenthesizedExpression(current) || ts.isAwaitExpression(current)) current = current.expression;
  return current;
}

function untypedCall(node: ts.Expression, locals: FileLocals): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const parts = nameParts(node.expression);
  if (parts.join('.') === 'JSON.parse') return 'JSON.parse';
  if (parts.at(-1) !== 'json' || node.arguments.length > 0 || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  return isFetched(node.expression.expression, locals) ? `${parts.at(-2) || 'fetch(…)'}.json` : undefined;
}

/** A response of the platform's `fetch`, whose `json()` promises nothing. */
function isFetched(node: ts.Expression, locals: FileLocals): boolean {
  const value = withoutAwait(unwrap(node));
  if (ts.isCallExpression(value))
    return nameParts(value.expression).join('.') === 'fetch' && !declares(value.expression, locals);
  const declaration = ts.isIdentifier(value) ? locals.symbolOf(value)?.valueDeclaration : undefined;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    !declaration.type &&
    declaration.initializer !== undefined &&
    isFetched(declaration.initializer, locals)
  );
}

function declares(callee: ts.Expression, locals: FileLocals): boolean {
  return ts.isIdentifier(callee) && locals.symbolOf(callee) !== undefined;
}
