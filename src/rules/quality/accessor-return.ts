import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { containsBelow, walkBelow } from '../syntax/walk.ts';

export const rule = defineRule({
  id: 'quality/accessor-return',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: {
      en: 'Getter without a value, or setter with one',
      fr: 'Accesseur sans valeur, ou mutateur qui en rend une',
    },
    why: {
      en: 'A getter that returns nothing always gives `undefined`; what a setter returns is thrown away.',
      fr: 'Un accesseur qui ne renvoie rien donne toujours `undefined` ; ce que renvoie un mutateur est jeté.',
    },
    forLeads: { en: 'A value asked for is never delivered.', fr: 'Une valeur demandée n’est jamais livrée.' },
    bad: `export const basket = {
  get total() {
    console.log('total');
  },
};`,
    good: `export const basket = {
  get total() {
    return 3;
  },
};`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ kind, name }: { kind: string; name: string }) =>
      kind === 'get' ? `The getter \`${name}\` returns nothing` : `What the setter \`${name}\` returns is thrown away`,
    fr: ({ kind, name }) =>
      kind === 'get' ? `L’accesseur \`${name}\` ne renvoie rien` : `Ce que renvoie le mutateur \`${name}\` est jeté`,
  },
  detect: ({ report }) => ({
    GetAccessor(node) {
      if (!node.body || node.body.statements.length === 0 || returns(node.body).length > 0 || throws(node.body)) return;
      report(node.name, { kind: 'get', name: node.name.getText() });
    },
    SetAccessor(node) {
      const [first] = node.body ? returns(node.body) : [];
      if (first) report(first, { kind: 'set', name: node.name.getText() });
    },
  }),
});

function returns(body: ts.Block): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  walkBelow(body, (child) => {
    if (isFunctionNode(child)) return 'skip';
    if (ts.isReturnStatement(child) && child.expression && !ts.isCallExpression(child.expression)) found.push(child);
    else if (ts.isReturnStatement(child) && child.expression && ts.isGetAccessor(body.parent)) found.push(child);
    return undefined;
  });
  return found;
}

function throws(body: ts.Block): boolean {
  return containsBelow(body, ts.isThrowStatement, isFunctionNode);
}
