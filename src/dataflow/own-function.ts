import ts from 'typescript';
import type { Machine } from './machine.ts';
import type { Closure } from './value.ts';

/** The path under which models speak of a function or class of the workspace; undefined where none does. */
export function ownEntity(machine: Machine, { node, frame }: Closure): string | undefined {
  const file = machine.models.root(`./${frame.module.file.path}`);
  return file === undefined ? undefined : machine.models.root(`${file}.${pathIn(node)}`);
}

/** `Class().method`, `Class.staticMethod` or the name of a function; `default` for one that has none. */
function pathIn(node: Closure['node']): string {
  const { parent } = node;
  if (!ts.isClassLike(parent)) return nameOf(node);
  const isStatic = ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === staticKind) === true;
  return `${nameOf(parent)}${isStatic ? '' : '()'}.${nameOf(node)}`;
}

const staticKind = ts.SyntaxKind.StaticKeyword;

function nameOf({ name, parent }: Closure['node']): string {
  const known = name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
  if (known) return known.getText();
  const target = ts.isBinaryExpression(parent) ? parent.left : undefined;
  return target && ts.isPropertyAccessExpression(target) ? target.name.text : 'default';
}
