import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { firstLineOf } from './first-line.ts';
import { moduleDegrees } from './module-degrees.ts';

export const rule = defineRule({
  id: 'architecture/god-module',
  weakness: 'god-module',
  cwe: [1048],
  needs: 'workspace',
  docs: {
    title: { en: 'Module that everything goes through', fr: 'Module par lequel tout passe' },
    why: {
      en: 'The file is large, knows many others and is known by many: it has several reasons to change, each change touches everybody, and nobody can move it. Take out one subject after another, beginning with the exports that are used together.',
      fr: 'Le fichier est gros, en connaît beaucoup d’autres et est connu de beaucoup : il a plusieurs raisons de changer, chaque changement touche tout le monde, et personne ne peut le déplacer. Sortez-en un sujet après l’autre, en commençant par les exports utilisés ensemble.',
    },
    forLeads: {
      en: 'One part of the program knows everything: teams queue up to change it, and each change can break all the rest.',
      fr: 'Une partie du programme sait tout : les équipes font la queue pour la modifier, et chaque modification peut casser tout le reste.',
    },
    bad: `// @options {"minLines":2,"minFanIn":2,"minFanOut":1,"minExports":2}
// @file: src/shop.ts
import { rate } from './rate';
export const price = () => rate;
export const title = () => 'Shop';
// @file: src/rate.ts
export const rate = 1;
// @file: src/basket.ts
import { price } from './shop';
export const basket = () => price();
// @file: src/page.ts
import { title } from './shop';
export const page = () => title();`,
    good: `// @options {"minLines":2,"minFanIn":2,"minFanOut":1,"minExports":2}
// @file: src/price.ts
import { rate } from './rate';
export const price = () => rate;
// @file: src/rate.ts
export const rate = 1;
// @file: src/basket.ts
import { price } from './price';
export const basket = () => price();`,
    exampleFile: 'src/empty.ts',
  },
  options: z.strictObject({
    minLines: z.int().min(1).default(500).describe('Lines of code from which a file can be one.'),
    minFanIn: z.int().min(1).default(10).describe('Files that must import it.'),
    minFanOut: z.int().min(1).default(10).describe('Files that it must import.'),
    minExports: z.int().min(1).default(10).describe('Names that it must export, members of exported classes included.'),
  }),
  message: {
    en: ({ lines, fanIn, fanOut, exports }: { lines: number; fanIn: number; fanOut: number; exports: number }) =>
      `${lines} lines and ${exports} public names that ${fanIn} files import, and ${fanOut} imports of its own`,
    fr: ({ lines, fanIn, fanOut, exports }) =>
      `${lines} lignes et ${exports} noms publics que ${fanIn} fichiers importent, et ${fanOut} imports propres`,
  },
  detect: ({ workspace, options, report }) => {
    for (const [path, { fanIn, fanOut }] of moduleDegrees(workspace, workspace.moduleGraph())) {
      const file = workspace.files.get(path);
      if (!file || file.codeLines < options.minLines || fanIn < options.minFanIn || fanOut < options.minFanOut)
        continue;
      const exports = publicNames(file.sourceFile);
      if (exports >= options.minExports)
        report(
          firstLineOf(file),
          { lines: file.codeLines, fanIn, fanOut, exports },
          { drivers: { lines: file.codeLines } },
        );
    }
  },
});

/** Exported names and public members of exported classes; types that go with them do not count. */
function publicNames({ statements }: ts.SourceFile): number {
  return statements.reduce((total, statement) => total + namesOf(statement), 0);
}

function namesOf(node: ts.Statement): number {
  if (ts.isExportDeclaration(node))
    return node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements.length : 0;
  const isExported =
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
  if (!isExported) return 0;
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.length;
  if (ts.isClassDeclaration(node)) return node.members.filter(isPublic).length;
  return ts.isFunctionDeclaration(node) || ts.isEnumDeclaration(node) ? 1 : 0;
}

function isPublic(member: ts.ClassElement): boolean {
  if (member.name && ts.isPrivateIdentifier(member.name)) return false;
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return !modifiers.some(
    ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
  );
}
