import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isNeutralValue } from '../syntax/neutral-value.ts';
import { isSameCode } from '../syntax/same-code.ts';
import { containsBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/overwritten-property',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Property overwritten before it is read', fr: 'Propriété écrasée avant d’être lue' },
    why: {
      en: 'The property gets another value right after, with nothing in between that could read the first one: mostly a copy whose name was not changed.',
      fr: 'La propriété reçoit une autre valeur juste après, sans que rien entre-temps puisse lire la première : le plus souvent une copie dont le nom n’a pas été modifié.',
    },
    forLeads: {
      en: 'One of two values written in the code is lost at once: a setting is missing or wrong.',
      fr: 'L’une des deux valeurs écrites dans le code est aussitôt perdue : un réglage manque ou est faux.',
    },
    bad: `export function fill(form) {
  form.first = "Ada";
  form.first = "Lovelace";
}`,
    good: `export function fill(form) {
  form.first = "Ada";
  form.last = "Lovelace";
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` is overwritten below before anything reads it`,
    fr: ({ code }) => `\`${code}\` est écrasé plus bas avant d’être lu`,
  },
  detect: ({ report }) => {
    const check = (statements: readonly ts.Statement[]): void => {
      for (const [index, statement] of statements.entries()) {
        const store = storeIn(statement);
        if (!store || isTriggering(store.left) || isNeutralValue(store.right) || hasCall(store.left)) continue;
        if (isOverwritten(store, statements.slice(index + 1))) report(store.left, { code: shownCode(store.left) });
      }
    };
    return {
      Block(node) {
        check(node.statements);
      },
      SourceFile(node) {
        check(node.statements);
      },
    };
  },
});

interface Store extends ts.BinaryExpression {
  readonly left: ts.PropertyAccessExpression;
}

/** `order.state = 'open';` on a plain object: a chain of names without a call. */
function storeIn(statement: ts.Statement): Store | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { expression } = statement;
  if (expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isPropertyAccessExpression(expression.left) ? (expression as Store) : undefined;
}

/** Looks down the statements as long as they can neither read the property nor call anything. */
function isOverwritten(store: Store, following: readonly ts.Statement[]): boolean {
  for (const statement of following) {
    const next = storeIn(statement);
    if (next && isSameCode(next.left, store.left)) return !readsOrCalls(next.right, store.left);
    if (!ts.isExpressionStatement(statement) && !ts.isVariableStatement(statement)) return false;
    if (readsOrCalls(statement, store.left)) return false;
  }
  return false;
}

/** Another name may stand for the same object, so any read of a property of that name counts. */
function readsOrCalls(node: ts.Node, property: ts.PropertyAccessExpression): boolean {
  const mayRead = (child: ts.Node): boolean => {
    if (ts.isCallExpression(child) || ts.isNewExpression(child) || ts.isAwaitExpression(child)) return true;
    if (ts.isTaggedTemplateExpression(child) || ts.isYieldExpression(child) || ts.isElementAccessExpression(child))
      return true;
    if (ts.isIdentifier(child) && child.text === rootOf(property) && !isOwnerOfStore(child)) return true;
    return ts.isPropertyAccessExpression(child) && child.name.text === property.name.text && !isStored(child);
  };
  return mayRead(node) || containsBelow(node, mayRead);
}

function rootOf(node: ts.Expression): string {
  return ts.isPropertyAccessExpression(node) ? rootOf(node.expression) : ts.isIdentifier(node) ? node.text : '';
}

/** The name only leads to a property that is assigned. */
function isOwnerOfStore(node: ts.Identifier): boolean {
  let current: ts.Node = node;
  while (ts.isPropertyAccessExpression(current.parent) && current.parent.expression === current)
    current = current.parent;
  return current !== node && isStored(current);
}

function isStored(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

function hasCall(node: ts.Expression): boolean {
  return containsBelow(node, (child) => ts.isCallExpression(child) || ts.isElementAccessExpression(child));
}

/** Properties of a page that act when they are assigned. */
function isTriggering(node: ts.PropertyAccessExpression): boolean {
  return /^(location|href|src|innerHTML|outerHTML|cssText|className|scrollTop|display|transition|transform|value|onload|onerror|lastIndex|(offset|client|scroll)(Width|Height|Top|Left))$/.test(
    node.name.text,
  );
}
