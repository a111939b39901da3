import { z } from 'zod';
import type { Localized } from '../../base/language.ts';
import type { FileRange } from '../../base/text-range.ts';
import type { ModuleEdge, ModuleGraph } from '../../workspace/module-graph.ts';
import { defineRule } from '../define-rule.ts';
import { adjacencyOf, smallestCut } from './smallest-cut.ts';
import { shortestPath, strongComponents } from './strong-components.ts';

export const rule = defineRule({
  id: 'architecture/circular-dependency',
  weakness: 'circular-dependency',
  cwe: [1047],
  needs: 'workspace',
  docs: {
    title: { en: 'Circular imports', fr: 'Imports circulaires' },
    why: {
      en: 'These modules need each other to load, so none of them can be understood, tested or replaced alone, and one of them sees the others half initialised. The import named here is where the circle is cheapest to cut: move what both sides need to a module below them, or pass it in.',
      fr: 'Ces modules ont besoin les uns des autres pour se charger : aucun ne peut être compris, testé ou remplacé seul, et l’un d’eux voit les autres à moitié initialisés. L’import signalé est l’endroit où couper coûte le moins : placez ce dont les deux côtés ont besoin dans un module en dessous, ou transmettez-le.',
    },
    forLeads: {
      en: 'Parts of the program that should be separate are chained together: changing one forces people to understand and retest the others.',
      fr: 'Des parties du programme qui devraient être séparées sont enchaînées : en modifier une oblige à comprendre et à retester les autres.',
    },
    bad: `// @file: src/catalogue.ts
import { stockOf } from './stock';
export const isAvailable = (sku: string) => stockOf(sku) > 0;
export const titleOf = (sku: string) => 'Product ' + sku;
// @file: src/stock.ts
import { titleOf } from './catalogue';
export const stockOf = (sku: string) => sku.length;
export const runningOut = (skus: string[]) => skus.filter((sku) => stockOf(sku) < 3).map(titleOf);`,
    good: `// @file: src/catalogue.ts
import { stockOf } from './stock';
export const isAvailable = (sku: string) => stockOf(sku) > 0;
export const titleOf = (sku: string) => 'Product ' + sku;
// @file: src/stock.ts
export const stockOf = (sku: string) => sku.length;
export const runningOut = (skus: string[]) => skus.filter((sku) => stockOf(sku) < 3);`,
    exampleFile: 'src/catalogue.ts',
  },
  options: z.strictObject({
    minFiles: z.int().min(2).default(2).describe('Fewest files in a circle that is reported.'),
    allowEntities: z
      .boolean()
      .default(true)
      .describe('Leave out circles among database entities alone, whose relations point both ways by nature.'),
  }),
  message: {
    en: ({ target, files, cuts }: { target: string; files: number; cuts: number }) =>
      `Importing \`${target}\` here closes a circle of ${files} files${cuts > 1 ? `; ${cuts} imports hold it together` : ''}`,
    fr: ({ target, files, cuts }) =>
      `Importer \`${target}\` ici ferme une boucle de ${files} fichiers${cuts > 1 ? ` ; ${cuts} imports la maintiennent` : ''}`,
  },
  detect: ({ workspace, options, report }) => {
    const graph = workspace.moduleGraph();
    for (const files of strongComponents(adjacencyOf(graph.edges.filter(runsOnLoad)))) {
      if (files.length < options.minFiles || (options.allowEntities && files.every(isEntityFile))) continue;
      const edges = edgesWithin(graph, new Set(files));
      const cut = smallestCut(edges);
      const [best] = cut;
      const chain = best && chainThrough(best, edges);
      if (!best || !chain) continue;
      report(
        placeOf(best),
        { target: best.specifier, files: files.length, cuts: cut.length },
        { drivers: { sharedFiles: files, cutImports: cut.length }, related: chain.map(explain) },
      );
    }
  },
});

function isEntityFile(file: string): boolean {
  return /(^|\/)(models?|entit(y|ies)|schemas?)\/|\.(entity|model|schema)\.[cm]?[jt]s$/i.test(file);
}

/** Types are gone when modules load, and deferred imports wait until then: neither makes a circle. */
function runsOnLoad(edge: ModuleEdge): boolean {
  return !edge.isTypeOnly && !edge.isDeferred && edge.from !== edge.to;
}

/** The first import for each pair of members. */
function edgesWithin(graph: ModuleGraph, members: ReadonlySet<string>): readonly ModuleEdge[] {
  const byPair = new Map<string, ModuleEdge>();
  for (const member of members) {
    for (const edge of graph.importsOf(member)) {
      const key = JSON.stringify([edge.from, edge.to]);
      if (runsOnLoad(edge) && members.has(edge.to) && !byPair.has(key)) byPair.set(key, edge);
    }
  }
  return [...byPair.values()];
}

/** The shortest circle through an import, beginning with it. */
function chainThrough(first: ModuleEdge, edges: readonly ModuleEdge[]): readonly ModuleEdge[] | undefined {
  const back = shortestPath(adjacencyOf(edges), first.to, first.from);
  if (!back) return undefined;
  const rest = back.slice(1).map((to, index) => edges.find((edge) => edge.from === back[index] && edge.to === to));
  return [first, ...rest].filter((edge) => edge !== undefined);
}

function placeOf({ from, range }: ModuleEdge): FileRange {
  return { file: from, range };
}

function explain(edge: ModuleEdge): { at: FileRange; message: Localized } {
  return {
    at: placeOf(edge),
    message: { en: `${edge.from} imports ${edge.to}`, fr: `${edge.from} importe ${edge.to}` },
  };
}
