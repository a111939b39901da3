import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { isUnreachable } from '../locals/reaching-definitions.ts';

export const rule = defineRule({
  id: 'quality/unreachable-code',
  weakness: 'likely-bug',
  precision: 0.9,
  docs: {
    title: { en: 'Code that is never reached', fr: 'Code jamais atteint' },
    why: {
      en: 'Every way to this statement ends before it: with `return`, `throw`, `break` or an endless loop. It is either left over, or the jump in front of it stands in the wrong place.',
      fr: 'Tout chemin vers cette instruction s’arrête avant elle : par `return`, `throw`, `break` ou une boucle sans fin. Soit c’est un reste, soit le saut qui la précède est mal placé.',
    },
    forLeads: {
      en: 'A step of the program never runs, although somebody wrote it for a reason.',
      fr: 'Une étape du programme ne s’exécute jamais, bien que quelqu’un l’ait écrite pour une raison.',
    },
    bad: `export function close(file: { close(): void; flush(): void }) {
  return file.close();
  file.flush();
}`,
    good: `export function close(file: { close(): void; flush(): void }) {
  file.flush();
  return file.close();
}`,
  },
  options: z.strictObject({}),
  message: {
    en: () => 'This code is never reached',
    fr: () => 'Ce code n’est jamais atteint',
  },
  detect: ({ locals, report }) => {
    const check = (statements: ts.NodeArray<ts.Statement>): void => {
      locals();
      const at = statements.findIndex((statement) => isUnreachable(statement) && runs(statement));
      const statement = statements[at];
      if (!statement || isUnreachable(statements[0] ?? statement) || isDefensive(statement)) return;
      report(statement, {}, { tag: 'unnecessary' });
    };
    return {
      Block(node) {
        check(node.statements);
      },
      SourceFile(node) {
        check(node.statements);
      },
      CaseBlock(node) {
        for (const clause of node.clauses) check(clause.statements);
      },
    };
  },
});

/** Functions, types and bare `var`s are there wherever they stand. */
function runs(node: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return false;
  if (ts.isEmptyStatement(node) || ts.isModuleDeclaration(node) || ts.isEnumDeclaration(node)) return false;
  if (!ts.isVariableStatement(node)) return true;
  return node.declarationList.declarations.some(({ initializer }) => initializer !== undefined);
}

/** A `break` or an empty `return` behind another jump, and a `throw` for what cannot happen, do no harm. */
function isDefensive(node: ts.Statement): boolean {
  if (ts.isThrowStatement(node) || ts.isBreakStatement(node)) return true;
  return ts.isReturnStatement(node) && (!node.expression || !ts.isCallExpression(node.expression));
}
