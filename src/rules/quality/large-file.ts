import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { unwrap } from '../syntax/names.ts';
import { isDataLiteral } from './data-literals.ts';

export const rule = defineRule({
  id: 'quality/large-file',
  weakness: 'large-file',
  precision: 0.9,
  docs: {
    title: { en: 'File that holds too much', fr: 'Fichier qui en contient trop' },
    why: {
      en: 'A file of this size holds several things at once: they are hard to find, and unrelated changes collide. Split it by what changes together.',
      fr: 'Un fichier de cette taille contient plusieurs choses à la fois : elles sont difficiles à trouver, et des modifications sans rapport se heurtent. Scindez-le selon ce qui change ensemble.',
    },
    forLeads: {
      en: 'Everything about this subject sits in one huge file, so changes take longer and developers get in each other’s way.',
      fr: 'Tout ce sujet tient dans un seul fichier énorme : les évolutions prennent plus de temps et les développeurs se gênent.',
    },
    bad: Array.from({ length: 1001 }, (_, index) => `export function step${index}(x: number) { return x; }`).join('\n'),
    good: 'export const prices = [1, 2, 3];',
  },
  options: z.strictObject({
    max: z.int().min(1).default(1000).describe('Most lines of code that are not reported.'),
  }),
  message: {
    en: ({ lines, max }: { lines: number; max: number }) => `This file has ${lines} lines of code (at most ${max})`,
    fr: ({ lines, max }) => `Ce fichier compte ${lines} lignes de code (${max} au plus)`,
  },
  detect: ({ file, options, report }) => ({
    SourceFile(node) {
      if (file.codeLines <= options.max || file.role === 'test' || isData(node)) return;
      const [first] = node.statements;
      if (first)
        report(firstToken(first), { lines: file.codeLines, max: options.max }, { drivers: { lines: file.codeLines } });
    },
  }),
});

/** Tables and texts: long, but nothing to follow. */
function isData(node: ts.SourceFile): boolean {
  const size = node.end - node.pos;
  const data = node.statements.filter(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.every(
        ({ initializer }) => initializer && isDataLiteral(unwrap(initializer)),
      ),
  );
  const isTypes = node.statements.every(
    (statement) =>
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement),
  );
  return isTypes || data.reduce((sum, statement) => sum + statement.end - statement.pos, 0) > size / 2;
}

function firstToken(node: ts.Node): ts.Node {
  return node.getFirstToken() ?? node;
}
