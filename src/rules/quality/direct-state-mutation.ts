import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { isAssignment } from '../syntax/operators.ts';
import { isComponentClass } from '../syntax/react.ts';
import { findAncestor } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/direct-state-mutation',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'React state changed in place', fr: 'État React modifié sur place' },
    why: {
      en: 'React does not see a change of `this.state` or of an object in state: nothing is drawn anew, or the next `setState` overwrites it. Call `setState` with a new value.',
      fr: 'React ne voit pas une modification de `this.state` ou d’un objet de l’état : rien n’est redessiné, ou le prochain `setState` l’écrase. Appelez `setState` avec une nouvelle valeur.',
    },
    forLeads: {
      en: 'The page shows old data after a change.',
      fr: 'La page montre d’anciennes données après une modification.',
    },
    bad: `export class Basket extends Component {
  add() {
    this.state.count = 3;
  }
}`,
    good: `export class Basket extends Component {
  add() {
    this.setState({ count: 3 });
  }
}`,
    exampleFile: 'example.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` is changed in place, which React does not see`,
    fr: ({ code }) => `\`${code}\` est modifié sur place, ce que React ne voit pas`,
  },
  detect: ({ report }) => ({
    BinaryExpression(node) {
      if (!isAssignment(node) || !isStateProperty(node.left) || !isInComponent(node)) return;
      report(node.left, { code: shownCode(node.left) });
    },
    CallExpression(node) {
      if (!ts.isPropertyAccessExpression(node.expression) || !mutating.has(node.expression.name.text)) return;
      const { expression: owner } = node.expression;
      if (isStateProperty(owner) && isInComponent(node)) report(node.expression, { code: shownCode(owner) });
    },
  }),
});

const mutating: ReadonlySet<string> = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse']);

/** `this.state.person.name`, but not `this.state` itself. */
function isStateProperty(node: ts.Node): boolean {
  let current: ts.Node = node;
  while (ts.isPropertyAccessExpression(current) || ts.isElementAccessExpression(current)) {
    const owner: ts.Expression = current.expression;
    if (
      ts.isPropertyAccessExpression(owner) &&
      owner.name.text === 'state' &&
      owner.expression.kind === ts.SyntaxKind.ThisKeyword
    )
      return true;
    current = owner;
  }
  return false;
}

/** Inside a component class, other than its constructor, where the state is first made. */
function isInComponent(node: ts.Node): boolean {
  const holder = findAncestor(node, (ancestor) => isFunctionNode(ancestor) && !ts.isArrowFunction(ancestor));
  if (holder && ts.isConstructorDeclaration(holder)) return false;
  const owner = findAncestor(node, ts.isClassLike) as ts.ClassLikeDeclaration | undefined;
  return owner !== undefined && isComponentClass(owner);
}
