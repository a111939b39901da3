import { z } from 'zod';
import type { LockedPackage, LockFile } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, placeOfLocked } from './dependency-paths.ts';

export const rule = defineRule({
  id: 'libraries/unverified-source',
  weakness: 'untrusted-package-source',
  cwe: [494, 829, 1357],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Package from an unverified place', fr: 'Paquet d’une origine non vérifiée' },
    why: {
      en: 'The lock file takes this package from an address that names another package, over plain HTTP, from a host that no other package comes from, or without the hash that its neighbours have. Whoever can change the lock file or the connection decides what code runs. Several host names of the public registry count as one.',
      fr: 'Le fichier de verrouillage prend ce paquet à une adresse qui en nomme un autre, en HTTP simple, chez un hôte d’où ne vient aucun autre paquet, ou sans l’empreinte qu’ont ses voisins. Qui peut modifier ce fichier ou la connexion décide du code exécuté. Les divers noms du registre public comptent pour un.',
    },
    forLeads: {
      en: 'One part is delivered from an address that nobody has approved, or without a seal.',
      fr: 'Une pièce est livrée depuis une adresse que personne n’a approuvée, ou sans scellé.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "koa": "2.15.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {},
  "node_modules/koa": { "version": "2.15.0", "resolved": "https://registry.npmjs.org/koa-evil/-/koa-evil-2.15.0.tgz", "integrity": "sha512-AAAA" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "koa": "2.15.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {},
  "node_modules/koa": { "version": "2.15.0", "resolved": "https://registry.npmjs.org/koa/-/koa-2.15.0.tgz", "integrity": "sha512-AAAA" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    hosts: z.array(z.string()).default([]).describe('Hosts that packages may come from, besides the public registry.'),
  }),
  message: {
    en: ({ name, version, problem, detail }: MessageFacts) => `\`${name}\` ${version} ${english[problem](detail)}`,
    fr: ({ name, version, problem, detail }) => `\`${name}\` ${version} ${french[problem](detail)}`,
  },
  detect: ({ workspace, options, report }) => {
    const pathTo = createPathFinder(workspace);
    for (const lockFile of workspace.lockFiles) {
      for (const { locked, ...found } of problemsOf(lockFile, options.hosts)) {
        const { name, version } = locked;
        report(
          placeOfLocked(lockFile, locked, pathTo(lockFile, locked)),
          { name, version, ...found },
          { package: { name, version } },
        );
      }
    }
  },
});

type Problem = 'plain-http' | 'other-name' | 'other-host' | 'no-hash';

interface Found {
  readonly problem: Problem;
  readonly detail: string;
}

interface MessageFacts extends Found, Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
}

const english: Readonly<Record<Problem, (detail: string) => string>> = {
  'plain-http': (host) => `is fetched from ${host} over plain HTTP`,
  'other-name': (other) => `is taken from an address of \`${other}\``,
  'other-host': (host) => `comes from ${host}, unlike every other package`,
  'no-hash': () => 'has no integrity hash in the lock file',
};

const french: typeof english = {
  'plain-http': (host) => `est téléchargé de ${host} en HTTP simple`,
  'other-name': (other) => `est pris à une adresse de \`${other}\``,
  'other-host': (host) => `vient de ${host}, contrairement à tous les autres paquets`,
  'no-hash': () => 'n’a pas d’empreinte d’intégrité dans le fichier de verrouillage',
};

const publicHosts: ReadonlySet<string> = new Set(['registry.npmjs.org', 'registry.yarnpkg.com', 'registry.npmjs.com']);

function problemsOf({ packages }: LockFile, hosts: readonly string[]): readonly (Found & { locked: LockedPackage })[] {
  const isHashed = packages.filter(({ integrity }) => integrity !== undefined).length > packages.length / 2;
  const counts = new Map<string, number>();
  for (const locked of packages) {
    const host = addressOf(locked)?.host;
    if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const isKnown = (host: string): boolean =>
    publicHosts.has(host) || hosts.includes(host) || (counts.get(host) ?? 0) > 1 || counts.size === 1;
  return packages.flatMap((locked) => {
    const found = problemOf(locked, isKnown, isHashed);
    return found ? [{ locked, ...found }] : [];
  });
}

function problemOf(locked: LockedPackage, isKnown: (host: string) => boolean, isHashed: boolean): Found | undefined {
  const url = addressOf(locked);
  if (!url) return undefined;
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { problem: 'plain-http', detail: url.host };
  const named = packageOf(url);
  if (named !== undefined && named !== locked.name && publicHosts.has(url.host))
    return { problem: 'other-name', detail: named };
  if (!isKnown(url.host)) return { problem: 'other-host', detail: url.host };
  return isHashed && locked.integrity === undefined && named !== undefined && publicHosts.has(url.host)
    ? { problem: 'no-hash', detail: '' }
    : undefined;
}

/** Web addresses only: commits of git repositories carry their own hash. */
function addressOf({ resolved }: LockedPackage): URL | undefined {
  return resolved !== undefined && /^https?:/.test(resolved) && URL.canParse(resolved) ? new URL(resolved) : undefined;
}

/** Name of the package whose tarball an address is, in npm's own scheme: `/name/-/name-1.0.0.tgz`. */
function packageOf({ pathname }: URL): string | undefined {
  const encoded = /^\/(?<name>(?:@[^/]+\/|@[^/]+%2f)?[^/]+)\/-\//i.exec(pathname)?.groups?.name;
  return encoded?.replace(/%2f/i, '/').replace(/%40/, '@');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
