import ts from 'typescript';
import { createScopes } from '../../dataflow/scope.ts';
import { optionsIn, type Options } from './option-values.ts';
import { importedExport, moduleBindings, type ModuleBinding } from './module-bindings.ts';
import { isAssignment } from './operators.ts';
import { stringValue, unwrap } from './names.ts';
import { walkBelow } from './walk.ts';

/** What expressions of one file stand for as far as its own text settles it; nothing is read before it is asked for. */
export interface FileValues {
  /** The expression behind names that are given one value only; the expression itself where there is none. */
  settled(node: ts.Expression): ts.Expression;
  /** The text of a constant string, also one joined from constants. */
  text(node: ts.Expression | undefined): string | undefined;
  number(node: ts.Expression | undefined): number | undefined;
  /** Fields of an object literal, of its copies and of later assignments to its variable. */
  options(node: ts.Expression | undefined): Options;
  /** The export of a module that a callee means. */
  exportOf(callee: ts.Expression): ModuleBinding | undefined;
  /** The declaration of a name: a variable, parameter, binding element, function, class or import part. */
  declaration(name: ts.Identifier): ts.Node | undefined;
  /** What `this.field` holds where the file gives it one value only. */
  heldByThis(node: ts.PropertyAccessExpression): ts.Expression | undefined;
  /** What is written to a variable or to its fields after its declaration, in the order of the text. */
  writes(name: ts.Identifier): readonly ts.BinaryExpression[];
}

const deepest = 8;

export function fileValues(sourceFile: ts.SourceFile): FileValues {
  const scopes = createScopes();
  let bindings: ReadonlyMap<string, ModuleBinding> | undefined;
  let written: ReadonlyMap<string, readonly ts.BinaryExpression[]> | undefined;
  const declaration = (name: ts.Identifier): ts.Node | undefined => scopes.resolve(name.text, name)?.declaration;
  const values: FileValues = {
    declaration,
    heldByThis: (node) => {
      if (node.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
      const all = (written ??= writesByName(sourceFile)).get(`this.${node.name.text}`) ?? [];
      return all.length === 1 && all[0] && !isCompound(all[0]) ? all[0].right : undefined;
    },
    exportOf: (callee) => importedExport(callee, (bindings ??= moduleBindings(sourceFile))),
    writes: (name) => {
      const target = declaration(name);
      const all = (written ??= writesByName(sourceFile)).get(name.text) ?? [];
      return all.filter((write) => {
        const root = rootName(write.left);
        return root !== undefined && declaration(root) === target;
      });
    },
    settled: (node) => settle(node, values),
    text: (node) => node && textOf(node, values, 0),
    number: (node) => node && numberOf(node, values, 0),
    options: (node) => optionsIn(node, values),
  };
  return values;
}

/** The identifier at the start of `name.of.a.field`. */
export function rootName(node: ts.Expression): ts.Identifier | undefined {
  let current = unwrap(node);
  while (ts.isPropertyAccessExpression(current) || ts.isElementAccessExpression(current)) {
    current = unwrap(current.expression);
  }
  return ts.isIdentifier(current) ? current : undefined;
}

function settle(node: ts.Expression, values: FileValues): ts.Expression {
  let current = unwrap(node);
  for (let depth = 0; depth < deepest; depth++) {
    if (ts.isPropertyAccessExpression(current)) {
      const held = values.heldByThis(current);
      if (!held) return current;
      current = unwrap(held);
      continue;
    }
    if (!ts.isIdentifier(current)) return current;
    const declared = values.declaration(current);
    if (declared && (!ts.isVariableDeclaration(declared) || !ts.isIdentifier(declared.name))) return current;
    const assigned = values.writes(current).filter((write) => ts.isIdentifier(unwrap(write.left)));
    const [only] = assigned;
    const given = declared?.initializer ?? (only && !isCompound(only) ? only.right : undefined);
    if (!given || assigned.length > (declared?.initializer ? 0 : 1)) return current;
    if (declared && isLoopVariable(declared)) return current;
    current = unwrap(given);
  }
  return current;
}

function isLoopVariable(declared: ts.VariableDeclaration): boolean {
  return ts.isForOfStatement(declared.parent.parent) || ts.isForInStatement(declared.parent.parent);
}

function isCompound(write: ts.BinaryExpression): boolean {
  return write.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
}

function writesByName(sourceFile: ts.SourceFile): ReadonlyMap<string, readonly ts.BinaryExpression[]> {
  const writes = new Map<string, ts.BinaryExpression[]>();
  walkBelow(sourceFile, (node) => {
    const name = isAssignment(node) ? writtenName(node.left) : undefined;
    if (name !== undefined) {
      const known = writes.get(name);
      if (known) known.push(node as ts.BinaryExpression);
      else writes.set(name, [node as ts.BinaryExpression]);
    }
    return undefined;
  });
  return writes;
}

/** The variable that an assignment changes, or `this.field`. */
function writtenName(target: ts.Expression): string | undefined {
  const left = unwrap(target);
  if (ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword)
    return `this.${left.name.text}`;
  return rootName(left)?.text;
}

function textOf(node: ts.Expression, values: FileValues, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  const value = settle(node, values);
  const literal = stringValue(value);
  if (literal !== undefined) return literal;
  const part = (inner: ts.Expression): string | undefined => textOf(inner, values, depth + 1);
  if (ts.isTemplateExpression(value)) {
    const spans = value.templateSpans.map((span) => [part(span.expression), span.literal.text] as const);
    return spans.some(([text]) => text === undefined)
      ? undefined
      : value.head.text + spans.map(([text = '', rest]) => text + rest).join('');
  }
  if (!ts.isBinaryExpression(value) || value.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [part(value.left), part(value.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function numberOf(node: ts.Expression, values: FileValues, depth: number): number | undefined {
  if (depth > deepest) return undefined;
  const value = settle(node, values);
  if (ts.isNumericLiteral(value)) return Number(value.text.replaceAll('_', ''));
  if (!ts.isBinaryExpression(value)) return undefined;
  const left = numberOf(value.left, values, depth + 1);
  const right = numberOf(value.right, values, depth + 1);
  if (left === undefined || right === undefined) return undefined;
  return calculate(value.operatorToken.kind, left, right);
}

function calculate(operator: ts.SyntaxKind, left: number, right: number): number | undefined {
  switch (operator) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left << right;
    default:
      return undefined;
  }
}
