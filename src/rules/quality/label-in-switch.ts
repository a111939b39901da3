import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'quality/label-in-switch',
  weakness: 'likely-bug',
  precision: 0.97,
  docs: {
    title: { en: 'Label where a case was meant', fr: 'Étiquette à la place d’un cas' },
    why: {
      en: 'A name with a colon inside a `switch` is a jump label, not a case: the code behind it belongs to the case above. Write `case` in front.',
      fr: 'Un nom suivi d’un deux-points dans un `switch` est une étiquette de saut, pas un cas : le code qui suit appartient au cas du dessus. Écrivez `case` devant.',
    },
    forLeads: {
      en: 'One of the cases is never chosen, and its steps run in another one.',
      fr: 'L’un des cas n’est jamais choisi, et ses étapes s’exécutent dans un autre.',
    },
    bad: `export function fee(kind) {
  switch (kind) {
    case 'air':
      return 3;
    sea:
      return 2;
  }
}`,
    good: `export function fee(kind) {
  switch (kind) {
    case 'air':
      return 3;
    case 'sea':
      return 2;
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ name }: { name: string }) => `\`${name}:\` is a label, not a case of this \`switch\``,
    fr: ({ name }) => `\`${name}:\` est une étiquette, pas un cas de ce \`switch\``,
  },
  detect: ({ report }) => ({
    CaseBlock(node) {
      for (const clause of node.clauses) {
        for (const statement of clause.statements) {
          if (!ts.isLabeledStatement(statement) || ts.isIterationStatement(statement.statement, true)) continue;
          report(statement.label, { name: statement.label.text });
        }
      }
    },
  }),
});
