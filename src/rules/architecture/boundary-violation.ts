import picomatch from 'picomatch';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';

const globs = z.array(z.string().min(1).max(500)).min(1);

const layerSchema = z.strictObject({
  name: z.string().min(1).describe('What the team calls this layer.'),
  paths: globs.describe('Globs of its files, relative to the workspace root.'),
  mayImport: z.array(z.string()).default([]).describe('Names of the layers that it may import, besides itself.'),
});

export const rule = defineRule({
  id: 'architecture/boundary-violation',
  weakness: 'boundary-violation',
  cwe: [1054],
  needs: 'workspace',
  precision: 1,
  docs: {
    title: { en: 'Import across a declared boundary', fr: 'Import à travers une frontière déclarée' },
    why: {
      en: 'The team declared which layer may import which, and this import goes another way. Each such shortcut ties two parts together that should change alone. Declare `layers` in the options of this rule, from the top down; files of no layer are free.',
      fr: 'L’équipe a déclaré quelle couche peut importer laquelle, et cet import prend un autre chemin. Chaque raccourci de ce genre lie deux parties qui devraient évoluer seules. Déclarez `layers` dans les options de cette règle, de haut en bas\u202f; les fichiers hors couche sont libres.',
    },
    forLeads: {
      en: 'Parts of the program that were kept apart on purpose are being tied together: later changes and replacements get dearer.',
      fr: 'Des parties du programme séparées à dessein sont en train d’être liées\u00a0: les évolutions et remplacements futurs coûteront plus cher.',
    },
    bad: `// @options {"layers":[{"name":"pages","paths":["src/pages/**"],"mayImport":["data"]},{"name":"data","paths":["src/data/**"]}]}
// @file: src/data/orders.ts
import { title } from '../pages/title';
export const orders = [title];
// @file: src/pages/title.ts
export const title = 'Orders';`,
    good: `// @options {"layers":[{"name":"pages","paths":["src/pages/**"],"mayImport":["data"]},{"name":"data","paths":["src/data/**"]}]}
// @file: src/data/orders.ts
export const orders = ['first'];
// @file: src/pages/list.ts
import { orders } from '../data/orders';
export const list = orders.join();`,
    exampleFile: 'src/data/orders.ts',
  },
  options: z.strictObject({
    layers: z.array(layerSchema).default([]).describe('Layers of the code, and which may import which.'),
    allowTypes: z.boolean().default(false).describe('Let imports of types cross boundaries.'),
  }),
  message: {
    en: ({ from, to, specifier }: { from: string; to: string; specifier: string }) =>
      `Layer \`${from}\` may not import \`${specifier}\` of layer \`${to}\``,
    fr: ({ from, to, specifier }) => `La couche \`${from}\` ne peut importer \`${specifier}\` de la couche \`${to}\``,
  },
  detect: ({ workspace, options, report }) => {
    if (options.layers.length === 0) return;
    const layers = options.layers.map((layer) => ({ ...layer, holds: picomatch([...layer.paths], { dot: true }) }));
    const layerOf = (file: string): (typeof layers)[number] | undefined => layers.find(({ holds }) => holds(file));
    for (const { from, to, specifier, range, isTypeOnly } of workspace.moduleGraph().edges) {
      if (isTypeOnly && options.allowTypes) continue;
      const [importer, imported] = [layerOf(from), layerOf(to)];
      if (!importer || !imported || importer === imported || importer.mayImport.includes(imported.name)) continue;
      report({ file: from, range }, { from: importer.name, to: imported.name, specifier });
    }
  },
});
