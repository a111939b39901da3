import ts from 'typescript';
import type { FileLocals } from '../locals/file-locals.ts';
import { useOf } from '../locals/references.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { unwrap } from '../syntax/names.ts';
import { activationOf } from './activation.ts';
import { assignedValue } from './assigned-value.ts';
import type { LocalValues } from './local-values.ts';
import { valueInFlow } from './reaching-values.ts';
import { anyValue, kinds, type ValueSet } from './value-set.ts';

/** What the variables of a file hold. */
export interface Variables {
  valueOf(name: ts.Identifier): ValueSet;
  functionOf(callee: ts.Expression): ts.FunctionLikeDeclaration | undefined;
}

/** All that is known of one variable without following the control flow. */
interface Facts {
  /** The function or file whose run holds the variable. */
  readonly activation: ts.Node;
  readonly declaration: ts.Node;
  /** The value before the first assignment. */
  readonly initial: ValueSet;
  /** References that assign; undefined where assignments cannot be followed. */
  readonly writes: readonly ts.Identifier[];
}

/** Reads the variables of a file. */
export function createVariables(sourceFile: ts.SourceFile, locals: FileLocals, values: LocalValues): Variables {
  const facts = new Map<ts.Symbol, Facts | undefined>();
  const factsOf = (symbol: ts.Symbol): Facts | undefined => {
    if (!facts.has(symbol)) facts.set(symbol, readFacts(symbol, sourceFile, locals));
    return facts.get(symbol);
  };
  return {
    valueOf(name) {
      const symbol = locals.symbolOf(name);
      if (!symbol) return globalValue(name, locals);
      const known = factsOf(symbol);
      if (!known) return anyValue;
      if (isHoisted(known.declaration)) return known.writes.length === 0 ? kinds.function : anyValue;
      if (activationOf(name) !== known.activation) return valueOfAll(known, values);
      return valueInFlow(name, symbol, known.initial, { locals, values });
    },
    functionOf(callee) {
      const expression = unwrap(callee);
      if (isFunctionNode(expression)) return expression;
      const symbol = ts.isIdentifier(expression) ? locals.symbolOf(expression) : undefined;
      const known = symbol && factsOf(symbol);
      if (!known || known.writes.length > 0) return undefined;
      return functionIn(known.declaration);
    },
  };
}

function readFacts(symbol: ts.Symbol, sourceFile: ts.SourceFile, locals: FileLocals): Facts | undefined {
  const declarations = symbol.declarations ?? [];
  const [declaration] = declarations;
  if (!declaration || declarations.some((other) => !isFollowed(other)) || declarations.length > 8) return undefined;
  if (isHoisted(declaration) && declarations.length > 1) return undefined;
  const activation = activationOf(declaration);
  if (ts.isSourceFile(activation) && isShared(declaration, sourceFile)) return undefined;
  const writes = locals.referencesTo(symbol).filter((name) => useOf(name).writes);
  if (writes.some((name) => activationOf(name) !== activation)) return undefined;
  const redeclared = declarations.flatMap((other) =>
    ts.isVariableDeclaration(other) && ts.isIdentifier(other.name) && !isConst(other) ? [other.name] : [],
  );
  if (isMentionedByArguments(declaration, activation)) return undefined;
  const initial = ts.isVariableDeclaration(declaration) ? kinds.undefined : anyValue;
  return { activation, declaration, initial, writes: [...writes, ...redeclared.slice(1)] };
}

function isFollowed(node: ts.Node): boolean {
  if (ts.isParameter(node)) return ts.isIdentifier(node.name);
  if (ts.isFunctionDeclaration(node)) return node.body !== undefined;
  if (ts.isClassDeclaration(node)) return !isAmbient(node);
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return false;
  // `let box!: Element`: something that the file does not show assigns it, such as markup's `ref`.
  if (node.exclamationToken) return false;
  return !ts.isCatchClause(node.parent) && !isAmbient(node.parent.parent);
}

function isAmbient(node: ts.Node): boolean {
  if (node.getSourceFile().isDeclarationFile) return true;
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false)
  );
}

function isHoisted(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
}

function isConst(node: ts.VariableDeclaration): boolean {
  return (node.parent.flags & ts.NodeFlags.Const) !== 0;
}

/** Other scripts of a page can assign to the top-level variables of a file that is no module. */
function isShared(declaration: ts.Node, sourceFile: ts.SourceFile): boolean {
  if (ts.isVariableDeclaration(declaration) && isConst(declaration)) return false;
  return !ts.isExternalModule(sourceFile) && !isCommonJs(sourceFile);
}

function isCommonJs(sourceFile: ts.SourceFile): boolean {
  return (sourceFile as { readonly commonJsModuleIndicator?: unknown }).commonJsModuleIndicator !== undefined;
}

/** `arguments[0] = …` changes the parameter, and `eval` can change anything. */
function isMentionedByArguments(declaration: ts.Node, activation: ts.Node): boolean {
  const text = activation.getSourceFile().text;
  if (text.includes('eval(') && text.slice(activation.pos, activation.end).includes('eval(')) return true;
  return ts.isParameter(declaration) && text.slice(activation.pos, activation.end).includes('arguments');
}

/** The value where the order of assignments and reads is unknown: all values it is ever given. */
function valueOfAll({ declaration, writes, initial }: Facts, values: LocalValues): ValueSet {
  if (ts.isParameter(declaration)) return anyValue;
  if (!ts.isVariableDeclaration(declaration)) return anyValue;
  if (isLoopHead(declaration)) return anyValue;
  let result = declaration.initializer ? values.valueOf(declaration.initializer) : initial;
  if ((declaration.parent.flags & ts.NodeFlags.BlockScoped) === 0) result |= initial;
  for (const write of writes) result |= assignedValue(write, values);
  return result;
}

function isLoopHead(declaration: ts.VariableDeclaration): boolean {
  const holder = declaration.parent.parent;
  return ts.isForInStatement(holder) || ts.isForOfStatement(holder);
}

function functionIn(declaration: ts.Node): ts.FunctionLikeDeclaration | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const value = unwrap(declaration.initializer);
  return isFunctionNode(value) ? value : undefined;
}

function globalValue(name: ts.Identifier, locals: FileLocals): ValueSet {
  if (locals.symbolOf(name)) return anyValue;
  if (name.text === 'undefined') return kinds.undefined;
  if (name.text === 'NaN') return kinds.zero;
  return name.text === 'Infinity' ? kinds.number : anyValue;
}
