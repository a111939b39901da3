import path from 'node:path';
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { fileRoleOf } from '../../workspace/file-role.ts';
import type { Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What the files around a manifest name that may be a package, imported or not. */
export interface PackageMentions {
  /** Words of the sources, settings, scripts and file names that may use what the manifest declares. */
  around(manifest: Manifest): ReadonlySet<string>;
  /** Whether sources are reviewed below the manifest; else nothing can be said of what it uses. */
  hasSources(manifest: Manifest): boolean;
}

/**
 * Collects names by reading alone. It is generous: a word in a setting counts as a use, since plug-ins, presets and
 * drivers are named there in many ways and nothing may be executed to find out.
 */
export function collectMentions(workspace: Workspace): PackageMentions {
  const folders = workspace.manifests.map(({ file }) => path.posix.dirname(file));
  const words = new Map<string, Set<string>>(folders.map((folder) => [folder, new Set()]));
  const homes = new Map<string, string>();
  const take = (file: string, found: Iterable<string>): void => {
    const home = homeOf(file, folders, homes);
    const known = home === undefined ? undefined : words.get(home);
    if (known) for (const word of [...found, ...wordsOfPath(file, home ?? '.')]) known.add(word);
  };
  for (const { path: file, text } of workspace.files.values()) take(file, wordsOfSource(file, text));
  for (const { from, package: name } of workspace.moduleGraph().packageImports) take(from, [name]);
  for (const [file, text] of workspace.supportingTexts()) if (isTelling(file, text)) take(file, wordsOf(text));
  for (const manifest of workspace.manifests) take(manifest.file, wordsOfManifest(manifest));
  const sourceHomes = [...workspace.files.keys()].map((file) => homeOf(file, folders, homes));
  return {
    around: ({ file }) => {
      const own = path.posix.dirname(file);
      const related = folders.filter((folder) => isWithin(folder, own) || isWithin(own, folder));
      return new Set(related.flatMap((folder) => [...(words.get(folder) ?? [])]));
    },
    hasSources: ({ file }) =>
      sourceHomes.some((home) => home !== undefined && isWithin(home, path.posix.dirname(file))),
  };
}

/** Folder of the nearest manifest at or above a file. */
function homeOf(file: string, folders: readonly string[], known: Map<string, string>): string | undefined {
  const folder = path.posix.dirname(file);
  const found = known.get(folder);
  if (found !== undefined) return found;
  const nearest = folders.filter((one) => isWithin(folder, one)).sort((a, b) => b.length - a.length)[0];
  if (nearest !== undefined) known.set(folder, nearest);
  return nearest;
}

function isWithin(folder: string, outer: string): boolean {
  return outer === '.' || folder === outer || folder.startsWith(`${outer}/`);
}

/** Big data files name everything and mean nothing. */
function isTelling(file: string, text: string): boolean {
  return !file.endsWith('.json') || text.length < 64 * 1024;
}

const packageWord = /(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9][\w.~-]*/gi;
const literal = /(['"`])((?:(?!\1)[^\\\n]){1,200})\1/g;

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(packageWord)) yield word;
}

/** In code only whole literals count, in files of settings each word of them. */
function* wordsOfSource(file: string, text: string): Generator<string> {
  const isSetting = fileRoleOf(file) === 'tooling' || path.posix.basename(file).startsWith('.');
  for (const [, , value = ''] of text.matchAll(literal)) {
    if (isSetting) yield* wordsOf(value);
    else if (!value.includes(' ')) yield* value.split('!').map(packageOf);
  }
  for (const [, name = ''] of text.matchAll(/@(?:jest-environment|vitest-environment|jsxImportSource)\s+(\S+)/g))
    yield name;
  for (const [, name = ''] of text.matchAll(/<reference\s+types=["']([^"']+)["']/g)) yield name;
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** `jest.config.ts`, `.eslintrc.json` and `.husky/pre-commit` tell of their tools. */
function wordsOfPath(file: string, home: string): readonly string[] {
  const parts = (home === '.' ? file : file.slice(home.length + 1)).split('/');
  return parts.flatMap((part) => /^\.?([a-z0-9-]+?)(?:rc)?(?:\.|$)/i.exec(part)?.[1] ?? []);
}

const sectionsOfOthers: ReadonlySet<string> = new Set([
  'name',
  'version',
  'description',
  'keywords',
  'author',
  'contributors',
  'repository',
  'homepage',
  'bugs',
  'license',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'resolutions',
  'bundledDependencies',
  'bundleDependencies',
  'peerDependenciesMeta',
  'dependenciesMeta',
]);

/** Words of everything but the sections that declare; what is expected of a host counts as named. */
function* wordsOfManifest({ text }: Manifest): Generator<string> {
  const tree = parseTree(text);
  for (const property of tree?.children ?? []) {
    const [key, value] = property.children ?? [];
    if (typeof key?.value !== 'string' || !value || sectionsOfOthers.has(key.value)) continue;
    yield key.value;
    yield* wordsOf(text.slice(value.offset, value.offset + value.length));
  }
}

/** The value of a property of a manifest. */
export function manifestProperty({ text }: Manifest, ...names: string[]): Node | undefined {
  const tree = parseTree(text);
  return tree && findNodeAtLocation(tree, names);
}
