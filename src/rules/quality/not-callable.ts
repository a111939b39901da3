import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { unwrap } from '../syntax/names.ts';
import { describeValue, kinds, type ValueSet } from '../values/value-set.ts';

export const rule = defineRule({
  id: 'quality/not-callable',
  weakness: 'likely-bug',
  docs: {
    title: { en: 'Call of what is no function', fr: 'Appel de ce qui n’est pas une fonction' },
    why: {
      en: 'On every way to this place the value is not a function, so calling it throws.',
      fr: 'Sur tout chemin menant ici, la valeur n’est pas une fonction : l’appeler lève une erreur.',
    },
    forLeads: {
      en: 'The program stops with an error as soon as it reaches this line.',
      fr: 'Le programme s’arrête sur une erreur dès qu’il atteint cette ligne.',
    },
    bad: `export function start(task) {
  const run = { task };
  run();
}`,
    good: `export function start(task) {
  const run = { task };
  run.task();
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, value }: { name: string; value: string; valueFr: string }) =>
      `\`${name}\` is ${value} here, not a function`,
    fr: ({ name, valueFr }) => `\`${name}\` n’est pas une fonction ici, mais ${valueFr}`,
  },
  detect: ({ values, report }) => {
    const check = (node: ts.CallExpression | ts.NewExpression): void => {
      const callee = unwrap(node.expression);
      if (!ts.isIdentifier(callee) || (ts.isCallExpression(node) && node.questionDotToken)) return;
      const value = values().valueOf(callee);
      if (value === 0 || (value & kinds.function) !== 0 || isMade(value)) return;
      report(callee, { name: callee.text, value: describeValue(value, 'en'), valueFr: describeValue(value, 'fr') });
    };
    return { CallExpression: check, NewExpression: check };
  },
});

/** What `new` or a library makes may be callable. */
function isMade(value: ValueSet): boolean {
  return (value & kinds.object) !== 0;
}
