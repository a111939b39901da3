import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import type { PackageImport } from '../../workspace/module-graph.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export const rule = defineRule({
  id: 'performance/whole-library-import',
  weakness: 'heavy-page',
  needs: 'workspace',
  docs: {
    title: { en: 'Whole library sent to the browser', fr: 'Bibliothèque entière envoyée au navigateur' },
    why: {
      en: 'This import brings the whole library into the bundle, however little of it is used, because it is one CommonJS module or registers everything when it loads. Import the part by its own path, or use the alternative that is named.',
      fr: 'Cet import met toute la bibliothèque dans le lot envoyé, même si peu en sert, car elle est un seul module CommonJS ou enregistre tout à son chargement. Importez la partie par son propre chemin, ou prenez l’alternative indiquée.',
    },
    forLeads: {
      en: 'Every visitor downloads code that the page does not use: it opens late, above all on phones.',
      fr: 'Chaque visiteur télécharge du code que la page n’utilise pas : elle s’ouvre tard, surtout sur un téléphone.',
    },
    bad: `// @file: package.json
{ "name": "shop", "dependencies": { "react": "^19.0.0", "lodash": "^4.17.21" } }
// @file: src/basket.tsx
import { debounce } from 'lodash';
export const later = debounce(() => undefined, 100);`,
    good: `// @file: package.json
{ "name": "shop", "dependencies": { "react": "^19.0.0", "lodash": "^4.17.21" } }
// @file: src/basket.tsx
import debounce from 'lodash/debounce';
export const later = debounce(() => undefined, 100);`,
  },
  options: z.strictObject({
    minKilobytes: z.int().min(1).default(60).describe('Smallest size of a library, minified, that is reported.'),
  }),
  message: {
    en: ({ library, kilobytes, instead }: { library: string; kilobytes: number; instead: string; insteadFr: string }) =>
      `This import sends all of \`${library}\` to browsers, about ${kilobytes} kB minified; ${instead}`,
    fr: ({ library, kilobytes, insteadFr }) =>
      `Cet import envoie tout \`${library}\` aux navigateurs, environ ${kilobytes} ko minifiés ; ${insteadFr}`,
  },
  detect: ({ workspace, options, report }) => {
    const told = new Set<string>();
    for (const found of workspace.moduleGraph().packageImports) {
      const library = wholeLibraries.get(found.specifier);
      if (!library || found.isTypeOnly || library.kilobytes < options.minKilobytes) continue;
      const manifest = manifestOf(found.from, workspace.manifests);
      const key = `${manifest?.file ?? ''} ${found.specifier}`;
      if (told.has(key) || !runsInBrowser(found, manifest, workspace)) continue;
      told.add(key);
      const [instead, insteadFr] = library.instead;
      report(
        { file: found.from, range: found.range },
        { library: found.specifier, kilobytes: library.kilobytes, instead, insteadFr },
      );
    }
  },
});

interface WholeLibrary {
  /** Measured in November 2026: everything that the import brings, bundled and minified by esbuild for browsers. */
  readonly kilobytes: number;
  readonly instead: readonly [en: string, fr: string];
}

const byPath = (example: string): WholeLibrary['instead'] => [
  `import the part alone: \`${example}\``,
  `importez la seule partie : \`${example}\``,
];
const alternative = (name: string): WholeLibrary['instead'] => [
  `\`${name}\` takes only what is used`,
  `\`${name}\` ne prend que ce qui sert`,
];

const wholeLibraries: ReadonlyMap<string, WholeLibrary> = new Map([
  ['lodash', { kilobytes: 74, instead: byPath('lodash/debounce') }],
  ['moment', { kilobytes: 64, instead: alternative('date-fns') }],
  ['highlight.js', { kilobytes: 1090, instead: byPath('highlight.js/lib/core') }],
  ['aws-sdk', { kilobytes: 3392, instead: alternative('@aws-sdk/client-…') }],
  ['echarts', { kilobytes: 1169, instead: byPath('echarts/core') }],
  ['plotly.js', { kilobytes: 4812, instead: byPath('plotly.js/lib/core') }],
  ['plotly.js-dist-min', { kilobytes: 4812, instead: alternative('plotly.js/lib/core') }],
  ['@faker-js/faker', { kilobytes: 3393, instead: byPath('@faker-js/faker/locale/en') }],
]);

/** The manifest of the nearest folder above a file. */
function manifestOf(file: string, manifests: readonly Manifest[]): Manifest | undefined {
  const above = manifests.filter(({ file: path }) => file.startsWith(path.slice(0, -'package.json'.length)));
  return above.sort((a, b) => b.file.length - a.file.length)[0];
}

const browserPackages =
  /^(react-dom|vue|svelte|preact|solid-js|@angular\/core|next|nuxt|gatsby|react|@remix-run\/react|lit|jquery)$/;

/** Markup, or production code of a package that renders pages and is not on its server's side. */
function runsInBrowser({ from }: PackageImport, manifest: Manifest | undefined, workspace: Workspace): boolean {
  if (
    workspace.files.get(from)?.role !== 'production' ||
    /(^|\/)(server|api|functions|lambdas?|backend|scripts?)\/|\.server\.|(^|\/)route\.[jt]s$/.test(from)
  )
    return false;
  const rendersPages =
    manifest?.dependencies.some(({ name, kind }) => kind !== 'devDependencies' && browserPackages.test(name)) ?? false;
  return rendersPages || /\.([jt]sx|vue)$/.test(from);
}
