import ts from 'typescript';
import { descend } from './descend.ts';

/** What a file's directives and comments bring into a program besides its imports. */
export function directivesOf(sourceFile: ts.SourceFile): readonly string[] {
  const { referencedFiles, typeReferenceDirectives, libReferenceDirectives } = sourceFile;
  return [
    ...referencedFiles.map(({ fileName }) => `path ${fileName}`),
    ...typeReferenceDirectives.map(({ fileName, resolutionMode }) => `types ${fileName} ${resolutionMode ?? ''}`),
    ...libReferenceDirectives.map(({ fileName }) => `lib ${fileName}`),
    ...(sourceFile.text.match(/@jsx\w*\s+\S+/g) ?? []),
  ];
}

/** Whether other files see what a file declares without importing it; in doubt yes. */
export function isGlobal(sourceFile: ts.SourceFile): boolean {
  if (/\bdeclare\s+(global|module)\b/.test(sourceFile.text)) return true;
  if (ts.isExternalModule(sourceFile)) return false;
  return !/\.[cm]?jsx?$/.test(sourceFile.fileName) || !isCommonJs(sourceFile);
}

/** As the compiler's binder tells: by an assignment to the exports, or a call of `require`. */
function isCommonJs(sourceFile: ts.SourceFile): boolean {
  let isFound = false;
  descend(sourceFile, (node) => {
    isFound ||= isRequireCall(node) || isExportsAssignment(node);
    return !isFound;
  });
  return isFound;
}

function isRequireCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.arguments.length === 1 && isNamed(node.expression, 'require');
}

function isExportsAssignment(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  const { left } = node;
  if (!ts.isPropertyAccessExpression(left)) return false;
  return isNamed(left.expression, 'exports') || (isNamed(left.expression, 'module') && left.name.text === 'exports');
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
