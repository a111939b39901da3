import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { calleeText, lastName, unwrap } from '../syntax/names.ts';

export const rule = defineRule({
  id: 'quality/unremovable-listener',
  weakness: 'resource-leak',
  profile: 'essential',
  cwe: [772],
  docs: {
    title: { en: 'Removal of a listener that was never added', fr: 'Retrait d’un écouteur jamais ajouté' },
    why: {
      en: 'A listener is removed by identity. The function written here, or the one that `bind` makes, is new, so nothing is removed and the old one goes on. Keep the function that was added in a variable and remove that one.',
      fr: 'Un écouteur se retire par identité. La fonction écrite ici, ou celle que crée `bind`, est nouvelle : rien n’est retiré et l’ancienne continue. Gardez dans une variable la fonction ajoutée et retirez celle-là.',
    },
    forLeads: {
      en: 'What should have stopped goes on: memory fills up, and actions happen twice.',
      fr: 'Ce qui devait s’arrêter continue : la mémoire se remplit, et des actions se produisent deux fois.',
    },
    bad: 'export const stop = (socket) => socket.removeListener("data", (piece) => console.log(piece));',
    good: 'const log = (piece) => console.log(piece);\nexport const stop = (socket) => socket.removeListener("data", log);',
    exampleFile: 'src/socket.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee }: { callee: string }) => `\`${callee}\` is given a new function, so it removes nothing`,
    fr: ({ callee }) => `\`${callee}\` reçoit une nouvelle fonction : rien n’est retiré`,
  },
  detect: ({ report }) => ({
    CallExpression(node) {
      if (!/^(removeEventListener|removeListener)$/.test(lastName(node.expression))) return;
      const listener = node.arguments[1];
      if (listener && isNew(unwrap(listener))) report(listener, { callee: calleeText(node.expression) });
    },
  }),
});

function isNew(node: ts.Expression): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  return (
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'bind'
  );
}
