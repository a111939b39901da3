import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { folderOf, packageFolders } from './package-areas.ts';

export const rule = defineRule({
  id: 'architecture/deep-import',
  weakness: 'boundary-violation',
  cwe: [1054],
  needs: 'workspace',
  docs: {
    title: { en: 'Import past a package’s entrance', fr: 'Import qui contourne l’entrée d’un paquet' },
    why: {
      en: 'The file reaches into another package of the workspace by a relative path, past its entry and its declared dependencies. The package cannot move or rename its insides any more, builds in the wrong order, and a copy of it can end up in two bundles. Import it by its name, and export there what is needed.',
      fr: 'Le fichier va chercher dans un autre paquet du dépôt par un chemin relatif, en contournant son entrée et ses dépendances déclarées. Le paquet ne peut plus déplacer ni renommer ses internes, se construit dans le mauvais ordre, et peut finir en double dans deux lots. Importez-le par son nom, et exportez-y ce qui est nécessaire.',
    },
    forLeads: {
      en: 'Parts that should be replaceable are tied together by their insides: each change there breaks something elsewhere.',
      fr: 'Des parties qui devraient être remplaçables sont liées par leurs internes : chaque changement y casse autre chose ailleurs.',
    },
    bad: `// @file: packages/shop/package.json
{ "name": "shop" }
// @file: packages/prices/package.json
{ "name": "prices" }
// @file: packages/prices/src/rates.ts
export const rate = 1;
// @file: packages/shop/src/basket.ts
import { rate } from '../../prices/src/rates';
export const total = (sum: number) => sum * rate;`,
    good: `// @file: packages/shop/package.json
{ "name": "shop", "dependencies": { "prices": "workspace:*" } }
// @file: packages/prices/package.json
{ "name": "prices" }
// @file: packages/prices/src/rates.ts
export const rate = 1;
// @file: packages/shop/src/basket.ts
import { rate } from 'prices';
export const total = (sum: number) => sum * rate;`,
    exampleFile: 'packages/shop/src/empty.ts',
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Folders of packages whose insides any file may import.'),
  }),
  message: {
    en: ({ specifier, target }: { specifier: string; target: string }) =>
      `\`${specifier}\` reaches into the package \`${target}\` past its entrance`,
    fr: ({ specifier, target }) =>
      `\`${specifier}\` va chercher dans le paquet \`${target}\` en contournant son entrée`,
  },
  detect: ({ workspace, options, report }) => {
    const packageOf = packageFolders(workspace);
    const names = new Map(workspace.manifests.map((manifest) => [folderOf(manifest), manifest.name]));
    for (const { from, to, specifier, range, isTypeOnly } of workspace.moduleGraph().edges) {
      if (!specifier.startsWith('..') || isTypeOnly || workspace.files.get(from)?.role !== 'production') continue;
      const [importer, imported] = [packageOf(from), packageOf(to)];
      const target = names.get(imported);
      // The root's files serve all packages, and a package without a name cannot be imported otherwise.
      if (
        importer === imported ||
        imported === '' ||
        importer === '' ||
        target === undefined ||
        options.allow.includes(imported)
      )
        continue;
      // A folder inside a package, with a manifest only to say what kind of modules it holds, is no neighbour.
      if (importer.startsWith(`${imported}/`) || imported.startsWith(`${importer}/`)) continue;
      report({ file: from, range }, { specifier, target });
    }
  },
});
