import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { unwrap } from '../syntax/names.ts';
import { isRepeatable } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/ignored-result',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Result of a pure call thrown away', fr: 'Résultat d’un appel pur jeté' },
    why: {
      en: 'The method does not change what it is called on: it gives a new value, and nobody takes it. Assign or return the result, or use the method that changes in place.',
      fr: 'La méthode ne modifie pas l’objet sur lequel elle est appelée : elle rend une nouvelle valeur, que personne ne prend. Affectez ou renvoyez le résultat, ou employez la méthode qui modifie sur place.',
    },
    forLeads: {
      en: 'A change the program believes to make is never made.',
      fr: 'Une modification que le programme croit faire n’est jamais faite.',
    },
    bad: `export function clean(name: string) {
  name.trim();
  return name;
}`,
    good: `export function clean(name: string) {
  return name.trim();
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ method }: { method: string }) => `\`${method}\` changes nothing: its result is thrown away`,
    fr: ({ method }) => `\`${method}\` ne modifie rien : son résultat est jeté`,
  },
  detect: ({ locals, report }) => ({
    ExpressionStatement(node) {
      const call = unwrap(node.expression);
      if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return;
      const method = call.expression.name.text;
      if (isPureMethod(call, method) && !isNamespace(call.expression.expression, locals())) {
        report(call.expression.name, { method });
      }
    },
  }),
});

const textMethods: ReadonlySet<string> = new Set(
  'trim trimStart trimEnd toUpperCase toLowerCase substring padStart padEnd replaceAll charAt'.split(' '),
);
const listMethods: ReadonlySet<string> = new Set('concat toSorted toReversed toSpliced flatMap'.split(' '));

/** Methods of texts and lists only; what other classes call so may well do something. */
function isPureMethod(call: ts.CallExpression, method: string): boolean {
  if (textMethods.has(method)) return true;
  if (listMethods.has(method)) return call.arguments.length > 0 || method.startsWith('to');
  const [first] = call.arguments;
  if (method === 'replace') return call.arguments.length === 2 && first !== undefined && isPattern(first);
  if (method === 'slice') return call.arguments.every((argument) => ts.isNumericLiteral(argument));
  if (method !== 'filter' && method !== 'map') return false;
  return first !== undefined && ts.isArrowFunction(first) && isPureBody(first);
}

function isPattern(node: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node);
}

/** A callback that only computes: called for its effect, `map` is a `forEach` in disguise. */
function isPureBody(node: ts.ArrowFunction): boolean {
  return !ts.isBlock(node.body) && isRepeatable(node.body);
}

/** A module or class that owns a function of that name. */
function isNamespace(node: ts.Expression, locals: FileLocals): boolean {
  if (!ts.isIdentifier(node)) return node.kind === ts.SyntaxKind.ThisKeyword;
  const declaration = locals.symbolOf(node)?.declarations?.[0];
  if (!declaration) return /^[A-Z_$]/.test(node.text);
  return (
    ts.isImportClause(declaration) ||
    ts.isNamespaceImport(declaration) ||
    ts.isImportSpecifier(declaration) ||
    /^[A-Z]/.test(node.text)
  );
}
