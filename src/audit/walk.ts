import ts from 'typescript';
import type { Visitor } from '../rules/visitor.ts';

/** A handler of one rule, guarded so that its crash stays its own. */
export type GuardedHandler = (node: ts.Node) => void;

/** Guards a handler; `isRare`: for a kind of node that a file has once. */
export type HandlerGuard = (handler: GuardedHandler, isRare: boolean) => GuardedHandler;

/** Handlers by syntax kind, entering and leaving. */
export interface HandlerTable {
  readonly enter: ReadonlyMap<ts.SyntaxKind, readonly GuardedHandler[]>;
  readonly exit: ReadonlyMap<ts.SyntaxKind, readonly GuardedHandler[]>;
}

/** Merges the visitors of many rules into one table, so that a file is walked once. */
export function mergeVisitors(
  visitors: readonly { readonly visitor: Visitor; readonly guard: HandlerGuard }[],
): HandlerTable {
  const enter = new Map<ts.SyntaxKind, GuardedHandler[]>();
  const exit = new Map<ts.SyntaxKind, GuardedHandler[]>();
  for (const { visitor, guard } of visitors) {
    for (const [name, handler] of Object.entries(visitor) as [string, GuardedHandler][]) {
      const [kindName = '', when] = name.split(':');
      const kind = ts.SyntaxKind[kindName as keyof typeof ts.SyntaxKind];
      const table = when === 'exit' ? exit : enter;
      table.set(kind, [...(table.get(kind) ?? []), guard(handler, kind === ts.SyntaxKind.SourceFile)]);
    }
  }
  return { enter, exit };
}

/** Walks a tree once in source order; keeps its own stack, because generated code nests deeper than the call stack. */
export function walk(root: ts.Node, { enter, exit }: HandlerTable): void {
  if (enter.size === 0 && exit.size === 0) return;
  const stack: (ts.Node | { readonly leaving: ts.Node })[] = [root];
  const children: ts.Node[] = [];
  const collect = (child: ts.Node): void => void children.push(child);
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if ('leaving' in item) {
      exit.get(item.leaving.kind)?.forEach((handler) => handler(item.leaving));
      continue;
    }
    for (const handler of enter.get(item.kind) ?? []) handler(item);
    if (exit.has(item.kind)) stack.push({ leaving: item });
    ts.forEachChild(item, collect);
    for (let child = children.pop(); child !== undefined; child = children.pop()) stack.push(child);
  }
}
