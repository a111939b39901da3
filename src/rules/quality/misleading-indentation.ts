import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'quality/misleading-indentation',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Indentation that hides where a branch ends', fr: 'Indentation qui cache où finit une branche' },
    why: {
      en: 'Without braces only the first statement belongs to the `if` or loop; the next one is indented as if it did too, yet it always runs.',
      fr: 'Sans accolades, seule la première instruction dépend du `if` ou de la boucle ; la suivante est en retrait comme si elle en dépendait aussi, mais elle s’exécute toujours.',
    },
    forLeads: {
      en: 'A step that should only happen in one case always happens.',
      fr: 'Une étape réservée à un cas a toujours lieu.',
    },
    bad: `export function pay(order) {
  if (order.isOpen)
    order.charge();
    order.close();
}`,
    good: `export function pay(order) {
  if (order.isOpen) {
    order.charge();
    order.close();
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ keyword }: { keyword: string }) => `Indented as part of the \`${keyword}\` above, but it always runs`,
    fr: ({ keyword }) => `En retrait comme si le \`${keyword}\` du dessus en décidait, mais cela s’exécute toujours`,
  },
  detect: ({ file, report }) => {
    const check = (statement: ts.Statement, keyword: string, following: ts.Statement | undefined): void => {
      const body = lastBody(statement);
      if (!body || !following || ts.isBlock(body) || ts.isEmptyStatement(following)) return;
      const [head, own, next] = [statement, body, following].map((node) => columnOf(node, file.text));
      if (!head || !own || !next || !own.isFirst || !next.isFirst) return;
      if (own.indent === next.indent && head.indent !== next.indent) report(following, { keyword });
    };
    const checkAll = (statements: readonly ts.Statement[]): void => {
      for (const [index, statement] of statements.entries()) {
        if (ts.isIfStatement(statement))
          check(statement, statement.elseStatement ? 'else' : 'if', statements[index + 1]);
        else if (ts.isIterationStatement(statement, false))
          check(statement, firstWord(statement), statements[index + 1]);
      }
    };
    return {
      Block(node) {
        checkAll(node.statements);
      },
      SourceFile(node) {
        checkAll(node.statements);
      },
    };
  },
});

/** What a statement without braces governs last. */
function lastBody(node: ts.Statement): ts.Statement | undefined {
  if (ts.isIfStatement(node))
    return node.elseStatement
      ? ts.isIfStatement(node.elseStatement)
        ? undefined
        : node.elseStatement
      : node.thenStatement;
  return ts.isIterationStatement(node, false) && !ts.isDoStatement(node) ? node.statement : undefined;
}

interface Column {
  readonly indent: string;
  /** Nothing but white space stands in front of it on its line. */
  readonly isFirst: boolean;
}

function columnOf(node: ts.Node, text: string): Column {
  const start = node.getStart();
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return { indent: /^\s*/.exec(line)?.[0] ?? '', isFirst: line.trim() === '' };
}

function firstWord(node: ts.Node): string {
  return /^\w+/.exec(node.getText())?.[0] ?? '';
}
