import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { flowAt } from '../locals/bound-nodes.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { definitionsReaching, isUnreachable } from '../locals/reaching-definitions.ts';
import { useOf } from '../locals/references.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isNeutralValue } from '../syntax/neutral-value.ts';
import { findAncestor } from '../syntax/walk.ts';
import { activationOf } from '../values/activation.ts';

export const rule = defineRule({
  id: 'quality/dead-store',
  weakness: 'dead-code',
  docs: {
    title: { en: 'Value assigned and never used', fr: 'Valeur affectée et jamais utilisée' },
    why: {
      en: 'The variable is given this value, but every way from here overwrites it or ends before anything reads it. Either a use is missing, or the line is left over.',
      fr: 'La variable reçoit cette valeur, mais tout chemin à partir d’ici l’écrase ou se termine avant que quoi que ce soit la lise. Soit un usage manque, soit la ligne est un reste.',
    },
    forLeads: {
      en: 'Work is done whose result nobody uses: a left-over, or a sign that a step was forgotten.',
      fr: 'Un travail est fait dont personne n’utilise le résultat : un reste, ou le signe d’une étape oubliée.',
    },
    bad: `export function total(prices: number[]) {
  let sum = 0;
  for (const price of prices) sum += price;
  let tax = sum * 0.2;
  tax = 0;
  return sum + tax;
}`,
    good: `export function total(prices: number[]) {
  let sum = 0;
  for (const price of prices) sum += price;
  const tax = sum * 0.2;
  return sum + tax;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `The value given to \`${name}\` here is never used`,
    fr: ({ name }) => `La valeur donnée ici à \`${name}\` ne sert jamais`,
  },
  detect: ({ locals, report }) => ({
    SourceFile() {
      for (const symbol of locals().symbols) {
        for (const target of deadStores(symbol, locals()))
          report(target, { name: target.text }, { tag: 'unnecessary' });
      }
    },
  }),
});

/** Assignments whose value no reference can see; only of variables that one function or file keeps to itself. */
function deadStores(symbol: ts.Symbol, locals: FileLocals): readonly ts.Identifier[] {
  const declaration = symbol.declarations?.[0];
  if (!declaration || (symbol.declarations ?? []).length > 1 || !isLocal(declaration)) return [];
  const references = locals.referencesTo(symbol);
  const isRead = (name: ts.Identifier): boolean => useOf(name).reads;
  const reads = references.filter(isRead);
  const activation = activationOf(declaration);
  if (reads.length === 0 || references.length > maxReferences) return [];
  if (references.some((name) => activationOf(name) !== activation)) return [];
  const stores = storesOf(declaration, references);
  if (stores.length === 0) return [];
  const used = new Set<ts.Node>();
  for (const read of reads) {
    const flow = flowAt(read);
    if (!flow) return [];
    const definitions = definitionsReaching(flow, symbol, locals);
    if (!definitions) return [];
    for (const definition of definitions) used.add(definition);
  }
  return stores.filter(({ at }) => !used.has(at) && !isUnreachable(at)).map(({ name }) => name);
}

const maxReferences = 200;

interface Store {
  readonly at: ts.Node;
  readonly name: ts.Identifier;
}

function storesOf(
  declaration: ts.VariableDeclaration | ts.ParameterDeclaration,
  references: readonly ts.Identifier[],
): readonly Store[] {
  const assigned = references.filter(isPlainStore).map((name) => ({ at: name, name }));
  const { name, initializer } = declaration;
  const isInitial =
    ts.isVariableDeclaration(declaration) && initializer && !isNeutralValue(initializer) && ts.isIdentifier(name);
  return isInitial ? [{ at: declaration, name }, ...assigned] : assigned;
}

/** `x = value;` where the value says something: clearing a variable for the garbage collector is no mistake. */
function isPlainStore(name: ts.Identifier): boolean {
  const { parent } = name;
  if (!ts.isBinaryExpression(parent) || parent.left !== name || !ts.isExpressionStatement(parent.parent)) return false;
  const isAssignment = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && !isNeutralValue(parent.right) && !findAncestor(name, ts.isTryStatement, isFunctionNode);
}

function isLocal(node: ts.Declaration): node is ts.VariableDeclaration | ts.ParameterDeclaration {
  if (ts.isParameter(node)) return ts.isIdentifier(node.name) && !node.getSourceFile().text.includes('arguments');
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || ts.isCatchClause(node.parent)) return false;
  const statement = node.parent.parent;
  return ts.isVariableStatement(statement) && !statement.modifiers?.length && isInFunction(node);
}

/** Top-level variables may be read by other scripts, and by `export { … }`. */
function isInFunction(node: ts.Node): boolean {
  return !ts.isSourceFile(activationOf(node));
}
