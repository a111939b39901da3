import ts from 'typescript';
import { defaultModels } from '../../dataflow/models/default-models.ts';
import type { Exposure } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { descend } from '../../workspace/modules/descend.ts';
import { isFunctionNode, type FunctionNode } from './functions.ts';
import { lastName } from './names.ts';
import { registeringCall, requestHandlersOf } from './request-handlers.ts';
import { parentOf } from './walk.ts';

/** Who can reach a place in a file; undefined where the file does not show it. */
export type ExposureAt = (node: ts.Node) => Exposure | undefined;

/**
 * Tells who can reach the code of a file from the file alone: everybody what handles a request, users known to the
 * application what stands behind a check of the caller, nobody outside what people start by hand. Where a handler
 * looks at the caller in its own body, nothing is claimed.
 */
export function exposureInFile(file: FileModel): ExposureAt {
  if (file.text.startsWith('#!')) return () => 'internal';
  const isHandler = requestHandlersOf(file);
  const checks = lastingChecks(file.sourceFile);
  return (node) => {
    for (let place: ts.Node | undefined = node; place !== undefined; place = parentOf(place)) {
      if (isFunctionNode(place) && isHandler(place)) return exposureOfHandler(place, checks);
    }
    return undefined;
  };
}

function exposureOfHandler(handler: FunctionNode, checks: readonly LastingCheck[]): Exposure | undefined {
  const call = registeringCall(handler);
  const isChecked = call !== undefined && (hasCheck(call) || isBehind(call, checks));
  if (isChecked || hasGuard(handler)) return 'authenticated';
  return isAboutCallers(handler.getText()) ? undefined : 'public';
}

function hasCheck({ arguments: all }: ts.CallExpression): boolean {
  return all.some((argument) => isCheck(argument));
}

/** A check by its name; functions and paths are none, whatever they speak of. */
function isCheck(node: ts.Expression): boolean {
  if (ts.isFunctionLike(node) || ts.isStringLiteralLike(node)) return false;
  return isAboutCallers(node.getText());
}

function isAboutCallers(text: string): boolean {
  return defaultModels.authentication.test(text.slice(0, longestText));
}

const longestText = 4000;

const guards = /^(UseGuards|Authorized|Authenticated|Auth|RequireAuth|Roles|Security)$/;

/** `@UseGuards(…)` at the method or its class. */
function hasGuard(handler: FunctionNode): boolean {
  const holders = ts.isMethodDeclaration(handler) ? [handler, handler.parent] : [];
  return holders.some((holder) =>
    (ts.canHaveDecorators(holder) ? (ts.getDecorators(holder) ?? []) : []).some(({ expression }) =>
      guards.test(lastName(ts.isCallExpression(expression) ? expression.expression : expression)),
    ),
  );
}

/** `app.use(requireLogin)`: it stands in front of every later route of the same application. */
interface LastingCheck {
  readonly application: string;
  readonly end: number;
}

function lastingChecks(sourceFile: ts.SourceFile): readonly LastingCheck[] {
  const checks: LastingCheck[] = [];
  descend(sourceFile, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return true;
    const { name, expression } = node.expression;
    if ((name.text === 'use' || name.text === 'addHook') && hasCheck(node)) {
      checks.push({ application: expression.getText(sourceFile), end: node.end });
    }
    return true;
  });
  return checks;
}

function isBehind(call: ts.CallExpression, checks: readonly LastingCheck[]): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const application = call.expression.expression.getText();
  return checks.some((check) => check.application === application && check.end <= call.getStart());
}
