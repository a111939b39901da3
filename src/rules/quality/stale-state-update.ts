import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { shownCode } from '../syntax/conditions.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { lastName, nameParts } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/stale-state-update',
  weakness: 'likely-bug',
  precision: 0.85,
  docs: {
    title: {
      en: 'State computed from a value that may be old',
      fr: 'État calculé à partir d’une valeur peut-être ancienne',
    },
    why: {
      en: '`setState` works later and together with others, so `this.state` and `this.props` read beside it may already be old: updates get lost. Give `setState` a function: `setState((state) => …)`.',
      fr: '`setState` agit plus tard et groupé avec d’autres : `this.state` et `this.props` lus à côté sont peut-être déjà anciens, et des mises à jour se perdent. Donnez une fonction à `setState` : `setState((state) => …)`.',
    },
    forLeads: {
      en: 'Fast clicks or simultaneous updates get lost: counts and totals come out too low.',
      fr: 'Des clics rapides ou des mises à jour simultanées se perdent : les comptes et totaux sont trop bas.',
    },
    bad: `export class Counter extends Component {
  load() {
    fetch('/x').then(() => this.setState({ count: this.state.count + 1 }));
  }
}`,
    good: `export class Counter extends Component {
  load() {
    fetch('/x').then(() => this.setState((state) => ({ count: state.count + 1 })));
  }
}`,
    exampleFile: 'example.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` may be old when this update is made`,
    fr: ({ code }) => `\`${code}\` est peut-être ancien au moment de cette mise à jour`,
  },
  detect: ({ report }) => ({
    CallExpression(node) {
      if (lastName(node.expression) !== 'setState' || !ts.isPropertyAccessExpression(node.expression)) return;
      const [update] = node.arguments;
      if (!update || !ts.isObjectLiteralExpression(update)) return;
      const read = oldValue(update);
      if (read) report(node, { code: shownCode(read) });
    },
  }),
});

/** A computation with `this.state.x`: copying a value, spreading or negating one flag loses nothing in practice. */
function oldValue(update: ts.ObjectLiteralExpression): ts.Node | undefined {
  for (const property of update.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const found = findRead(property.initializer, property.name.getText());
    if (found) return found;
  }
  return undefined;
}

function findRead(value: ts.Node, own: string): ts.Node | undefined {
  const isRead = (child: ts.Node): boolean => {
    if (!ts.isPropertyAccessExpression(child)) return false;
    const parts = nameParts(child);
    const isState = /^(this|self|that|_this)$/.test(parts[0] ?? '') && parts[1] === 'state' && parts.length > 2;
    return isState && parts[2] === own && isComputed(child);
  };
  const found: ts.Node[] = [];
  walkBelow(value, (child) => {
    if (isRead(child)) found.push(child);
    return found.length > 0 ? 'stop' : isFunctionNode(child) ? 'skip' : undefined;
  });
  return found[0];
}

/** Part of a calculation whose result depends on the old value. */
function isComputed(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && /^[-+*/]$/.test(parent.operatorToken.getText());
}
