import ts from 'typescript';
import type { FunctionNode } from '../syntax/functions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

/**
 * Whether a function that copies key by key keeps off prototypes: it refuses the keys that lead there, walks only into
 * own properties of the target, or only into targets that are no prototype.
 */
export function guardsKeys(merge: FunctionNode, target: ts.Identifier, key: ts.Expression): boolean {
  const keyText = key.getText();
  const read = `${target.text}[${keyText}]`;
  const held = heldValues(merge, read);
  let refused = refusedIn(merge.getText());
  const isGuarded = walkBelow(merge, (node) => {
    if (ts.isCallExpression(node)) {
      if (isOwnTest(node, target, keyText)) return 'stop';
      refused |= refusedByCall(node, keyText, merge.getSourceFile());
      if (isTypeTest(node, held)) refused |= constructorKey;
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) {
      if (held.has(node.left.getText()) && node.right.getText() === 'Object') return 'stop';
    } else if (isObjectTest(node, held)) refused |= constructorKey;
    return undefined;
  });
  return isGuarded || refused === (protoKey | constructorKey);
}

const protoKey = 1;
const constructorKey = 2;

/** Which of the two ways to a prototype a text names. */
function refusedIn(text: string): number {
  const isProto = /['"`]__proto__['"`]/.test(text) ? protoKey : 0;
  return /['"`](constructor|prototype)['"`]/.test(text) ? isProto | constructorKey : isProto;
}

function heldValues(merge: FunctionNode, read: string): ReadonlySet<string> {
  const held = new Set([read]);
  walkBelow(merge, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer?.getText() === read) held.add(node.name.getText());
    return undefined;
  });
  return held;
}

/** `target.hasOwnProperty(key)`, `hasOwn.call(target, key)`, `Object.hasOwn(target, key)`, `_.has(target, key)`. */
function isOwnTest(node: ts.CallExpression, target: ts.Identifier, key: string): boolean {
  const texts = node.arguments.map((argument) => argument.getText());
  if (!/^_?has/i.test(lastName(node.expression)) && !/has/i.test(node.expression.getText())) return false;
  if (texts[0] === target.text && texts[1] === key) return true;
  const callee = unwrap(node.expression);
  return texts[0] === key && ts.isPropertyAccessExpression(callee) && callee.expression.getText() === target.text;
}

/** A function of this file, or a list, that is asked about the key or reads with it. */
function refusedByCall(node: ts.CallExpression, key: string, sourceFile: ts.SourceFile): number {
  if (!node.arguments.some((argument) => argument.getText() === key)) return 0;
  const callee = unwrap(node.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.expression.getText() : callee.getText();
  if (/safe|proto|pollut|danger|forbid|reserved|unsafe/i.test(callee.getText())) return protoKey | constructorKey;
  return refusedIn(declarationText(sourceFile, name));
}

/** What the file's top level declares under a name. */
function declarationText(sourceFile: ts.SourceFile, name: string): string {
  for (const statement of sourceFile.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement.getText();
    if (!ts.isVariableStatement(statement)) continue;
    for (const declared of statement.declarationList.declarations) {
      if (declared.name.getText() === name) return declared.getText();
    }
  }
  return '';
}

/** `isObject(target[key])`: a constructor is a function and fails it. */
function isTypeTest(node: ts.CallExpression, held: ReadonlySet<string>): boolean {
  return (
    /^_?is[A-Z]\w*(Object|Plain|Record)|^_?isObj/i.test(lastName(node.expression)) &&
    node.arguments.some((argument) => held.has(argument.getText()))
  );
}

/** `typeof target[key] === 'object'`. */
function isObjectTest(node: ts.Node, held: ReadonlySet<string>): boolean {
  return ts.isTypeOfExpression(node) && held.has(node.expression.getText());
}
