import ts from 'typescript';
import type { Frame } from './frame.ts';
import type { Machine } from './machine.ts';
import { lastName } from './evaluate-call.ts';
import type { HandlerShapeModel } from './models/flow-models.ts';
import { entityValue } from './read-property.ts';
import type { FunctionNode, Value } from './value.ts';
import { nothing, valueOf } from './value.ts';

/** What a parameter holds when no caller is known: told by decorators, its type, or the shape of a handler. */
export function parameterValue(machine: Machine, node: FunctionNode, index: number, frame: Frame): Value {
  const parameter = node.parameters[index];
  if (!parameter) return nothing;
  const decorated = decoratedValue(machine, parameter);
  if (decorated) return decorated;
  const typed = machine.valueOfType(parameter.type, frame);
  if (typed !== nothing) return typed;
  const shape = machine.models.data.handlerShapes.find((candidate) => isShaped(node, candidate));
  const type = shape?.parameters[index];
  const root = type === undefined ? undefined : machine.models.root(type);
  return root === undefined ? nothing : entityValue(machine, root, parameter.name, parameter.name.getText());
}

/** Whether a function looks like a handler of requests. */
export function isHandlerShaped(machine: Machine, node: ts.Node): boolean {
  if (!ts.isFunctionLike(node)) return false;
  return machine.models.data.handlerShapes.some((shape) => isShaped(node as FunctionNode, shape));
}

function isShaped(node: FunctionNode, shape: HandlerShapeModel): boolean {
  if (node.parameters.length < shape.names.length) return false;
  const isNamed = shape.names.every((pattern, index) => {
    const name = node.parameters[index]?.name;
    if (!pattern) return name !== undefined;
    return name !== undefined && ts.isIdentifier(name) && pattern.test(name.text);
  });
  if (!isNamed) return false;
  if (shape.directive !== undefined && !hasDirective(node, shape.directive)) return false;
  if (shape.file && !shape.file.test(node.getSourceFile().fileName)) return false;
  if (shape.registeredBy) return isRegistered(node, shape.registeredBy);
  return shape.exportedAs ? shape.exportedAs.includes(exportedName(node)) : true;
}

/** Whether a function, or its file where it is exported, begins with a directive. */
function hasDirective(node: FunctionNode, directive: string): boolean {
  const { body } = node;
  if (body && ts.isBlock(body) && beginsWith(body.statements[0], directive)) return true;
  return beginsWith(node.getSourceFile().statements[0], directive) && exportedName(node) !== '';
}

function beginsWith(statement: ts.Statement | undefined, directive: string): boolean {
  if (!statement || !ts.isExpressionStatement(statement)) return false;
  return ts.isStringLiteral(statement.expression) && statement.expression.text === directive;
}

/** `app.get('/path', …, node)` by the method's name and a path as first argument. */
function isRegistered(node: ts.Node, methods: readonly string[]): boolean {
  const call = node.parent as ts.Node | undefined;
  if (!call || !ts.isCallExpression(call) || !methods.includes(lastName(call.expression))) return false;
  const [first] = call.arguments;
  return first === node
    ? lastName(call.expression) === 'use'
    : first !== undefined && ts.isStringLiteralLike(first) && /^[/*]/.test(first.text);
}

function exportedName(node: FunctionNode): string {
  const { parent } = node;
  if (ts.isFunctionDeclaration(node)) return isExported(node) ? (node.name?.text ?? 'default') : '';
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    return isExported(parent.parent.parent) ? parent.name.text : '';
  }
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) {
    return /^(module\.)?exports$/.test(parent.left.expression.getText()) ? parent.left.name.text : '';
  }
  return ts.isExportAssignment(parent) ? 'default' : '';
}

function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function decoratedValue(machine: Machine, parameter: ts.ParameterDeclaration): Value | undefined {
  for (const decorator of ts.getDecorators(parameter) ?? []) {
    const { expression } = decorator;
    const name = lastName(ts.isCallExpression(expression) ? expression.expression : expression);
    const model = machine.models.data.parameters.find((candidate) => candidate.decorators?.includes(name));
    if (!model) continue;
    if (model.source) return sourceParameter(machine, parameter, decorator, model.source);
    const root = model.entity === undefined ? undefined : machine.models.root(model.entity);
    if (root !== undefined) return valueOf({ entities: [root] });
  }
  return undefined;
}

function sourceParameter(
  machine: Machine,
  parameter: ts.ParameterDeclaration,
  decorator: ts.Decorator,
  kind: Parameters<Machine['sourceAt']>[1],
): Value {
  const isNumber =
    parameter.type?.kind === ts.SyntaxKind.NumberKeyword || parameter.type?.kind === ts.SyntaxKind.BooleanKeyword;
  if (isNumber || /Parse(Int|Float|UUID|Bool|Enum)/.test(decorator.getText())) return nothing;
  const origin = machine.sourceAt(parameter.name, kind, parameter.name.getText(), exposureOf(parameter));
  return valueOf({ taints: [{ origin, safeFor: 0, trace: undefined }] });
}

/** A controller behind a guard asks who is calling. */
function exposureOf(parameter: ts.ParameterDeclaration): string {
  const method = parameter.parent;
  const holders: readonly ts.Node[] = [method, method.parent];
  const isGuarded = holders.some(
    (holder) =>
      ts.canHaveDecorators(holder) &&
      (ts.getDecorators(holder) ?? []).some((decorator) =>
        /^@(UseGuards|Authorized|Authenticated|Auth)\b/.test(decorator.getText()),
      ),
  );
  return isGuarded ? 'authenticated' : 'public';
}
