import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts, stringValue } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

/** Calls that free something: nobody can do more when they fail. */
const cleanups: ReadonlySet<string> = new Set(
  (
    'close closeSync closeAll end destroy dispose unlink unlinkSync rm rmSync rmdir rmdirSync rimraf remove removeSync ' +
    'kill abort cancel terminate disconnect quit release releaseLock unsubscribe unref stop cleanup teardown rollback ' +
    'rollbackTransaction clear clearTimeout clearInterval off removeListener removeEventListener removeItem detach ' +
    'revokeObjectURL unwatch exitFullscreen'
  ).split(' '),
);

/** Calls that are made to learn whether they work: the failure is the answer. */
const probes: ReadonlySet<string> = new Set(
  (
    'parse URL RegExp BigInt decodeURIComponent decodeURI atob require import resolve access accessSync stat statSync ' +
    'lstat lstatSync existsSync exists realpath realpathSync readlink readlinkSync which test isValid canParse ' +
    'getItem setItem matchMedia querySelector matches createElement getContext supports Proxy Function eval ' +
    'toString stringify structuredClone validate verify compile format toISOString Intl DateTimeFormat NumberFormat ' +
    'getOwnPropertyDescriptor defineProperty play pause focus blur scrollTo vibrate observe mkdir mkdirSync'
  ).split(' '),
);

const storages: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage']);

/** Whether a call only tidies up or only tries whether something works. */
export function isBestEffortCall(node: ts.CallExpression | ts.NewExpression): boolean {
  const name = node.expression.kind === ts.SyntaxKind.ImportKeyword ? 'import' : lastName(node.expression);
  if (cleanups.has(name) || probes.has(name) || isModuleLoad(node, name)) return true;
  return nameParts(node.expression).some((part) => storages.has(part));
}

/** `loadModule('pg-native')`: whether an optional package is there. */
function isModuleLoad(node: ts.CallExpression | ts.NewExpression, name: string): boolean {
  return /^(load|require|import|try(Load|Require|Import))/.test(name) && stringValue(node.arguments?.[0]) !== undefined;
}

/** What code does when it runs: its calls, in order, without those inside functions it only defines. */
export function callsIn(node: ts.Node): readonly (ts.CallExpression | ts.NewExpression)[] {
  const calls: (ts.CallExpression | ts.NewExpression)[] = [];
  walkBelow(node, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (ts.isCallExpression(child) || ts.isNewExpression(child)) calls.push(child);
    return undefined;
  });
  return calls;
}
