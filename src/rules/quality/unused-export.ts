import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { exportedNamesOf, type ExportedName } from '../reachability/exported-names.ts';
import { usedNamesOf } from '../reachability/used-names.ts';
import type { FileModel } from '../../workspace/file-model.ts';

export const rule = defineRule({
  id: 'quality/unused-export',
  weakness: 'dead-code',
  cwe: [561],
  needs: 'workspace',
  docs: {
    title: { en: 'Export that nobody imports', fr: 'Export que personne n’importe' },
    why: {
      en: 'No file of the workspace imports this name, and the file is no entry point. Its own file does not use it either, so that it can go. Whoever reads the module no longer has to wonder who depends on it.',
      fr: 'Aucun fichier de l’espace de travail n’importe ce nom, et le fichier n’est pas un point d’entrée. Son propre fichier ne l’utilise pas non plus : il peut partir. Qui lit le module n’a plus à se demander qui en dépend.',
    },
    forLeads: {
      en: 'The team keeps up code that the product no longer uses.',
      fr: 'L’équipe entretient du code que le produit n’utilise plus.',
    },
    bad: `// @file: package.json
{ "name": "shop", "main": "src/index.ts", "private": true }
// @file: src/index.ts
import { total } from './total';
console.log(total([1, 2]));
// @file: src/total.ts
export const total = (prices: number[]) => prices.length;
export const average = (prices: number[]) => prices.length / 2;`,
    good: `// @file: package.json
{ "name": "shop", "main": "src/index.ts", "private": true }
// @file: src/index.ts
import { average, total } from './total';
console.log(total([1, 2]), average([1]));
// @file: src/total.ts
export const total = (prices: number[]) => prices.length;
export const average = (prices: number[]) => prices.length / 2;`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    types: z.boolean().default(false).describe('Report exported types too; they often stand beside a used function.'),
  }),
  message: {
    en: ({ name }: { name: string }) => `Nothing uses the exported \`${name}\``,
    fr: ({ name }) => `Rien n’utilise \`${name}\`, qui est exporté`,
  },
  detect: ({ workspace, options, isEntry, report }) => {
    const used = usedNamesOf(workspace.files, workspace.moduleGraph());
    for (const file of workspace.files.values()) {
      const taken = used.get(file.path);
      // Without any importer the file as a whole is the finding.
      if (file.role !== 'production' || !taken || taken.has('*') || isEntry(file.path)) continue;
      for (const exported of exportedNamesOf(file) ?? []) {
        if (taken.has(exported.name) || (isType(exported) && !options.types)) continue;
        if (isUsedInside(file, exported)) continue;
        report(exported.node, { name: exported.name }, { tag: 'unnecessary' });
      }
    }
  },
});

function isType({ node }: ExportedName): boolean {
  const { parent } = node;
  return ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent);
}

/** Mentioned anywhere but where it is declared and, in a list of exports, named again. */
function isUsedInside(file: FileModel, { name, node }: ExportedName): boolean {
  const { parent } = node;
  if (!ts.isExportSpecifier(parent)) return countMentions(file, name) > 1;
  return countMentions(file, (parent.propertyName ?? parent.name).text) > 2;
}

function countMentions({ text }: FileModel, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isNamePart(text[at - 1]) && !isNamePart(text[at + name.length])) count++;
  }
  return count;
}

function isNamePart(character: string | undefined): boolean {
  return character !== undefined && /[\w$]/.test(character);
}
