import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'quality/debugger-statement',
  weakness: 'dead-code',
  precision: 0.98,
  docs: {
    title: { en: 'Debugger statement left in', fr: 'Instruction debugger oubliée' },
    why: {
      en: '`debugger` stops every visitor whose developer tools are open, and says that unfinished work was committed.',
      fr: '`debugger` arrête tout visiteur dont les outils de développement sont ouverts, et montre qu’un travail inachevé a été validé.',
    },
    forLeads: {
      en: 'A left-over from troubleshooting went out with the product.',
      fr: 'Un reste de dépannage est parti avec le produit.',
    },
    bad: `export function pay(order) {
  debugger;
  return order.total;
}`,
    good: `export function pay(order) {
  return order.total;
}`,
  },
  options: z.strictObject({}),
  message: {
    en: () => '`debugger` was left in',
    fr: () => '`debugger` a été oublié',
  },
  detect: ({ file, report }) => ({
    DebuggerStatement(node) {
      const range = { start: file.lines.positionAt(node.getStart()), end: file.lines.positionAt(node.end) };
      report(
        node,
        {},
        {
          fixes: [
            {
              title: { en: 'Remove `debugger`', fr: 'Retirer `debugger`' },
              edits: [{ file: file.path, range, newText: '' }],
            },
          ],
        },
      );
    },
  }),
});
