import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isFunctionNode } from '../syntax/functions.ts';
import { calleeText, lastName } from '../syntax/names.ts';
import { containsBelow } from '../syntax/walk.ts';
import { lastingCall } from './lasting-call.ts';

export const rule = defineRule({
  id: 'quality/missing-effect-cleanup',
  weakness: 'resource-leak',
  precision: 0.95,
  docs: {
    title: { en: 'Effect that never lets go', fr: 'Effet qui ne libère jamais' },
    why: {
      en: 'The effect starts a timer or listens, and returns nothing that stops it: each time the component comes back there is one more, working on components that are gone. Return a function that clears it.',
      fr: 'L’effet lance une minuterie ou une écoute, et ne renvoie rien qui l’arrête : à chaque retour du composant il y en a une de plus, qui travaille sur des composants disparus. Renvoyez une fonction qui l’arrête.',
    },
    forLeads: {
      en: 'Pages get slower the longer they stay open, until the browser gives up.',
      fr: 'Les pages ralentissent tant qu’elles restent ouvertes, jusqu’à ce que le navigateur renonce.',
    },
    bad: `export function Clock() {
  useEffect(() => {
    setInterval(tick, 1000);
  }, []);
  return <p />;
}`,
    good: `export function Clock() {
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return <p />;
}`,
    exampleFile: 'example.jsx',
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee }: { callee: string }) => `\`${callee}\` in this effect is never undone`,
    fr: ({ callee }) => `\`${callee}\` dans cet effet n’est jamais annulé`,
  },
  detect: ({ report }) => ({
    CallExpression(node) {
      if (!/^use(Layout)?Effect$/.test(lastName(node.expression))) return;
      const [effect] = node.arguments;
      if (!effect || !(ts.isArrowFunction(effect) || ts.isFunctionExpression(effect)) || returnsCleanup(effect.body))
        return;
      const started = lastingCall(effect.body);
      if (started) report(started.expression, { callee: calleeText(started.expression) });
    },
  }),
});

function returnsCleanup(body: ts.ConciseBody): boolean {
  if (!ts.isBlock(body)) return false;
  return containsBelow(body, (child) => ts.isReturnStatement(child) && child.expression !== undefined, isFunctionNode);
}
