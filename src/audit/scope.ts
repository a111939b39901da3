import ts from 'typescript';

/** Names of the declarations around a node, outermost first; anonymous ones are left out. */
export function scopeOf(node: ts.Node): string[] {
  const names: string[] = [];
  for (
    let current = node.parent as ts.Node | undefined;
    current && !ts.isSourceFile(current);
    current = current.parent
  ) {
    const name = declarationName(current);
    if (name !== undefined) names.unshift(name);
  }
  return names;
}

function declarationName(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
    return node.initializer && holdsCode(node.initializer) ? node.name.getText() : undefined;
  }
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isClassLike(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return isNamed ? node.name?.getText() : undefined;
}

function holdsCode(initializer: ts.Expression): boolean {
  return (
    ts.isArrowFunction(initializer) ||
    ts.isFunctionExpression(initializer) ||
    ts.isClassExpression(initializer) ||
    ts.isObjectLiteralExpression(initializer) ||
    ts.isCallExpression(initializer)
  );
}

/** Tokens of a node without white space and comments; a string counts by its value, so quotes may change. */
export function tokensOf(node: ts.Node, sourceFile: ts.SourceFile): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, sourceFile.languageVariant);
  scanner.setText(sourceFile.text, node.getStart(sourceFile), node.end - node.getStart(sourceFile));
  const tokens: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    tokens.push(kind === ts.SyntaxKind.StringLiteral ? scanner.getTokenValue() : scanner.getTokenText());
  }
  return tokens;
}
