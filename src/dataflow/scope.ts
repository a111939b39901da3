import ts from 'typescript';
import { descend } from '../workspace/modules/descend.ts';

/** One declared name. `owner` is the function or file whose activation holds its value. */
export interface Binding {
  readonly name: string;
  readonly owner: ts.Node;
  /** The declaration: a variable, parameter, binding element, function, class or import clause part. */
  readonly declaration: ts.Node;
}

/** Finds what an identifier of one file means, from syntax alone. */
export interface Scopes {
  /** Undefined for a global. */
  resolve(name: string, from: ts.Node): Binding | undefined;
}

/** Builds the scopes of a file; each container is read on the first look-up in it. */
export function createScopes(): Scopes {
  const containers = new Map<ts.Node, ReadonlyMap<string, Binding>>();
  const namesIn = (container: ts.Node): ReadonlyMap<string, Binding> => {
    const known = containers.get(container);
    if (known) return known;
    const names = declaredIn(container);
    containers.set(container, names);
    return names;
  };
  const found = new Map<ts.Node, Binding | undefined>();
  const search = (name: string, from: ts.Node): Binding | undefined => {
    for (let node: ts.Node | undefined = from; node as ts.Node | undefined; node = node.parent) {
      if (!isContainer(node)) continue;
      const binding = namesIn(node).get(name);
      if (binding) return binding;
    }
    return undefined;
  };
  return {
    resolve(name, from) {
      // Only a name's own node stands for one name.
      if (!ts.isIdentifier(from)) return search(name, from);
      if (found.has(from)) return found.get(from);
      const binding = search(name, from);
      found.set(from, binding);
      return binding;
    },
  };
}

/** Whether a node has a body of its own that runs when it is called. */
export function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  switch (node.kind) {
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return true;
    default:
      return false;
  }
}

function isContainer(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.SourceFile:
    case ts.SyntaxKind.Block:
    case ts.SyntaxKind.ForStatement:
    case ts.SyntaxKind.ForInStatement:
    case ts.SyntaxKind.ForOfStatement:
    case ts.SyntaxKind.CaseBlock:
    case ts.SyntaxKind.CatchClause:
    case ts.SyntaxKind.ModuleBlock:
    case ts.SyntaxKind.ClassExpression:
      return true;
    default:
      return isFunction(node);
  }
}

function declaredIn(container: ts.Node): ReadonlyMap<string, Binding> {
  const names = new Map<string, Binding>();
  const owner = ownerOf(container);
  const add = (name: ts.BindingName | undefined, declaration: ts.Node): void => {
    if (!name) return;
    if (ts.isIdentifier(name)) names.set(name.text, { name: name.text, owner, declaration });
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name, element);
  };
  if (isFunction(container)) addFunction(container, add);
  else if (ts.isClassExpression(container)) add(container.name, container);
  else if (ts.isCatchClause(container)) add(container.variableDeclaration?.name, container);
  else if (ts.isForStatement(container) || ts.isForInStatement(container) || ts.isForOfStatement(container)) {
    if (container.initializer) addLexical(container.initializer, add);
  } else if (ts.isCaseBlock(container)) {
    for (const clause of container.clauses) clause.statements.forEach((statement) => addLexical(statement, add));
  } else addStatements(container as ts.Block | ts.SourceFile | ts.ModuleBlock, add);
  return names;
}

type Add = (name: ts.BindingName | undefined, declaration: ts.Node) => void;

function addFunction(node: ts.FunctionLikeDeclaration, add: Add): void {
  if (ts.isFunctionExpression(node)) add(node.name, node);
  if (node.body && ts.isBlock(node.body)) addHoistedVariables(node.body, add);
  for (const parameter of node.parameters) add(parameter.name, parameter);
}

function addStatements(node: ts.Block | ts.SourceFile | ts.ModuleBlock, add: Add): void {
  if (ts.isSourceFile(node)) addHoistedVariables(node, add);
  for (const statement of node.statements) addLexical(statement, add);
}

function addLexical(node: ts.Node, add: Add): void {
  if (ts.isVariableStatement(node)) addLexical(node.declarationList, add);
  else if (ts.isVariableDeclarationList(node)) {
    for (const declaration of node.declarations) add(declaration.name, declaration);
  } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) add(node.name, node);
  else if (ts.isEnumDeclaration(node)) add(node.name, node);
  else if (ts.isImportEqualsDeclaration(node)) add(node.name, node);
  else if (ts.isImportDeclaration(node)) addImport(node, add);
}

function addImport(node: ts.ImportDeclaration, add: Add): void {
  const clause = node.importClause;
  if (!clause) return;
  add(clause.name, clause);
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name, bindings);
  else if (bindings) for (const specifier of bindings.elements) add(specifier.name, specifier);
}

function addHoistedVariables(root: ts.Node, add: Add): void {
  descend(root, (node) => {
    if (isFunction(node) || ts.isClassLike(node) || ts.isExpressionStatement(node)) return false;
    if (!ts.isVariableDeclarationList(node) || node.flags & ts.NodeFlags.BlockScoped) return true;
    addLexical(node, add);
    return false;
  });
}

function ownerOf(node: ts.Node): ts.Node {
  let owner = node;
  while (!isFunction(owner) && !ts.isSourceFile(owner)) owner = owner.parent;
  return owner;
}
