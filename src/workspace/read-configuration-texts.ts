import path from 'node:path';
import { confineFileSystem, realPathOf } from './confined-file-system.ts';
import { discoverFiles } from './discovery/discover-files.ts';

/** A file named `cto-guardrails.json`, uninterpreted; `file` is relative to the workspace root. */
export interface ConfigurationFile {
  readonly file: string;
  readonly text: string;
}

/** Reads the configuration files of a folder: the root's, where there is one, and the nested ones, sorted. */
export async function readConfigurationTexts(
  root: string,
  signal?: AbortSignal,
): Promise<{ readonly rootText?: ConfigurationFile; readonly nestedTexts: readonly ConfigurationFile[] }> {
  const realRoot = realPathOf(path.resolve(root));
  if (realRoot === undefined) return { nestedTexts: [] };
  const disk = confineFileSystem([realRoot]);
  const { configurations } = await discoverFiles(realRoot, [], disk, signal);
  const found = configurations.flatMap((file) => {
    const text = disk.readText(path.join(realRoot, file));
    return text === undefined ? [] : [{ file, text }];
  });
  const rootText = found.find(({ file }) => file === configurationName);
  return { ...(rootText && { rootText }), nestedTexts: found.filter((entry) => entry !== rootText) };
}

const configurationName = 'cto-guardrails.json';
