import path from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import type { FileRange } from '../../base/text-range.ts';
import { createLineIndex } from '../../base/text-range.ts';
import { fileRoleOf } from '../../workspace/file-role.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import { parseDependencyRange } from '../../workspace/dependency-range.ts';
import { defineRule } from '../define-rule.ts';

export const rule = defineRule({
  id: 'libraries/missing-lock-file',
  weakness: 'missing-lockfile',
  needs: 'libraries',
  docs: {
    title: { en: 'No lock file', fr: 'Fichier de verrouillage absent' },
    why: {
      en: 'Without a lock file each installation may take other versions, so a build that worked yesterday can break, or take in a hijacked release, with no change in the repository. Published libraries are left alone: their users’ lock files decide, and many keep theirs out of git on purpose. So are tests and examples.',
      fr: 'Sans fichier de verrouillage, chaque installation peut prendre d’autres versions\u00a0: ce qui marchait hier peut casser, ou recevoir une version piratée, sans aucun changement dans le dépôt. Les bibliothèques publiées sont laissées de côté\u00a0: le fichier de leurs utilisateurs décide, et beaucoup excluent le leur de git à dessein. Les tests et les exemples aussi.',
    },
    forLeads: {
      en: 'Nobody can say which third-party code the product ships: two installations a day apart may differ.',
      fr: 'Personne ne peut dire quel code tiers le produit embarque\u00a0: deux installations à un jour d’écart peuvent différer.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "fastify": "^5.0.0" } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "fastify": "^5.0.0" } }
// @file: yarn.lock
# yarn lockfile v1

fastify@^5.0.0:
  version "5.1.0"
  resolved "https://registry.yarnpkg.com/fastify/-/fastify-5.1.0.tgz#0d3b2f2b6b0f0a0f0d3b2f2b6b0f0a0f0d3b2f2b"`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    libraries: z.boolean().default(false).describe('Also reports packages that are published for others to use.'),
  }),
  message: {
    en: ({ packages }: { packages: number }) =>
      `No lock file pins the ${packages === 1 ? 'package' : `${packages} packages`} declared here`,
    fr: ({ packages }) =>
      packages === 1
        ? 'Aucun fichier de verrouillage ne fige le paquet déclaré ici'
        : `Aucun fichier de verrouillage ne fige les ${packages} paquets déclarés ici`,
  },
  detect: ({ workspace, options, report }) => {
    const unlocked = workspace.manifests.filter(
      (manifest) =>
        !manifest.lockFile &&
        installedPackages(manifest) > 0 &&
        (options.libraries || !isPublishedLibrary(manifest)) &&
        !['test', 'example'].includes(fileRoleOf(manifest.file)),
    );
    for (const manifest of unlocked.filter((candidate) => !unlocked.some((other) => isAbove(other, candidate)))) {
      report(placeOfDependencies(manifest), { packages: installedPackages(manifest) });
    }
  },
});

/** Packages that an installation fetches because this manifest says so. */
function installedPackages({ dependencies }: Manifest): number {
  const fetched = dependencies.filter(({ name, range, kind }) => {
    const { kind: source } = parseDependencyRange(name, range);
    return kind !== 'peerDependencies' && source !== 'workspace' && source !== 'local';
  });
  return new Set(fetched.map(({ name }) => name)).size;
}

/** Made to be imported by strangers: not private, has a version, and says what it offers or expects. */
function isPublishedLibrary({ isPrivate, name, version, text, dependencies }: Manifest): boolean {
  if (isPrivate || name === undefined || version === undefined) return false;
  const tree = parseTree(text);
  const fields = ['exports', 'files', 'types', 'typings', 'module', 'publishConfig', 'browser', 'unpkg'];
  return (
    dependencies.some(({ kind }) => kind === 'peerDependencies') ||
    (tree !== undefined && fields.some((field) => findNodeAtLocation(tree, [field])))
  );
}

/** One lock file at the top of a monorepo is what is missing, not one in each of its packages. */
function isAbove(upper: Manifest, lower: Manifest): boolean {
  const folder = path.posix.dirname(upper.file);
  return upper !== lower && (folder === '.' || lower.file.startsWith(`${folder}/`));
}

/** The key of the first section that lists packages to install. */
function placeOfDependencies({ file, text, dependencies }: Manifest): FileRange {
  const tree = parseTree(text);
  const kind = dependencies.find((dependency) => dependency.kind !== 'peerDependencies')?.kind ?? 'dependencies';
  const key = tree && findNodeAtLocation(tree, [kind])?.parent?.children?.[0];
  const lines = createLineIndex(text);
  const [start, end] = key ? [key.offset, key.offset + key.length] : [0, 0];
  return { file, range: { start: lines.positionAt(start), end: lines.positionAt(end) } };
}
