import ts from 'typescript';
import type { Flow } from './flow-analysis.ts';
import type { Frame } from './frame.ts';
import type { Call, Machine } from './machine.ts';
import { unwrap } from './machine.ts';
import { nothing } from './value.ts';

/** A check of who is calling that stands in front of what an application or a router is given later. */
export interface CallerCheck {
  readonly at: ts.Node;
  /** The function, or file, whose run put it there. */
  readonly owner: ts.Node;
  /** Only routes below this path. */
  readonly prefix: string | undefined;
}

/**
 * Who can reach the handlers that a call registers: a check may stand among its arguments, or have been put in front
 * of all later routes. Such a check is noted for the calls to come.
 */
export function exposureOf(machine: Machine, call: Call, frame: Frame): NonNullable<Flow['exposure']> {
  const isChecked = call.argNodes.some((node) => isAuthentication(machine, node));
  if (isChecked) noteCheck(machine, call, frame);
  return isChecked || isBehindCheck(call, frame) ? 'authenticated' : 'public';
}

const hooks = new Set(['onRequest', 'preParsing', 'preValidation', 'preHandler']);
/** Routers by the name of a check, and checks that let callers pass unknown. */
const noCheck =
  /\brequire\(|\.(?:routes|router|initialize|session|unless)\(|\b(?:anonymous|credentialsRequired: *false)\b/;

function noteCheck(machine: Machine, call: Call, frame: Frame): void {
  const owner = call.receiverNode && applicationIn(call.receiverNode);
  if (owner === undefined || !call.argNodes.some((node, index) => isLastingCheck(machine, call, node, index))) return;
  const first = textIn(call.argNodes[0]);
  const isHook = call.name === 'addHook' && first !== undefined && hooks.has(first);
  if (call.name !== 'use' && !isHook) return;
  const prefix = isHook || first === undefined ? undefined : first.replace(/\/?\*+$/, '').replace(/\/$/, '');
  const { callerChecks } = frame.module;
  const check = { at: call.node, owner: frame.owner, prefix };
  callerChecks.set(owner, [...(callerChecks.get(owner) ?? []), check]);
}

/** A router may be called `auth` as well; it ends requests of its own and leaves others alone. */
function isLastingCheck(machine: Machine, call: Call, node: ts.Expression, index: number): boolean {
  if (!isAuthentication(machine, node) || noCheck.test(node.getText())) return false;
  const { entities, closures } = machine.expand(call.args[index] ?? nothing);
  const hasNext = closures.every((closure) => ts.isClassLike(closure.node) || closure.node.parameters.length > 1);
  return hasNext && !entities.some((entity) => /^@(?:express|koa|hono|elysia)\b/.test(entity));
}

function isBehindCheck(call: Call, frame: Frame): boolean {
  const owner = call.receiverNode && applicationIn(call.receiverNode);
  const checks = owner === undefined ? undefined : frame.module.callerChecks.get(owner);
  if (!checks) return false;
  const path = pathOf(call);
  return checks.some(
    ({ at, owner: { pos, end }, prefix }) =>
      at.end < call.node.end && pos <= call.node.pos && call.node.end <= end && isBelow(path, prefix),
  );
}

function isBelow(path: string | undefined, prefix: string | undefined): boolean {
  if (prefix === undefined || prefix === '') return true;
  return path === prefix || (path?.startsWith(`${prefix}/`) ?? false);
}

/** The path of `app.get('/path', …)` and `app.route('/path').get(…)`. */
function pathOf({ argNodes: [first], receiverNode }: Call): string | undefined {
  const own = textIn(first);
  if (own !== undefined || !receiverNode) return own;
  const place = unwrap(receiverNode);
  return ts.isCallExpression(place) ? textIn(place.arguments[0]) : undefined;
}

/** What the methods of a chain are called on, as written: `app` in `app.use(…).get(…)`; undefined for a new one. */
function applicationIn(receiver: ts.Expression): string | undefined {
  let place = unwrap(receiver);
  while (ts.isCallExpression(place)) {
    const callee = unwrap(place.expression);
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    place = unwrap(callee.expression);
  }
  return place.getText();
}

function textIn(node: ts.Expression | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Whether an argument in front of a handler is a check of who is calling, by its name. */
function isAuthentication(machine: Machine, node: ts.Expression): boolean {
  if (ts.isFunctionLike(node) || ts.isStringLiteralLike(node)) return false;
  return machine.models.data.authentication.test(node.getText().slice(0, 200));
}
