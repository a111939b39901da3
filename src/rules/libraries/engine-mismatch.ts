import semver from 'semver';
import { z } from 'zod';
import type { LockedPackage } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, type DependencyPath } from './dependency-paths.ts';
import { isExcepted } from './library-policy.ts';
import { createSupportedNodes, type SupportedNode } from './supported-nodes.ts';

export const rule = defineRule({
  id: 'libraries/engine-mismatch',
  weakness: 'peer-conflict',
  cwe: [1395],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Dependency made for another Node', fr: 'Dépendance faite pour un autre Node' },
    why: {
      en: 'The installed version says that it needs a newer Node than the version files choose, or than `engines.node` promises to users. It is not tested there: it may fail on a missing function, or refuse to install. Told at the declaration that brings the package along; read from the lock file, so it holds without a network.',
      fr: 'La version installée demande un Node plus récent que celui des fichiers de version, ou que celui que promet `engines.node`. Elle n’y est pas testée\u00a0: une fonction peut manquer, l’installation peut être refusée. Signalée sur la déclaration qui amène le paquet\u202f; lue dans le fichier de verrouillage, donc valable sans réseau.',
    },
    forLeads: {
      en: 'A building block was made for a newer foundation than the product runs on. It may work today; its maker does not promise it.',
      fr: 'Une brique a été faite pour un socle plus récent que celui du produit. Cela peut marcher aujourd’hui\u202f; son éditeur ne le promet pas.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "vite": "7.0.0" } }
// @file: .nvmrc
22.3.0
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/vite": { "version": "7.0.0", "engines": { "node": "^20.19.0 || >=22.12.0" } } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "vite": "7.0.0" } }
// @file: .nvmrc
22.12.0
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/vite": { "version": "7.0.0", "engines": { "node": "^20.19.0 || >=22.12.0" } } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that are known to run on an older Node.'),
  }),
  message: {
    en: ({ name, version, through, needed, node, file }: MessageFacts) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (through ${through})`} needs Node ${needed}, and ${file} says ${node}`,
    fr: ({ name, version, through, needed, node, file }) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (par ${through})`} demande Node ${needed}, et ${file} dit ${node}`,
  },
  detect: ({ workspace, libraries: { policy, today }, options, report }) => {
    const ignored = new Set(options.ignore);
    for (const { manifest, declared, packages, node } of mismatches(workspace, ignored)) {
      const locked = packages.at(-1);
      const place = manifest.dependencies.find(({ name }) => name === declared);
      if (!locked || !place || isExcepted(policy, rule.id, locked.name, today)) continue;
      const { name, version } = locked;
      const through = packages.slice(0, -1).map((one) => one.name);
      report(
        { file: manifest.file, range: place.rangeRange },
        {
          name,
          version,
          through: through.join(' › '),
          needed: neededBy(locked) ?? '',
          node: node.range,
          file: node.file,
        },
        { package: { name, version } },
      );
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
  readonly through: string;
  readonly needed: string;
  readonly node: string;
  readonly file: string;
}

interface Mismatch extends DependencyPath {
  readonly node: SupportedNode;
}

/** Each declared dependency once, with the package below it that is nearest. */
function mismatches(workspace: Workspace, ignored: ReadonlySet<string>): readonly Mismatch[] {
  const supported = createSupportedNodes(workspace);
  const found = new Map<string, Mismatch>();
  for (const way of [...declaredWays(workspace), ...furtherWays(workspace)]) {
    const locked = way.packages.at(-1);
    const needed = !locked || ignored.has(locked.name) ? undefined : neededBy(locked);
    if (!locked || needed === undefined) continue;
    const node = supported(way.manifest).find((one) => concerns(one, way, locked) && !runsOn(needed, one));
    const key = JSON.stringify([way.manifest.file, way.declared]);
    const known = found.get(key);
    if (node && (!known || known.packages.length > way.packages.length)) found.set(key, { ...way, node });
  }
  return [...found.values()];
}

/** Every manifest's own: several may declare one package for different versions of Node. */
function declaredWays({ manifests }: Workspace): readonly DependencyPath[] {
  return manifests.flatMap((manifest) =>
    manifest.dependencies
      .filter(({ kind }) => kind !== 'peerDependencies')
      .flatMap(({ name }) => {
        const locked = manifest.lockFile?.lockedPackage(manifest.file, name);
        return locked ? [{ manifest, declared: name, packages: [locked] }] : [];
      }),
  );
}

function furtherWays(workspace: Workspace): readonly DependencyPath[] {
  const pathTo = createPathFinder(workspace);
  return workspace.lockFiles.flatMap((lockFile) =>
    lockFile.packages.flatMap((locked) => pathTo(lockFile, locked) ?? []),
  );
}

/** What serves development alone never meets the Node that is promised to users. */
function concerns(
  { isPromise }: SupportedNode,
  { manifest, declared }: DependencyPath,
  locked: LockedPackage,
): boolean {
  const kinds = manifest.dependencies.filter(({ name }) => name === declared).map(({ kind }) => kind);
  return !isPromise || !(locked.isDevelopment || kinds.every((kind) => kind === 'devDependencies'));
}

function neededBy({ nodeEngine }: LockedPackage): string | undefined {
  return nodeEngine !== undefined && semver.validRange(nodeEngine, { loose: true }) !== null ? nodeEngine : undefined;
}

/**
 * A choice such as `22` means its newest release. Of a promise only the lower end counts: many packages leave out odd
 * releases between, and nobody runs on those.
 */
function runsOn(needed: string, { range, isPromise }: SupportedNode): boolean {
  if (!semver.intersects(range, needed, { loose: true })) return false;
  const [lowest, least] = [range, needed].map((one) => semver.minVersion(one, { loose: true }));
  return !isPromise || !lowest || !least || semver.gte(lowest, least);
}
