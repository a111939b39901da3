import ts from 'typescript';
import type { FileModel } from '../../workspace/file-model.ts';
import type { FunctionNode } from './functions.ts';
import { boundNames, lastName, nameParts, stringValue } from './names.ts';
import { importedModules } from './module-bindings.ts';
import { parentOf } from './walk.ts';

/** Says of a function whether a server calls it once per request. */
export type IsRequestHandler = (node: FunctionNode) => boolean;

/**
 * Recognises request handlers of express, koa, fastify, hono, Nest, Next, Remix and Node's own servers in one file:
 * by registration, by decorator, by file convention, and by their parameters.
 */
export function requestHandlersOf(file: FileModel): IsRequestHandler {
  const modules = importedModules(file.sourceFile);
  const hasFramework = [...modules].some((module) => serverModules.has(module));
  const isConvention = conventionOf(file.path);
  return (node) =>
    hasHandlerParameters(node, hasFramework) ||
    (hasFramework && isRegistered(node)) ||
    isServerCallback(node) ||
    isControllerMethod(node) ||
    isConvention(node);
}

const serverModules: ReadonlySet<string> = new Set(
  (
    'express express-promise-router koa @koa/router koa-router fastify hono @hono/node-server restify polka connect ' +
    'itty-router elysia h3 @hapi/hapi hapi router find-my-way http https http2 next'
  ).split(' '),
);

const routeMethods: ReadonlySet<string> = new Set(
  'get post put patch delete del all use head options route on addHook param'.split(' '),
);

const requestNames: ReadonlySet<string> = new Set(['req', '_req', 'request', '_request']);
const replyNames: ReadonlySet<string> = new Set(['res', '_res', 'response', '_response', 'reply', '_reply', 'h']);
const contextTypes: ReadonlySet<string> = new Set(['Context', 'NextRequest', 'NextApiRequest', 'FastifyRequest']);

/** `(req, res)` and its like; with one parameter only where its type says that it is a request. */
function hasHandlerParameters(node: FunctionNode, hasFramework: boolean): boolean {
  const names = node.parameters.map((parameter) => boundNames(parameter.name)[0] ?? '');
  const start = names.length === 4 || /^_?err(or)?$/.test(names[0] ?? '') ? 1 : 0;
  if (requestNames.has(names[start] ?? '') && replyNames.has(names[start + 1] ?? '')) return names.length <= start + 3;
  return hasFramework && names.length <= 2 && contextTypes.has(typeName(node.parameters[0]));
}

function typeName(parameter: ts.ParameterDeclaration | undefined): string {
  const type = parameter?.type;
  if (!type || !ts.isTypeReferenceNode(type)) return '';
  return ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
}

/** `app.get('/orders', handler)`, `router.use(handler)`, `server.route({ handler })`. */
function isRegistered(node: FunctionNode): boolean {
  const call = registeringCall(node);
  if (!call || !ts.isPropertyAccessExpression(call.expression)) return false;
  const method = call.expression.name.text;
  if (!routeMethods.has(method)) return false;
  if (method === 'on') return stringValue(call.arguments[0]) === 'request';
  if (method === 'use') return /(app|router|server|api)$/i.test(lastName(call.expression.expression));
  const [first] = call.arguments;
  const isPath = /^[/*]/.test(stringValue(first) ?? '') || (first && ts.isTemplateExpression(first));
  return isPath || method === 'route' || method === 'addHook' || isRouteChain(call.expression.expression);
}

/** The call that gives a handler to a server, such as `app.get('/orders', handler)`. */
export function registeringCall(node: FunctionNode): ts.CallExpression | undefined {
  let holder = parentOf(node);
  if (holder && ts.isPropertyAssignment(holder) && /^(handler|preHandler|onRequest)$/.test(holder.name.getText())) {
    holder = holder.parent.parent;
  } else if (holder && ts.isMethodDeclaration(node) && node.name.getText() === 'handler') holder = parentOf(holder);
  else if (holder && ts.isArrayLiteralExpression(holder)) holder = parentOf(holder);
  return holder && ts.isCallExpression(holder) ? holder : undefined;
}

/** `router.route('/orders').get(handler)`. */
function isRouteChain(receiver: ts.Expression): boolean {
  if (!ts.isCallExpression(receiver) || !ts.isPropertyAccessExpression(receiver.expression)) return false;
  return receiver.expression.name.text === 'route' || isRouteChain(receiver.expression.expression);
}

/** `http.createServer(handler)`. */
function isServerCallback(node: FunctionNode): boolean {
  const holder = parentOf(node);
  return (
    holder !== undefined &&
    ts.isCallExpression(holder) &&
    lastName(holder.expression) === 'createServer' &&
    /^(https?|http2|createServer)$/.test(nameParts(holder.expression)[0] ?? '') &&
    node.parameters.length === 2
  );
}

const routeDecorators: ReadonlySet<string> = new Set(
  'Get Post Put Patch Delete All Head Options Query Mutation'.split(' '),
);

/** A method with `@Get()` in a class with `@Controller()` or `@Resolver()`. */
function isControllerMethod(node: FunctionNode): boolean {
  if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return false;
  const isController = decoratorNames(node.parent).some((name) => /^(Rest|Json)?(Controller|Resolver)$/.test(name));
  return isController && decoratorNames(node).some((name) => routeDecorators.has(name));
}

function decoratorNames(node: ts.HasDecorators): readonly string[] {
  return (ts.getDecorators(node) ?? []).map(({ expression }) =>
    lastName(ts.isCallExpression(expression) ? expression.expression : expression),
  );
}

const httpMethods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Exports that Next and Remix call by the path of their file. */
function conventionOf(path: string): IsRequestHandler {
  if (/(^|\/)app\/(.*\/)?route\.[jt]sx?$/.test(path)) return (node) => httpMethods.test(exportedName(node));
  if (/(^|\/)pages\/api\//.test(path)) return (node) => exportedName(node) === 'default';
  if (/(^|\/)pages\//.test(path)) return (node) => exportedName(node) === 'getServerSideProps';
  if (/(^|\/)app\/routes\//.test(path)) return (node) => /^(loader|action)$/.test(exportedName(node));
  return () => false;
}

function exportedName(node: FunctionNode): string {
  if (ts.isFunctionDeclaration(node)) {
    if (!hasModifier(node, ts.SyntaxKind.ExportKeyword)) return '';
    return hasModifier(node, ts.SyntaxKind.DefaultKeyword) ? 'default' : (node.name?.text ?? '');
  }
  const holder = node.parent;
  if (ts.isExportAssignment(holder)) return 'default';
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return '';
  const statement = holder.parent.parent;
  const isExported = ts.isVariableStatement(statement) && hasModifier(statement, ts.SyntaxKind.ExportKeyword);
  return isExported ? holder.name.text : '';
}

function hasModifier(node: ts.FunctionDeclaration | ts.VariableStatement, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}
