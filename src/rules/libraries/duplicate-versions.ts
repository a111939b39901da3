import semver from 'semver';
import { z } from 'zod';
import type { LockedPackage, LockFile } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, placeOfLocked } from './dependency-paths.ts';

/** Packages that keep state or compare by identity: two copies in one process do not know each other. */
const singletons =
  /^(?:react|react-dom|vue|@angular\/core|svelte|solid-js|preact|rxjs|graphql|@apollo\/client|styled-components|@emotion\/react|redux|mobx|zone\.js|webpack|typeorm|mongoose|sequelize|@nestjs\/(?:core|common)|reflect-metadata|inversify|yjs|three|prosemirror-(?:model|state|view)|@codemirror\/(?:state|view)|slate|@babel\/core|typescript|zod)$/;

export const rule = defineRule({
  id: 'libraries/duplicate-versions',
  weakness: 'duplicate-versions',
  cwe: [1041],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Several versions of one package', fr: 'Plusieurs versions d’un même paquet' },
    why: {
      en: 'Two copies of a package that keeps state, or compares by identity, do not recognise each other’s objects: hooks fail, `instanceof` lies, caches split. For other packages many copies cost size and start-up, so they are told from the given number on. Only what production installs counts.',
      fr: 'Deux copies d’un paquet qui garde un état, ou compare par identité, ne reconnaissent pas les objets l’une de l’autre\u00a0: les hooks échouent, `instanceof` ment, les caches se divisent. Pour les autres paquets, de nombreuses copies coûtent taille et démarrage\u00a0: ils sont signalés à partir du nombre donné. Seul compte ce que la production installe.',
    },
    forLeads: {
      en: 'The product ships the same building block several times, in versions that may contradict each other.',
      fr: 'Le produit embarque plusieurs fois la même brique, dans des versions qui peuvent se contredire.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "react": "18.3.1", "old-widget": "1.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": {
  "": {},
  "node_modules/react": { "version": "18.3.1" },
  "node_modules/old-widget": { "version": "1.0.0", "dependencies": { "react": "^16.0.0" } },
  "node_modules/old-widget/node_modules/react": { "version": "16.14.0" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "react": "18.3.1", "old-widget": "2.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": {
  "": {},
  "node_modules/react": { "version": "18.3.1" },
  "node_modules/old-widget": { "version": "2.0.0", "peerDependencies": { "react": ">=16" } } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    minimum: z.number().int().min(2).default(6).describe('Versions of an ordinary package from which it is reported.'),
    ignore: z.array(z.string()).default([]).describe('Packages that may be there several times.'),
  }),
  message: {
    en: ({ name, versions, count }: MessageFacts) => `\`${name}\` is installed in ${count} versions: ${versions}`,
    fr: ({ name, versions, count }) => `\`${name}\` est installé en ${count} versions\u00a0: ${versions}`,
  },
  detect: ({ workspace, options, report }) => {
    const pathTo = createPathFinder(workspace);
    for (const lockFile of workspace.lockFiles) {
      for (const [name, copies] of copiesByName(lockFile)) {
        const minimum = singletons.test(name) ? 2 : options.minimum;
        if (copies.length < minimum || options.ignore.includes(name)) continue;
        const [first, ...others] = copies;
        if (!first) continue;
        const versions = copies.map(({ version }) => version);
        report(
          placeOfLocked(lockFile, first, pathTo(lockFile, first)),
          { name, versions: versions.join(', '), count: copies.length },
          {
            package: { name, version: first.version },
            related: others.map((copy) => ({
              at: placeOfLocked(lockFile, copy, pathTo(lockFile, copy)),
              message: { en: `${name} ${copy.version}`, fr: `${name} ${copy.version}` },
            })),
          },
        );
      }
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly versions: string;
  readonly count: number;
}

/** One package a version, the newest first; lines of releases below 1.0.0 count by their minor. */
function copiesByName({ packages }: LockFile): ReadonlyMap<string, readonly LockedPackage[]> {
  const byName = new Map<string, Map<string, LockedPackage>>();
  for (const locked of packages) {
    if (locked.isDevelopment || semver.valid(locked.version) === null) continue;
    const known = byName.get(locked.name) ?? new Map<string, LockedPackage>();
    byName.set(locked.name, known.set(locked.version, known.get(locked.version) ?? locked));
  }
  return new Map(
    [...byName].map(([name, copies]) => [
      name,
      [...copies.values()].sort((a, b) => semver.rcompare(a.version, b.version)),
    ]),
  );
}
