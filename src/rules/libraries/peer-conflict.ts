import semver from 'semver';
import { z } from 'zod';
import type { LockedPackage, LockFile, Manifest } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { libraryUses, placeOfRange, type LibraryUse } from './library-use.ts';

export const rule = defineRule({
  id: 'libraries/peer-conflict',
  weakness: 'peer-conflict',
  cwe: [1395],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Unmet peer dependency', fr: 'Dépendance paire non satisfaite' },
    why: {
      en: 'The package was made for another version of what it plugs into. It may fail in ways that its tests never saw, and the next clean installation may refuse to finish. Read from the lock file, so it holds without a network.',
      fr: 'Le paquet est fait pour une autre version de ce sur quoi il se branche. Il peut échouer d’une façon que ses tests n’ont jamais vue, et la prochaine installation propre peut refuser d’aboutir. Lu dans le fichier de verrouillage, donc valable sans réseau.',
    },
    forLeads: {
      en: 'Two building blocks of the product do not officially fit together. It may work today; nobody promises that it will tomorrow.',
      fr: 'Deux briques du produit ne vont officiellement pas ensemble. Cela peut marcher aujourd’hui\u202f; personne ne le promet pour demain.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "react": "19.0.0", "react-beautiful-dnd": "13.1.1" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": {
  "": {},
  "node_modules/react": { "version": "19.0.0" },
  "node_modules/react-beautiful-dnd": { "version": "13.1.1", "peerDependencies": { "react": "^16.8.5 || ^17.0.0 || ^18.0.0" } } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "react": "18.3.1", "react-beautiful-dnd": "13.1.1" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": {
  "": {},
  "node_modules/react": { "version": "18.3.1" },
  "node_modules/react-beautiful-dnd": { "version": "13.1.1", "peerDependencies": { "react": "^16.8.5 || ^17.0.0 || ^18.0.0" } } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages whose expectations are known to be too strict.'),
  }),
  message: {
    en: ({ name, version, peer, range, found }: MessageFacts) =>
      `\`${name}\` ${version} expects \`${peer}\` ${range}, ${found === '' ? 'which is not installed' : `and ${found} is installed`}`,
    fr: ({ name, version, peer, range, found }) =>
      `\`${name}\` ${version} attend \`${peer}\` ${range}, ${found === '' ? 'qui n’est pas installé' : `et ${found} est installé`}`,
  },
  detect: ({ workspace, options, report }) => {
    const told = new Set<string>();
    for (const use of libraryUses(workspace)) {
      const { lockFile, file } = use.manifest;
      const locked = options.ignore.includes(use.dependency.name)
        ? undefined
        : lockFile?.lockedPackage(file, use.dependency.name);
      if (!lockFile || !locked) continue;
      for (const conflict of conflictsOf(use, locked, lockFile)) {
        // Two that each expect the other's version are one conflict.
        if (told.has(JSON.stringify([file, conflict.peer, use.dependency.name]))) continue;
        told.add(JSON.stringify([file, use.dependency.name, conflict.peer]));
        report(
          placeOfRange(use),
          { name: use.dependency.name, version: locked.version, ...conflict },
          { package: { name: locked.name, version: locked.version } },
        );
      }
    }
  },
});

interface Conflict {
  readonly peer: string;
  readonly range: string;
  /** Empty when it is not installed. */
  readonly found: string;
}

interface MessageFacts extends Conflict, Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
}

function conflictsOf(use: LibraryUse, { peers }: LockedPackage, lockFile: LockFile): readonly Conflict[] {
  return [...(peers ?? [])].flatMap(([peer, range]) => {
    if (semver.validRange(range) === null) return [];
    const versions = versionsOf(use.manifest, lockFile, peer);
    // A published library leaves its peers to those who install it.
    if (versions.length === 0) return use.manifest.isPrivate ? [{ peer, range, found: '' }] : [];
    const fits = versions.some((version) => semver.satisfies(version, range, { includePrerelease: true, loose: true }));
    return fits ? [] : [{ peer, range, found: versions.join(', ') }];
  });
}

/** The declared version; one that came along can be any of those in the lock file. */
function versionsOf(manifest: Manifest, lockFile: LockFile, name: string): readonly string[] {
  const declared = manifest.installedVersion(name);
  if (declared !== undefined) return [declared];
  const all = lockFile.packages.filter((one) => one.name === name).map(({ version }) => version);
  return [...new Set(all)].filter((version) => semver.valid(version) !== null).sort(semver.compare);
}
