import ts from 'typescript';
import { lastName, nameParts } from '../syntax/names.ts';
import { containsBelow } from '../syntax/walk.ts';

/** Whether a call checks something, told from its name: `expect(…)`, `assert.equal`, `t.is`, `verifyTotals()`. */
export function isAssertionCall(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node)) return false;
  const parts = nameParts(node.expression);
  if (parts.some((part) => assertionName.test(part))) return true;
  return parts.length === 2 && /^(t|st|qunit|tap|assert|chai)$/i.test(parts[0] ?? '');
}

/** Whether a node below checks something, by a call, a `throw`, chai's `should`, or a type check. */
export function hasAssertion(node: ts.Node): boolean {
  return containsBelow(node, (child) => {
    if (isAssertionCall(child) || ts.isThrowStatement(child) || ts.isSatisfiesExpression(child)) return true;
    return ts.isPropertyAccessExpression(child) && child.name.text === 'should';
  });
}

/** Whether a call compares with a stored snapshot file. */
export function isSnapshotCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) && /^(toMatchSnapshot|toThrowErrorMatchingSnapshot)$/.test(lastName(node.expression))
  );
}

const assertionName =
  /^_?(assert|expect|should|verify|check|ensure|must|validate|match|throws|rejects|fail|snapshot|screenshot|toMatch|done|pass|test|compare|equal|deepEqual|run|wait|find|get(By|All)|query|benchmark|bench)/i;
