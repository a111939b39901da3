import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { walkBelow } from '../syntax/walk.ts';
import type { FileLocals } from '../locals/file-locals.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { anyValue, type ValueSet } from './value-set.ts';
import { createVariables } from './variables.ts';

/** What expressions of one file can hold, from its own assignments, type tests and control flow; no types needed. */
export interface LocalValues {
  /** The kinds of values an expression can have when it runs; every kind where the file does not tell. */
  valueOf(expression: ts.Expression): ValueSet;
  /** The kinds of values that calls of a function give. */
  returnsOf(node: ts.SignatureDeclaration): ValueSet;
  /** The only function that a callee can mean, where the file tells. */
  functionOf(callee: ts.Expression): ts.FunctionLikeDeclaration | undefined;
}

/** How deep one question may lead to others before the answer is "anything". */
const maxDepth = 24;

interface Answers {
  readonly exact: Map<ts.Node, ValueSet>;
  /**
   * Answers to the question at work that a cycle or the depth made wider than need be. They hold, and without them a
   * question in code that goes in circles takes as many steps as there are ways through it.
   */
  readonly wider: Map<ts.Node, ValueSet>;
}

/** Prepares such answers; each is worked out when asked, and kept. */
export function createLocalValues(sourceFile: ts.SourceFile, locals: FileLocals): LocalValues {
  const known: Answers = { exact: new Map(), wider: new Map() };
  const returned: Answers = { exact: new Map(), wider: new Map() };
  const open = new Set<ts.Node>();
  let cutShort = 0;
  const remember = ({ exact, wider }: Answers, node: ts.Node, work: () => ValueSet): ValueSet => {
    const certain = exact.get(node);
    if (certain !== undefined) return certain;
    const before = cutShort;
    const isCut = wider.has(node) || open.has(node) || open.size > maxDepth;
    if (isCut) {
      cutShort += 1;
      return wider.get(node) ?? anyValue;
    }
    open.add(node);
    const result = work();
    open.delete(node);
    (cutShort === before || open.size === 0 ? exact : wider).set(node, result);
    if (open.size === 0) for (const answers of [known, returned]) answers.wider.clear();
    return result;
  };
  const values: LocalValues = {
    valueOf: (expression) => remember(known, expression, () => evaluateExpression(expression, values, variables)),
    returnsOf: (node) => remember(returned, node, () => returnedValues(node, values)),
    functionOf: (callee) => variables.functionOf(callee),
  };
  const variables = createVariables(sourceFile, locals, values);
  return values;
}

function returnedValues(node: ts.SignatureDeclaration, values: LocalValues): ValueSet {
  if (!isFunctionNode(node) || !node.body || isDeferred(node)) return anyValue;
  if (!ts.isBlock(node.body)) return values.valueOf(node.body);
  let result: ValueSet = endsNormally(node) ? 1 : 0;
  walkBelow(node.body, (child) => {
    if (isFunctionNode(child) || ts.isClassLike(child)) return 'skip';
    if (ts.isReturnStatement(child)) result |= child.expression ? values.valueOf(child.expression) : 1;
    return undefined;
  });
  return result;
}

/** What a generator or an async function returns is an object, and not what its `return` says. */
function isDeferred(node: ts.FunctionLikeDeclaration): boolean {
  return (
    node.asteriskToken !== undefined ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false))
  );
}

function endsNormally(node: ts.FunctionLikeDeclaration): boolean {
  const end = (node as { readonly endFlowNode?: { readonly flags: number } }).endFlowNode;
  return end !== undefined && (end.flags & 1) === 0;
}
