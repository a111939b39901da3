import ts from 'typescript';
import { bindFile, canonical, localsOf, symbolOfDeclaration } from './bound-nodes.ts';
import { walkBelow } from '../syntax/walk.ts';
import { isReference } from './references.ts';

/** What the names of one file mean, told from the file alone. */
export interface FileLocals {
  /** The symbol of this file that an identifier means; undefined for a global and for property names. */
  symbolOf(name: ts.Identifier): ts.Symbol | undefined;
  /** The identifiers that mean a symbol, declarations aside, in the order of the code. */
  referencesTo(symbol: ts.Symbol): readonly ts.Identifier[];
  /** References that nothing in the file declares. */
  readonly globals: readonly ts.Identifier[];
  /** Every declared symbol of the file that has a name a reference could use. */
  readonly symbols: ReadonlySet<ts.Symbol>;
}

/** Resolves every identifier of a file in one walk. */
export function createFileLocals(sourceFile: ts.SourceFile): FileLocals {
  bindFile(sourceFile);
  const meanings = new Map<ts.Identifier, ts.Symbol>();
  const references = new Map<ts.Symbol, ts.Identifier[]>();
  const globals: ts.Identifier[] = [];
  const symbols = new Set<ts.Symbol>();
  const addReference = (name: ts.Identifier): void => {
    const symbol = resolve(name);
    if (!symbol) {
      globals.push(name);
      return;
    }
    meanings.set(name, symbol);
    const known = references.get(symbol);
    if (known) known.push(name);
    else references.set(symbol, [name]);
  };
  const visit = (node: ts.Node): undefined => {
    for (const symbol of localsOf(node)?.values() ?? []) symbols.add(canonical(symbol));
    if (ts.isIdentifier(node)) {
      if (isReference(node)) addReference(node);
      else {
        const declared = declaredBy(node);
        if (declared) meanings.set(node, declared);
      }
    }
  };
  visit(sourceFile);
  walkBelow(sourceFile, visit);
  return {
    symbolOf: (name) => meanings.get(name),
    referencesTo: (symbol) => references.get(symbol) ?? [],
    globals,
    symbols,
  };
}

function declaredBy(name: ts.Identifier): ts.Symbol | undefined {
  const { parent } = name;
  if ((parent as ts.NamedDeclaration).name !== name) return undefined;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) {
    return undefined;
  }
  return symbolOfDeclaration(parent);
}

const typeLike = ts.SymbolFlags.Type | ts.SymbolFlags.Namespace | ts.SymbolFlags.Alias;

/** Looks a name up from the inside out; a name in a type passes by what is only a value. */
function resolve(name: ts.Identifier): ts.Symbol | undefined {
  const key = name.escapedText;
  const isType = ts.isTypeReferenceNode(name.parent);
  for (let scope: ts.Node | undefined = name.parent; scope as ts.Node | undefined; scope = scope.parent) {
    const found = localsOf(scope)?.get(key) ?? ownName(scope, key) ?? memberName(scope, key);
    if (found && (!isType || (canonical(found).flags & typeLike) !== 0)) return canonical(found);
  }
  return undefined;
}

/** A named function or class expression knows itself by its name. */
function ownName(scope: ts.Node, key: ts.__String): ts.Symbol | undefined {
  const isNamed = ts.isFunctionExpression(scope) || ts.isClassExpression(scope);
  return isNamed && scope.name?.escapedText === key ? symbolOfDeclaration(scope) : undefined;
}

/** Type parameters of classes, and what namespaces and enums export, are found by their bare names inside. */
function memberName(scope: ts.Node, key: ts.__String): ts.Symbol | undefined {
  if (ts.isClassLike(scope) || ts.isInterfaceDeclaration(scope)) {
    const member = symbolOfDeclaration(scope)?.members?.get(key);
    return member && (member.flags & ts.SymbolFlags.TypeParameter) !== 0 ? member : undefined;
  }
  if (!ts.isModuleDeclaration(scope) && !ts.isEnumDeclaration(scope)) return undefined;
  return symbolOfDeclaration(scope)?.exports?.get(key);
}
