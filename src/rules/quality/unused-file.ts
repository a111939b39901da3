import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'quality/unused-file',
  weakness: 'dead-code',
  cwe: [561],
  needs: 'workspace',
  docs: {
    title: { en: 'File that nobody imports', fr: 'Fichier que personne n’importe' },
    why: {
      en: 'No file of the workspace imports this one, no manifest, setting, page or script names it, and no framework loads files of its place or name. It is still read, searched, updated and migrated with the rest.',
      fr: 'Aucun fichier de l’espace de travail n’importe celui-ci, aucun manifeste, réglage, page ou script ne le nomme, et aucun cadriciel ne charge les fichiers de cet endroit ou de ce nom. Il est pourtant lu, cherché, mis à jour et migré avec le reste.',
    },
    forLeads: {
      en: 'The team keeps up code that the product no longer uses.',
      fr: 'L’équipe entretient du code que le produit n’utilise plus.',
    },
    bad: `// @file: package.json
{ "name": "shop", "main": "src/index.ts" }
// @file: src/index.ts
import { total } from './total';
console.log(total([1, 2]));
// @file: src/total.ts
export const total = (prices: number[]) => prices.length;
// @file: src/former-total.ts
export const formerTotal = (prices: number[]) => prices.length;`,
    good: `// @file: package.json
{ "name": "shop", "main": "src/index.ts" }
// @file: src/index.ts
import { total } from './total';
console.log(total([1, 2]));
// @file: src/total.ts
export const total = (prices: number[]) => prices.length;`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ file }: { file: string }) => `Nothing imports or names \`${file}\``,
    fr: ({ file }) => `Rien n’importe ni ne nomme \`${file}\``,
  },
  detect: ({ workspace, isEntry, report }) => {
    const graph = workspace.moduleGraph();
    const production = [...workspace.files.values()].filter(({ role }) => role === 'production');
    const unused = production.filter(
      (file) => graph.importersOf(file.path).length === 0 && offersSomething(file) && !isEntry(file.path),
    );
    if (unused.length > Math.max(3, production.length * mostUnused) || !hasManifest(workspace)) return;
    for (const { path, codeLines, sourceFile } of unused) {
      const [first] = sourceFile.statements;
      const at = first?.getFirstToken(sourceFile) ?? first;
      if (at) report(at, { file: path }, { drivers: { lines: codeLines }, tag: 'unnecessary' });
    }
  },
});

/** Where more files than this have no importer, files are loaded in a way that no text shows. */
const mostUnused = 0.2;

/** A file without exports does its work when it is started: it is an entry of its own. */
function offersSomething({ sourceFile, text }: FileModel): boolean {
  return (
    /\bmodule\.exports\b|\bexports\.\w/.test(text) ||
    sourceFile.statements.some(
      (statement) =>
        ts.isExportDeclaration(statement) ||
        ts.isExportAssignment(statement) ||
        (ts.canHaveModifiers(statement) &&
          (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)),
    )
  );
}

/** Scripts without a manifest are each their own entry. */
function hasManifest({ manifests }: Workspace): boolean {
  return manifests.length > 0;
}
