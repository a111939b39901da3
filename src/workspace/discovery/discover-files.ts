import fs from 'node:fs';
import path from 'node:path';
import { yieldToEventLoop } from '../../base/cancellation.ts';
import { isInside, relativePosix } from '../../base/paths.ts';
import { type ConfinedFileSystem, realPathOf, unlessRefused } from '../confined-file-system.ts';
import { isMarkupName } from '../markup/markup-name.ts';
import type { SkippedFile } from '../workspace.ts';
import { type IgnoreRules, rootIgnoreRules } from './ignore-rules.ts';
import { isToolFolder, isGeneratedOutput } from './output-folder.ts';

/** What a walk over a folder found; paths relative to its root, with `/`, sorted. */
export interface Discovery {
  readonly sources: readonly string[];
  /** Declaration files: loaded for types, not reviewed. */
  readonly declarations: readonly string[];
  /** `tsconfig*.json` and `jsconfig*.json`. */
  readonly configs: readonly string[];
  readonly manifests: readonly string[];
  readonly lockFiles: readonly string[];
  /** `cto-guardrails.json` of the root and of folders in it. */
  readonly configurations: readonly string[];
  /** Configuration, scripts, style sheets and templates: not reviewed, but they may name packages. */
  readonly supporting: readonly string[];
  /** What people wrote for people, such as `README.md` and decision records: only that they are there. */
  readonly documents: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** Whether a file of this name is a manifest or a lock file. */
export function isLibraryFile(name: string): boolean {
  return name === 'package.json' || lockNames.has(name);
}

/** Whether a file of this name is source under review: not a declaration. */
export function isReviewedName(name: string): boolean {
  return sourceName.test(name) && !declarationName.test(name);
}

interface Walk {
  readonly root: string;
  readonly disk: ConfinedFileSystem;
  readonly signal: AbortSignal | undefined;
  readonly onFound: (count: number) => void;
  readonly visited: Set<string>;
  readonly links: { readonly file: string; readonly rules: IgnoreRules }[];
  readonly found: { [Kind in keyof Discovery]: Discovery[Kind][number][] };
}

const sourceName = /\.([cm]?[jt]sx?|vue|html?)$/;
const declarationName = /\.d\.([\w-]+\.)?[cm]?ts$/;
const configName = /^[jt]sconfig([.-][\w.-]+)?\.json$/;
const supportingName =
  /\.(?:jsonc?|json5|ya?ml|toml|vue|svelte|astro|mdx|html?|css|s[ac]ss|less|styl|pug|jade|ejs|eta|hbs|hjs|handlebars|mustache|dust|njk|nunjucks|swig|twig|sh|bash|ps1|bat|graphql|prisma|cfg|conf|env|opts|ini|properties|pem|key|ppk|asc)$|^\.env\.[\w.-]+$|^\.[\w.-]+rc$|^(?:Dockerfile|Makefile|Procfile|Jenkinsfile|Rakefile|\.babelrc|\.nvmrc|\.node-version|\.npmrc|\.tool-versions)/;
const documentName = /\.(mdx?|rst|adoc)$|^readme(\.\w+)?$/i;
const lockNames: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
]);

/**
 * Walks the workspace. Links are followed after everything else, only where they stay inside the root and lead to
 * something not seen yet, so each file is found once and under its own name where it has one.
 */
export async function discoverFiles(
  root: string,
  exclude: readonly string[],
  disk: ConfinedFileSystem,
  signal?: AbortSignal,
  onFound: (count: number) => void = () => undefined,
): Promise<Discovery> {
  const found = {
    sources: [],
    declarations: [],
    configs: [],
    manifests: [],
    lockFiles: [],
    configurations: [],
    supporting: [],
    documents: [],
    skipped: [],
  };
  const walk: Walk = { root, disk, signal, onFound, visited: new Set(), links: [], found };
  const rules = rootIgnoreRules(root, exclude, disk);
  await walkFolder(walk, '', rules);
  for (let link = walk.links.shift(); link; link = walk.links.shift()) await followLink(walk, link.file, link.rules);
  return sorted(walk.found);
}

async function walkFolder(walk: Walk, folder: string, rules: IgnoreRules): Promise<void> {
  await yieldToEventLoop(walk.signal);
  const entries = walk.disk.entries(path.join(walk.root, folder));
  if (entries === undefined) {
    walk.found.skipped.push({ file: folder, reason: 'unreadable' });
    return;
  }
  if (walk.visited.has(entries.real)) return;
  walk.visited.add(entries.real);
  const { files, folders, links, others } = entries;
  if (folder !== '' && isGeneratedOutput(path.posix.basename(folder), new Set([...files, ...folders]))) {
    walk.found.skipped.push({ file: folder, reason: 'generated' });
    return;
  }
  const inFolder = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  for (const name of links) walk.links.push({ file: inFolder(name), rules });
  for (const name of files) if (!links.has(name)) noteFile(walk, inFolder(name), rules, true);
  for (const name of others) noteFile(walk, inFolder(name), rules, false);
  for (const name of folders) if (!links.has(name)) await enterFolder(walk, inFolder(name), rules);
  walk.onFound(walk.found.sources.length);
}

async function enterFolder(walk: Walk, folder: string, rules: IgnoreRules): Promise<void> {
  if (isToolFolder(path.posix.basename(folder)) || rules.isIgnored(folder, true)) return;
  await walkFolder(walk, folder, rules.inside(folder));
}

async function followLink(walk: Walk, file: string, rules: IgnoreRules): Promise<void> {
  const link = path.join(walk.root, file);
  const real = realPathOf(link);
  const stats = real === undefined ? undefined : unlessRefused(() => fs.statSync(real));
  const isFolder = stats?.isDirectory() ?? false;
  const isRelevant = isFolder ? !isToolFolder(path.basename(file)) : sourceName.test(file);
  if (!isRelevant || rules.isIgnored(file, isFolder)) return;
  if (real === undefined) walk.found.skipped.push({ file, reason: 'unreadable' });
  else if (!isInside(walk.root, real)) walk.found.skipped.push({ file, reason: 'outside-root' });
  else if (isFolder) await enterLinkedFolder(walk, file, real, rules);
  else if (!walk.visited.has(path.dirname(real))) noteFile(walk, file, rules, stats?.isFile() ?? false);
}

/** A link into `node_modules` or an ignored folder does not bring its target back. */
async function enterLinkedFolder(walk: Walk, file: string, real: string, rules: IgnoreRules): Promise<void> {
  const target = relativePosix(walk.root, real);
  const isLeftOut = target.split('/').some(isToolFolder) || (target !== '' && rules.isExcluded(target));
  if (!isLeftOut) await enterFolder(walk, file, rules);
}

function noteFile(walk: Walk, file: string, rules: IgnoreRules, isFile: boolean): void {
  const { found } = walk;
  const name = path.posix.basename(file);
  if (isFile && isMarkupName(name) && !rules.isIgnored(file, false)) found.supporting.push(file);
  if (sourceName.test(name)) noteSource(walk, file, rules, isFile);
  if (sourceName.test(name) || !isFile || rules.isIgnored(file, false)) return;
  if (documentName.test(name)) found.documents.push(file);
  if (configName.test(name)) found.configs.push(file);
  else if (name === 'package.json') found.manifests.push(file);
  else if (lockNames.has(name)) found.lockFiles.push(file);
  else if (name === 'cto-guardrails.json') found.configurations.push(file);
  else if (supportingName.test(name)) found.supporting.push(file);
}

function noteSource({ found }: Walk, file: string, rules: IgnoreRules, isFile: boolean): void {
  const isDeclaration = declarationName.test(file);
  // Frameworks generate global declarations that git ignores; without them their types are missing.
  if (rules.isExcluded(file) || (!isDeclaration && rules.isIgnored(file, false))) return;
  if (!isFile) found.skipped.push({ file, reason: 'unreadable' });
  else if (isDeclaration) found.declarations.push(file);
  else found.sources.push(file);
}

function sorted(found: Walk['found']): Discovery {
  const byFile = (a: SkippedFile, b: SkippedFile): number => compare(a.file, b.file);
  return {
    sources: found.sources.sort(compare),
    declarations: found.declarations.sort(compare),
    configs: found.configs.sort(compare),
    manifests: found.manifests.sort(compare),
    lockFiles: found.lockFiles.sort(compare),
    configurations: found.configurations.sort(compare),
    supporting: found.supporting.sort(compare),
    documents: found.documents.sort(compare),
    skipped: found.skipped.sort(byFile),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
