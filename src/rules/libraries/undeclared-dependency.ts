import path from 'node:path';
import { z } from 'zod';
import { fileRoleOf } from '../../workspace/file-role.ts';
import type { LockedPackage, Manifest } from '../../workspace/manifest.ts';
import type { PackageImport } from '../../workspace/module-graph.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import { addDependency } from './manifest-edits.ts';
import { manifestProperty } from './package-mentions.ts';
import { rangeInTeamStyle } from './range-style.ts';

export const rule = defineRule({
  id: 'libraries/undeclared-dependency',
  weakness: 'undeclared-dependency',
  cwe: [1357],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Undeclared dependency', fr: 'Dépendance non déclarée' },
    why: {
      en: 'The code imports a package that no manifest above it declares. It works only while another dependency happens to bring it to the top of `node_modules`: an update elsewhere, or a stricter package manager, takes it away or changes its version. Told once per package and manifest.',
      fr: 'Le code importe un paquet qu’aucun manifeste au-dessus ne déclare. Cela ne marche que tant qu’une autre dépendance l’apporte en haut de `node_modules`\u00a0: une mise à jour ailleurs, ou un gestionnaire de paquets plus strict, l’enlève ou en change la version. Signalé une fois par paquet et par manifeste.',
    },
    forLeads: {
      en: 'The product relies on a building block that nobody has ordered: an unrelated update can make it disappear overnight.',
      fr: 'Le produit repose sur une brique que personne n’a commandée\u00a0: une mise à jour sans rapport peut la faire disparaître du jour au lendemain.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "express": "4.19.2" } }
// @file: src/index.js
import bytes from 'bytes';
console.log(bytes(1024));`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "bytes": "3.1.2", "express": "4.19.2" } }
// @file: src/index.js
import bytes from 'bytes';
console.log(bytes(1024));`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that the surroundings provide.'),
  }),
  message: {
    en: ({ name, manifest, isInstalled }: MessageFacts) =>
      `\`${name}\` is imported and not declared in ${manifest}${isInstalled ? '; it is there only because another package needs it' : ''}`,
    fr: ({ name, manifest, isInstalled }) =>
      `\`${name}\` est importé sans être déclaré dans ${manifest}${isInstalled ? '\u202f; il n’est là que parce qu’un autre paquet en a besoin' : ''}`,
  },
  detect: ({ workspace, options, report }) => {
    const told = new Set<string>(options.ignore);
    const isForeign = createForeignTest(workspace);
    const counts = countImporters(workspace);
    for (const found of workspace.moduleGraph().packageImports) {
      const { package: name, from, range } = found;
      const manifest = told.has(name) ? undefined : nearestManifest(workspace, from);
      const key = JSON.stringify([name, manifest?.file]);
      if (!manifest || told.has(key) || !isForeign(found, manifest)) continue;
      told.add(key);
      const locked = lockedOf(manifest, name);
      report(
        { file: from, range },
        { name, manifest: manifest.file, isInstalled: locked !== undefined },
        {
          drivers: { importingFiles: counts.get(name) ?? 1 },
          package: { name, version: locked?.version ?? '*' },
          fixes: locked ? addDependency(manifest, kindFor(from), name, rangeInTeamStyle(manifest, locked.version)) : [],
        },
      );
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | boolean>> {
  readonly name: string;
  readonly manifest: string;
  readonly isInstalled: boolean;
}

/** What editors, runtimes and hosts bring along themselves. */
const provided: ReadonlySet<string> = new Set([
  'vscode',
  'bun',
  'deno',
  'k6',
  'cloudflare',
  'atom',
  'obsidian',
  'sketch',
]);
/** Frameworks answer to these names themselves; an upper-case letter is none of npm's. */
const providedNames = /^@(?:docusaurus|theme|theme-original|theme-init|site|generated)\/|[A-Z]/;
const pretendFolders =
  /(?:^|\/)(?:__fixtures__|fixtures?|templates?|snippets?|stubs?|__mocks__|mocks?|testdata|playground)(?:\/|$)/i;

/** Whether an import means a package that neither a manifest above nor the surroundings provide. */
function createForeignTest(workspace: Workspace): (found: PackageImport, manifest: Manifest) => boolean {
  const members = new Set(workspace.manifests.flatMap(({ name }) => name ?? []));
  const ownNames = new Set(
    [...workspace.files.keys()].flatMap((file) => file.split('/').map((part) => part.replace(/\.[cm]?[jt]sx?$/, ''))),
  );
  const texts = [...workspace.supportingTexts()];
  const settings = [...workspace.files.values()].filter(({ path: file }) => fileRoleOf(file) === 'tooling');
  const isNamedInSettings = (name: string): boolean =>
    texts.some(([file, text]) => /\.(?:jsonc?|ts|ya?ml)$|rc$/.test(file) && mentionsAlias(text, name)) ||
    settings.some(({ text }) => mentionsAlias(text, name));
  return ({ package: name, from, isTypeOnly }, manifest) => {
    if (provided.has(name) || members.has(name) || pretendFolders.test(from) || fileRoleOf(from) === 'example')
      return false;
    if (manifestsAbove(workspace, from).some((one) => declares(one, name))) return false;
    const types = `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`;
    if (
      isTypeOnly &&
      (lockedOf(manifest, types) || manifestsAbove(workspace, from).some((one) => declares(one, types)))
    )
      return false;
    const isLocked = lockedOf(manifest, name) !== undefined;
    if (!isLocked && (ownNames.has(name.split('/')[0] ?? '') || fileRoleOf(from) !== 'production')) return false;
    return isLocked || !(providedNames.test(name) || isNamedInSettings(name));
  };
}

/** An alias of a bundler or of the compiler, an import map, or a module that the workspace declares. */
function mentionsAlias(text: string, name: string): boolean {
  return ["'", '"'].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`));
}

/** In any section, as itself or as the name that its own imports have (`imports`, browser fields). */
function declares(manifest: Manifest, name: string): boolean {
  return (
    manifest.name === name ||
    manifest.dependencies.some((dependency) => dependency.name === name) ||
    manifestProperty(manifest, 'engines', name) !== undefined ||
    manifestProperty(manifest, 'browser', name) !== undefined ||
    manifestProperty(manifest, 'alias', name) !== undefined
  );
}

function manifestsAbove({ manifests }: Workspace, file: string): readonly Manifest[] {
  return manifests
    .filter((manifest) => {
      const folder = path.posix.dirname(manifest.file);
      return folder === '.' || file.startsWith(`${folder}/`);
    })
    .sort((a, b) => b.file.length - a.file.length);
}

/** The nearest manifest that declares something; one that only says `"type": "module"` is none. */
function nearestManifest(workspace: Workspace, file: string): Manifest | undefined {
  return manifestsAbove(workspace, file).find(({ dependencies }) => dependencies.length > 0);
}

function lockedOf({ lockFile }: Manifest, name: string): LockedPackage | undefined {
  return lockFile?.packages.find((one) => one.name === name);
}

function kindFor(file: string): 'dependencies' | 'devDependencies' {
  return fileRoleOf(file) === 'production' ? 'dependencies' : 'devDependencies';
}

function countImporters(workspace: Workspace): ReadonlyMap<string, number> {
  const files = new Map<string, Set<string>>();
  for (const { package: name, from } of workspace.moduleGraph().packageImports)
    files.set(name, (files.get(name) ?? new Set()).add(from));
  return new Map([...files].map(([name, found]) => [name, found.size]));
}
