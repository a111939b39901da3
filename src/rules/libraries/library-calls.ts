import path from 'node:path';
import ts from 'typescript';
import type { Workspace } from '../../workspace/workspace.ts';
import { moduleBindings } from '../syntax/module-bindings.ts';
import { walkBelow } from '../syntax/walk.ts';
import type { LibraryUse } from './library-use.ts';

/**
 * Tells whether the files below a manifest call what they import from a library: as a function, a constructor, a
 * component, a decorator or a tag. Files that import it for types only do not count.
 */
export function createCallTest(workspace: Workspace): (use: LibraryUse) => boolean {
  const importers = new Map<string, Set<string>>();
  for (const { package: name, from, isTypeOnly } of workspace.moduleGraph().packageImports)
    if (!isTypeOnly) importers.set(name, (importers.get(name) ?? new Set()).add(from));
  return ({ manifest, dependency: { name } }) => {
    const folder = path.posix.dirname(manifest.file);
    return [...(importers.get(name) ?? [])]
      .filter((file) => folder === '.' || file.startsWith(`${folder}/`))
      .some((file) => {
        const sourceFile = workspace.files.get(file)?.sourceFile;
        return sourceFile !== undefined && callsPackage(sourceFile, name);
      });
  };
}

function callsPackage(sourceFile: ts.SourceFile, name: string): boolean {
  const isOfPackage = (specifier: string): boolean => specifier === name || specifier.startsWith(`${name}/`);
  const locals = new Set(
    [...moduleBindings(sourceFile)].flatMap(([local, { module }]) => (isOfPackage(module) ? [local] : [])),
  );
  return walkBelow(sourceFile, (node) => {
    const callee = calleeOf(node);
    const root = callee && rootOf(callee);
    if (!root) return undefined;
    if (ts.isIdentifier(root)) return locals.has(root.text) ? 'stop' : undefined;
    const required = ts.isCallExpression(root) && root !== node ? requiredBy(root) : undefined;
    return required !== undefined && isOfPackage(required) ? 'stop' : undefined;
  });
}

function calleeOf(node: ts.Node): ts.Node | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isDecorator(node)) return node.expression;
  if (ts.isTaggedTemplateExpression(node)) return node.tag;
  if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) return node.tagName;
  // A middleware is handed over and called by the other.
  return ts.isIdentifier(node) && ts.isCallExpression(node.parent) && node.parent.arguments.includes(node)
    ? node
    : undefined;
}

/** `a` of `a.b.c`, and the `require` call of `require('a').b`. */
function rootOf(callee: ts.Node): ts.Node {
  let root = callee;
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = root.expression;
  return root;
}

function requiredBy({ expression, arguments: [argument] }: ts.CallExpression): string | undefined {
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  return isRequire && argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
