import ts from 'typescript';

/** One point of the control flow that the compiler's binder records; see the compiler's own `FlowFlags`. */
export interface FlowPoint {
  readonly flags: number;
  readonly node?: ts.Node;
  readonly antecedent?: FlowPoint | readonly FlowPoint[];
}

/** Kinds of such points, as the pinned compiler numbers them. */
export const flowKinds = {
  unreachable: 1,
  start: 2,
  branch: 4,
  loop: 8,
  assignment: 16,
  whenTrue: 32,
  whenFalse: 64,
  reduce: 1024,
} as const;

interface BoundNode {
  readonly locals?: ReadonlyMap<ts.__String, ts.Symbol>;
  readonly symbol?: ts.Symbol;
  readonly flowNode?: FlowPoint;
  readonly endFlowNode?: FlowPoint;
}

/**
 * Gives the nodes of a file their local symbols and control flow, as the checker does when it starts; a file that
 * was bound before is left as it is. Needs no program, so it may run on every keystroke.
 */
export function bindFile(sourceFile: ts.SourceFile): void {
  const binder = ts as unknown as { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void };
  binder.bindSourceFile(sourceFile, { target: ts.ScriptTarget.ESNext });
}

/** Names declared directly in a scope of a bound file. */
export function localsOf(node: ts.Node): ReadonlyMap<ts.__String, ts.Symbol> | undefined {
  return (node as BoundNode).locals;
}

/** The symbol that a declaration of a bound file makes, the exported one where there are two. */
export function symbolOfDeclaration(node: ts.Node): ts.Symbol | undefined {
  const symbol = (node as BoundNode).symbol;
  return symbol && canonical(symbol);
}

/** One symbol for the two that an exported declaration has. */
export function canonical(symbol: ts.Symbol): ts.Symbol {
  return (symbol as { readonly exportSymbol?: ts.Symbol }).exportSymbol ?? symbol;
}

/** Where in the control flow a reference or a statement stands. */
export function flowAt(node: ts.Node): FlowPoint | undefined {
  return (node as BoundNode).flowNode;
}
