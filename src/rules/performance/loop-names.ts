import ts from 'typescript';
import { mentionsAny } from '../syntax/mentions.ts';
import { boundNames } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

/** Names that a loop's head declares: the item, the key, the counter. */
export function loopNames(loop: ts.IterationStatement): ReadonlySet<string> {
  const head =
    ts.isForOfStatement(loop) || ts.isForInStatement(loop) || ts.isForStatement(loop) ? loop.initializer : undefined;
  if (!head || !ts.isVariableDeclarationList(head)) return new Set();
  return new Set(head.declarations.flatMap((declaration) => boundNames(declaration.name)));
}

/** The names and those of constants in `body` that are computed from them. */
export function namesDerivedFrom(names: ReadonlySet<string>, body: ts.Node): ReadonlySet<string> {
  const derived = new Set(names);
  walkBelow(body, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && mentionsAny(node.initializer, derived)) {
      boundNames(node.name).forEach((name) => derived.add(name));
    }
    return undefined;
  });
  return derived;
}

/** Every name that `node` or something below it declares. */
export function namesDeclaredIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walkBelow(node, (child) => {
    if (ts.isVariableDeclaration(child)) boundNames(child.name).forEach((name) => names.add(name));
    return undefined;
  });
  return names;
}
