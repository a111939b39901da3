import ts from 'typescript';
import { descend } from './descend.ts';

/**
 * Names that a file uses as values, not only as types. Shadowing is not followed, so a name may be in here that
 * means something local: an import is then taken for needed at run time, never the other way round.
 */
export function valueNames(sourceFile: ts.SourceFile, options: ts.CompilerOptions): ReadonlySet<string> {
  const names = new Set<string>();
  const hasMetadata = options.emitDecoratorMetadata ?? false;
  descend(sourceFile, (node) => {
    if (ts.isIdentifier(node)) {
      if (!isNameOnly(node)) names.add(node.text);
      return false;
    }
    const needsTypes = hasMetadata && isDecorated(node);
    if (needsTypes) addTypeNames(node, names);
    return needsTypes || !isErased(node);
  });
  if (sourceFile.languageVariant === ts.LanguageVariant.JSX) names.add('React').add('h');
  return names;
}

function isErased(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) return isImplemented(node);
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || node.moduleSpecifier !== undefined;
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node)
  );
}

function isImplemented({ parent }: ts.ExpressionWithTypeArguments): boolean {
  return ts.isHeritageClause(parent) && parent.token === ts.SyntaxKind.ImplementsKeyword;
}

/** Whether an identifier only names a member or a declaration, and so uses nothing. */
function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isExportSpecifier(parent)) return parent.isTypeOnly || (parent.propertyName ?? parent.name) !== node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.propertyName === node || parent.name === node;
  return 'name' in parent && parent.name === node;
}

/** Decorator metadata turns the declared types of decorated members into values. */
function isDecorated(node: ts.Node): boolean {
  if (!ts.canHaveDecorators(node)) return false;
  if ((ts.getDecorators(node) ?? []).length > 0) return true;
  return ts.isMethodDeclaration(node) && node.parameters.some((parameter) => isDecorated(parameter));
}

function addTypeNames(node: ts.Node, names: Set<string>): void {
  const types = ts.isClassDeclaration(node)
    ? node.members.filter(ts.isConstructorDeclaration).flatMap(({ parameters }) => parameters.map(({ type }) => type))
    : signatureTypes(node);
  for (const type of types) {
    if (!type || !ts.isTypeReferenceNode(type)) continue;
    let name = type.typeName;
    while (ts.isQualifiedName(name)) name = name.left;
    names.add(name.text);
  }
}

function signatureTypes(node: ts.Node): readonly (ts.TypeNode | undefined)[] {
  const own = 'type' in node ? [node.type as ts.TypeNode | undefined] : [];
  return ts.isMethodDeclaration(node) ? [...own, ...node.parameters.map(({ type }) => type)] : own;
}
