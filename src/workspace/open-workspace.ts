import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { yieldToEventLoop } from '../base/cancellation.ts';
import { toPosix } from '../base/paths.ts';
import { UserError } from '../base/user-error.ts';
import { assembleWorkspace, type WorkspaceBase } from './assemble-workspace.ts';
import { type ConfinedFileSystem, confineFileSystem, realPathOf, unlessRefused } from './confined-file-system.ts';
import { type Discovery, discoverFiles } from './discovery/discover-files.ts';
import { isReviewedPath } from './discovery/reviewed-path.ts';
import { readSourceText, reasonToSkip } from './discovery/source-text.ts';
import { assertOneCompiler } from './one-compiler.ts';
import { planProjects } from './typescript/project-plan.ts';
import { createSourceCache } from './typescript/source-cache.ts';
import type { OpenOptions, SkippedFile, Workspace } from './workspace.ts';

/**
 * Opens a folder: walks it, reads its sources, configurations, manifests and history, and executes nothing.
 * What is wrong in the folder becomes notices and skips; only a folder that cannot be opened at all is a `UserError`.
 */
export async function openWorkspace(root: string, options: OpenOptions = {}): Promise<Workspace> {
  assertOneCompiler();
  const realRoot = realFolder(root);
  const libraries = path.dirname(ts.getDefaultLibFilePath({}));
  const disk = confineFileSystem([realRoot, realPathOf(libraries) ?? libraries]);
  const discovery = await discoverFiles(realRoot, options.exclude ?? [], disk, options.signal, (done) =>
    options.onProgress?.({ phase: 'discovering', done, total: done }),
  );
  const { texts, skipped } = await readSources(realRoot, disk, discovery, options);
  const plan = planProjects(realRoot, disk, { ...discovery, sources: [...texts.keys()] });
  await yieldToEventLoop(options.signal);
  const around = { manifests: [], lockFiles: [], skipped: [...discovery.skipped, ...skipped], notices: plan.notices };
  const base: WorkspaceBase = {
    root: realRoot,
    plan,
    surroundings: { root: toPosix(realRoot), disk, cache: createSourceCache(disk) },
    isReviewed: (file, text) =>
      isReviewedPath(realRoot, options.exclude ?? [], disk, file) && reasonToSkip(file, text) === undefined,
    around: () => around,
  };
  return assembleWorkspace(base, texts);
}

function realFolder(root: string): string {
  const real = realPathOf(path.resolve(root));
  if (real !== undefined && unlessRefused(() => fs.statSync(real))?.isDirectory()) return real;
  throw new UserError(`There is no folder at "${root}"; name an existing folder to review.`);
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
    if ('text' in read) texts.set(file, read.text);
    else skipped.push({ file, reason: read.skip });
  }
  onProgress?.({ phase: 'loading', done: sources.length, total: sources.length });
  return { texts, skipped };
}
