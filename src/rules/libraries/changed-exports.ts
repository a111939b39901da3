import ts from 'typescript';
import type { DeclaredExports } from './declared-exports.ts';

/** How an export differs between two versions of a package. */
export type ExportChange = 'removed' | 'retyped';

/**
 * The exports of the earlier version that the later one lacks, or declares otherwise. What only grew (another overload,
 * a further optional parameter, a new member) is no change for those who use it.
 */
export function changedExports(earlier: DeclaredExports, later: DeclaredExports): ReadonlyMap<string, ExportChange> {
  const changes = new Map<string, ExportChange>();
  for (const [name, declarations] of earlier) {
    const now = later.get(name);
    // A default export and the whole module (`export =`) are loaded by the same code.
    if (!now) changes.set(name, 'removed');
    else if (!accepts(declarations, now)) changes.set(name, 'retyped');
  }
  return changes;
}

function accepts(before: readonly ts.Declaration[], after: readonly ts.Declaration[]): boolean {
  if (before.length === 0 || after.length === 0) return true;
  return before.every((one) => {
    const calls = callsOf(one);
    if (calls.length > 0) return calls.every((call) => after.flatMap(callsOf).some((now) => takes(call, now)));
    const members = membersOf(one);
    if (members) return hasMembers(members, after);
    return after.some((now) => now.kind === one.kind && textOf(now) === textOf(one));
  });
}

/** Ways to call a function or to construct a class. */
function callsOf(node: ts.Declaration): readonly ts.SignatureDeclaration[] {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) return [node];
  if (ts.isClassDeclaration(node)) return node.members.filter(ts.isConstructorDeclaration);
  const isVariable = ts.isVariableDeclaration(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node);
  return isVariable && node.type && ts.isFunctionTypeNode(node.type) ? [node.type] : [];
}

/** Whether a call that fitted the one still fits the other, and gives the same. */
function takes(before: ts.SignatureDeclaration, after: ts.SignatureDeclaration): boolean {
  const isRest = after.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  if (!isRest && after.parameters.length < before.parameters.length) return false;
  if (leastArguments(after) > leastArguments(before)) return false;
  const sameParameters = before.parameters.every(({ type }, index) => {
    const now = after.parameters[index]?.type;
    return !type || !now || textOf(type) === textOf(now);
  });
  return sameParameters && (!before.type || !after.type || textOf(before.type) === textOf(after.type));
}

function leastArguments({ parameters }: ts.SignatureDeclaration): number {
  return parameters.filter(
    ({ questionToken, dotDotDotToken, initializer }) => !questionToken && !dotDotDotToken && !initializer,
  ).length;
}

/** Members by name of what is used by them: classes, interfaces and enumerations. */
function membersOf(node: ts.Declaration): ReadonlyMap<string, ts.Declaration> | undefined {
  if (!ts.isInterfaceDeclaration(node) && !ts.isEnumDeclaration(node) && !ts.isClassDeclaration(node)) return undefined;
  const members: readonly ts.Declaration[] = node.members;
  return new Map(
    members.flatMap((member) => {
      const name = ts.getNameOfDeclaration(member)?.getText();
      return name === undefined ? [] : [[name, member] as const];
    }),
  );
}

/** A member may be declared elsewhere, as in a base; only a class or an enumeration without it has lost it. */
function hasMembers(members: ReadonlyMap<string, ts.Declaration>, after: readonly ts.Declaration[]): boolean {
  const now = after.map(membersOf).find((one) => one !== undefined);
  if (!now) return false;
  const inherits = after.some((one) => (ts.isClassLike(one) || ts.isInterfaceDeclaration(one)) && one.heritageClauses);
  return inherits || [...members.keys()].every((name) => now.has(name));
}

const printer = ts.createPrinter({ removeComments: true });

function textOf(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/[\s;]+/g, ' ');
}
