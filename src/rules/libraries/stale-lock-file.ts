import semver from 'semver';
import { z } from 'zod';
import type { Manifest } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { libraryUses, placeOfRange, type LibraryUse } from './library-use.ts';

export const rule = defineRule({
  id: 'libraries/stale-lock-file',
  weakness: 'missing-lockfile',
  cwe: [1104],
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Lock file out of step', fr: 'Fichier de verrouillage désaccordé' },
    why: {
      en: 'The manifest asks for something that the lock file does not hold. `npm ci` and frozen installations fail; other installations silently choose a version of their own. Run the package manager’s install and commit the lock file with the manifest.',
      fr: 'Le manifeste demande quelque chose que le fichier de verrouillage ne contient pas. `npm ci` et les installations figées échouent\u202f; les autres choisissent en silence leur propre version. Lancez l’installation du gestionnaire de paquets et validez le fichier avec le manifeste.',
    },
    forLeads: {
      en: 'The list of ordered parts and the list of delivered parts disagree: the next build may fail or ship something else.',
      fr: 'La liste des pièces commandées et celle des pièces livrées se contredisent\u00a0: la prochaine construction peut échouer ou livrer autre chose.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "pino": "^9.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/pino": { "version": "8.11.0" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "pino": "^9.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/pino": { "version": "9.4.0" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({}),
  message: {
    en: ({ name, range, locked, file }: MessageFacts) =>
      locked === ''
        ? `\`${name}\` is not in ${file}`
        : `${file} holds \`${name}\` ${locked}, outside the declared range \`${range}\``,
    fr: ({ name, range, locked, file }) =>
      locked === ''
        ? `\`${name}\` n’est pas dans ${file}`
        : `${file} contient \`${name}\` ${locked}, hors de l’intervalle déclaré \`${range}\``,
  },
  detect: ({ workspace, report }) => {
    const members = new Set(workspace.manifests.flatMap(({ name }) => name ?? []));
    for (const use of libraryUses(workspace)) {
      const { lockFile } = use.manifest;
      if (!lockFile || !isServed(use.manifest) || use.range.kind !== 'registry') continue;
      if (members.has(use.dependency.name) || use.dependency.kind === 'optionalDependencies') continue;
      const locked = lockFile.installedVersion(use.manifest.file, use.dependency.name);
      if (agrees(use, locked)) continue;
      const { name, range } = use.dependency;
      report(
        placeOfRange(use),
        { name, range, locked: locked ?? '', file: lockFile.file },
        { package: { name, version: locked ?? range } },
      );
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly range: string;
  readonly locked: string;
  readonly file: string;
}

/** A manifest that is no member of the workspace above it has nothing in that workspace's lock file. */
function isServed({ lockFile, file, dependencies }: Manifest): boolean {
  return dependencies.some(({ name }) => lockFile?.installedVersion(file, name) !== undefined);
}

/** An override decides against the range on purpose. */
function agrees({ range, manifest, dependency }: LibraryUse, locked: string | undefined): boolean {
  if (range.kind !== 'registry' || isOverridden(manifest.text, dependency.name)) return true;
  if (locked === undefined) return false;
  if (semver.valid(locked) === null) return true;
  return semver.satisfies(locked, range.range, { includePrerelease: true, loose: true });
}

function isOverridden(text: string, name: string): boolean {
  return /"(?:overrides|resolutions)"\s*:/.test(text) && text.split(`"${name}"`).length > 2;
}
