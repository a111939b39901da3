import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { yieldToEventLoop } from '../base/cancellation.ts';
import { toPosix } from '../base/paths.ts';
import { UserError } from '../base/user-error.ts';
import { assembleWorkspace, type WorkspaceBase } from './assemble-workspace.ts';
import { type ConfinedFileSystem, confineFileSystem, realPathOf, unlessRefused } from './confined-file-system.ts';
import { readCoverage } from './coverage/read-coverage.ts';
import { type Discovery, discoverFiles } from './discovery/discover-files.ts';
import { isReviewedPath } from './discovery/reviewed-path.ts';
import { isMarkupName } from './markup/markup-name.ts';
import { hasScript } from './markup/script-text.ts';
import { readSourceText, reasonToSkip } from './discovery/source-text.ts';
import { historyNotice } from './history/history-notices.ts';
import { type HistoryReading, readGitHistory } from './history/read-git-history.ts';
import { readLibraries } from './libraries/read-libraries.ts';
import { assertOneCompiler } from './one-compiler.ts';
import { createSupportingTexts } from './libraries/supporting-texts.ts';
import { createEnvironment } from './typescript/environment.ts';
import { readCodeOwners } from './ownership/read-code-owners.ts';
import { planProjects } from './typescript/project-plan.ts';
import { createSourceCache } from './typescript/source-cache.ts';
import type { OpenOptions, SkippedFile, Workspace } from './workspace.ts';

/**
 * Opens a folder: walks it, reads its sources, configurations, manifests and history, and executes nothing of it.
 * What is wrong in the folder becomes notices and skips; only a folder that is not there is a `UserError`. Rejects
 * with the signal's reason when cancelled.
 */
export async function openWorkspace(root: string, options: OpenOptions = {}): Promise<Workspace> {
  assertOneCompiler();
  const realRoot = realFolder(root);
  const libraries = path.dirname(ts.getDefaultLibFilePath({}));
  const disk = confineFileSystem([realRoot, realPathOf(libraries) ?? libraries]);
  const discovery = await discoverFiles(realRoot, options.exclude ?? [], disk, options.signal, (done) =>
    options.onProgress?.({ phase: 'discovering', done, total: done }),
  );
  // Git works in its own process meanwhile.
  const [reading, sources] = await Promise.all([
    readHistory(realRoot, options),
    readSources(realRoot, disk, discovery, options),
  ]);
  await yieldToEventLoop(options.signal);
  const base = baseOf(realRoot, disk, discovery, sources, reading, options);
  const opened = assembleWorkspace(base, sources.texts);
  return [...(options.overlay ?? [])]
    .filter(([file]) => !sources.texts.has(file))
    .reduce((workspace, [file, text]) => workspace.withFile(file, text), opened);
}

function realFolder(root: string): string {
  const real = realPathOf(path.resolve(root));
  if (real !== undefined && unlessRefused(() => fs.statSync(real))?.isDirectory()) return real;
  throw new UserError(`There is no folder at "${root}"; name an existing folder to review.`);
}

function baseOf(
  root: string,
  disk: ConfinedFileSystem,
  discovery: Discovery,
  { texts, skipped }: Sources,
  { history, notices }: HistoryReading,
  { exclude = [], known }: OpenOptions,
): WorkspaceBase {
  const plan = planProjects(root, disk, {
    ...discovery,
    sources: [...texts.keys()].filter((file) => !isMarkupName(file)),
  });
  const packages = discovery.manifests.map((manifest) => path.posix.dirname(manifest));
  const measured = readCoverage(root, packages, texts.keys(), disk);
  return {
    root,
    plan,
    surroundings: { root: toPosix(root), disk, cache: createSourceCache(disk), environment: createEnvironment(disk) },
    isReviewed: (file, text) =>
      isReviewedPath(root, exclude, disk, file) && reasonToSkip(file, text) === undefined && holdsCode(file, text),
    libraries: (unsaved) => readLibraries({ root, disk, unsaved, discovery }),
    supportingTexts: createSupportingTexts(root, disk, discovery),
    documents: discovery.documents,
    ...(known && { known }),
    ...(history && { history }),
    ...(measured.coverage && { coverage: measured.coverage }),
    ownerOf: readCodeOwners(root, disk),
    skipped: [...discovery.skipped, ...skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    notices: [...plan.notices, ...notices, ...measured.notices],
  };
}

function readHistory(root: string, { git = true, signal, onProgress, known }: OpenOptions): Promise<HistoryReading> {
  if (!git) return Promise.resolve({ notices: [historyNotice('git-off')] });
  return readGitHistory(root, {
    signal,
    known: known?.history,
    onProgress: (done) => onProgress?.({ phase: 'history', done, total: done }),
  });
}

/** A page without a script of its own is none of the review's files. */
function holdsCode(file: string, text: string): boolean {
  return !isMarkupName(file) || hasScript(text);
}

interface Sources {
  readonly texts: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedFile[];
}

/** Files read between two turns of the event loop. */
const filesPerTurn = 16;

async function readSources(
  root: string,
  disk: ConfinedFileSystem,
  { sources }: Discovery,
  { signal, onProgress, overlay }: OpenOptions,
): Promise<Sources> {
  const texts = new Map<string, string>();
  const skipped: SkippedFile[] = [];
  for (const [index, file] of sources.entries()) {
    if (index % filesPerTurn === 0) {
      await yieldToEventLoop(signal);
      onProgress?.({ phase: 'loading', done: index, total: sources.length });
    }
    const unsaved = overlay?.get(file);
    const read = unsaved === undefined ? readSourceText(disk, path.join(root, file)) : { text: unsaved };
    if ('text' in read) {
      if (holdsCode(file, read.text)) texts.set(file, read.text);
    } else if (!isMarkupName(file)) skipped.push({ file, reason: read.skip });
  }
  onProgress?.({ phase: 'loading', done: sources.length, total: sources.length });
  return { texts, skipped };
}
