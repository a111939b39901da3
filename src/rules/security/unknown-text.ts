import ts from 'typescript';
import type { FileValues } from '../syntax/file-values.ts';
import { lastName, unwrap } from '../syntax/names.ts';

const cleaners =
  /saniti[sz]|escape|purify|encode|clean|bleach|xss|safe|trusted|highlight|render|markdown|marked|katex|icon|svg|i18n|^_?t$|translate|stringify|serialize|^css|style|number|count|length|toFixed|parse(Int|Float)|localize|message|template$/i;
const textMethods =
  /^(trim\w*|slice|substr(ing)?|replace(All)?|concat|join|toString|split|map|filter|to(Lower|Upper)Case|get|getItem|val|text|shift|pop|at|String)$/;
const deepest = 6;

/**
 * Whether a text may hold what the file does not settle: it comes from a parameter, a property of one, or a variable
 * that nothing in the file fixes, and no function whose name says that it cleans or renders stands in between.
 */
export function isUnknownText(node: ts.Expression, values: FileValues, depth = 0): boolean {
  if (depth > deepest) return false;
  const place = values.settled(unwrap(node));
  const inner = (part: ts.Expression): boolean => isUnknownText(part, values, depth + 1);
  if (ts.isTemplateExpression(place)) return place.templateSpans.some((span) => inner(span.expression));
  if (ts.isBinaryExpression(place)) return isUnknownBinary(place, inner);
  if (ts.isConditionalExpression(place)) return inner(place.whenTrue) || inner(place.whenFalse);
  if (ts.isArrayLiteralExpression(place)) return place.elements.some(inner);
  if (ts.isAwaitExpression(place)) return inner(place.expression);
  if (ts.isCallExpression(place)) return isUnknownCall(place, inner);
  if (ts.isIdentifier(place)) return !cleaners.test(place.text) && isOpenName(place, values);
  if (ts.isPropertyAccessExpression(place)) return !cleaners.test(place.name.text) && isOpenProperty(place, inner);
  return ts.isElementAccessExpression(place) && inner(place.expression);
}

function isUnknownBinary(node: ts.BinaryExpression, inner: (part: ts.Expression) => boolean): boolean {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return inner(node.left) || inner(node.right);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return inner(node.right);
    default:
      return false;
  }
}

/** Calls of text methods keep what they get; of any other call nothing is known, which is no reason to report it. */
function isUnknownCall(node: ts.CallExpression, inner: (part: ts.Expression) => boolean): boolean {
  const name = lastName(node.expression);
  if (!textMethods.test(name)) return false;
  const { expression } = node;
  return (ts.isPropertyAccessExpression(expression) && inner(expression.expression)) || node.arguments.some(inner);
}

function isOpenProperty(node: ts.PropertyAccessExpression, inner: (part: ts.Expression) => boolean): boolean {
  const owner = unwrap(node.expression);
  if (owner.kind === ts.SyntaxKind.ThisKeyword) return node.name.text === 'props' || node.name.text === 'state';
  return inner(owner);
}

/** A parameter, a part of one, or a variable without a value of its own. */
function isOpenName(node: ts.Identifier, values: FileValues): boolean {
  let declaration = values.declaration(node);
  while (declaration && ts.isBindingElement(declaration)) declaration = declaration.parent.parent;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) {
    const isChecked = /\.origin\b/.test(declaration.parent.getText());
    return !isChecked && !isNumeric(declaration.type) && !isCallbackOfConstants(declaration, values);
  }
  return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    ? ts.isObjectBindingPattern(declaration.name) &&
        /\b(props|params|data|query)$/.test(declaration.initializer.getText())
    : false;
}

function isNumeric(type: ts.TypeNode | undefined): boolean {
  return type?.kind === ts.SyntaxKind.NumberKeyword || type?.kind === ts.SyntaxKind.BooleanKeyword;
}

/** `names.map((name) => …)` over a constant list. */
function isCallbackOfConstants(parameter: ts.ParameterDeclaration, values: FileValues): boolean {
  const call = parameter.parent.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return ts.isArrayLiteralExpression(values.settled(call.expression.expression));
}
