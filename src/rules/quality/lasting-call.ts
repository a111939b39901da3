import ts from 'typescript';
import { isFunctionNode } from '../syntax/functions.ts';
import { nameParts } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

/** The first call in a body, functions inside aside, that goes on until it is stopped: an interval, a listener of the page. */
export function lastingCall(body: ts.Node): ts.CallExpression | undefined {
  const found: ts.CallExpression[] = [];
  walkBelow(body, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (!ts.isCallExpression(child)) return undefined;
    const name = nameParts(child.expression).join('.');
    const isTimer = /^(\w+\.)?setInterval$/.test(name);
    const isListener = /^(window|document|globalThis)\.addEventListener$/.test(name) && !isOnce(child);
    if (!isTimer && !isListener) return undefined;
    found.push(child);
    return 'stop';
  });
  return found[0];
}

/** `{ once: true }` and `{ signal }` end by themselves. */
function isOnce(node: ts.CallExpression): boolean {
  return /\b(once|signal)\b/.test(node.arguments[2]?.getText() ?? '');
}
