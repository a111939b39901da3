import path from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { LockFile, LockFormat } from '../manifest.ts';
import { parseBunLock } from './bun-lock.ts';
import { readJson, type JsonReader } from './json-lock.ts';
import type { Importer, ParsedLock } from './locked-graph.ts';
import { newerLockFormat } from './newer-lock-format.ts';
import { parseNpmLock } from './npm-lock.ts';
import { parsePnpmLock } from './pnpm-lock.ts';
import type { ManifestText } from './read-manifest.ts';
import { parseYarnLock } from './yarn-lock.ts';

/** Reads one lock file for the manifests it serves. A broken or unknown one has a notice and no packages. */
export function readLockFile(
  file: string,
  text: string | undefined,
  manifests: readonly ManifestText[],
  tooLarge?: TooLarge,
): { lockFile: LockFile; notice?: Notice } {
  const format = formatOf(file, text ?? '');
  const folder = path.posix.dirname(file);
  const importers = new Map(manifests.map((manifest) => [manifest.file, importerOf(folder, manifest)]));
  const hasConflict = text !== undefined && /^(<{7} |>{7} )/m.test(text);
  const json = text === undefined || !(format === 'npm' || format === 'bun') ? undefined : readJson(text);
  const newer = text === undefined || hasConflict ? undefined : newerLockFormat(file, format, text, json);
  const isReadable = text !== undefined && !hasConflict && !newer;
  const parsed = isReadable ? parse(format, text, json, [...importers.values()]) : undefined;
  const ask = <T>(manifest: string, dependency: string, question: (lock: ParsedLock) => Question<T>): T | undefined => {
    const importer = importers.get(manifest);
    const declared = importer?.dependencies.find(({ name }) => name === dependency);
    return importer && parsed && question(parsed)(importer.folder, dependency, declared?.range);
  };
  const lockFile: LockFile = {
    file,
    format,
    packages: parsed?.packages ?? [],
    installedVersion: (manifest, dependency) => ask(manifest, dependency, (lock) => lock.installed),
    lockedPackage: (manifest, dependency) => ask(manifest, dependency, (lock) => lock.locked),
    dependenciesOf: (locked) => parsed?.dependenciesOf(locked) ?? [],
  };
  if (parsed) return { lockFile };
  const notice = newer ?? (tooLarge ? largerThanRead(file, tooLarge) : undefined);
  return { lockFile, notice: notice ?? (hasConflict ? conflict(file) : unreadable(file)) };
}

/** Sizes of a lock file that was left unread, and of the largest that is read. */
interface TooLarge {
  readonly bytes: number;
  readonly maxBytes: number;
}

type Question<T> = (folder: string, dependency: string, range: string | undefined) => T | undefined;

function formatOf(file: string, text: string): LockFormat {
  const name = path.posix.basename(file);
  if (name === 'pnpm-lock.yaml') return 'pnpm';
  if (name.startsWith('bun.')) return 'bun';
  if (name !== 'yarn.lock') return 'npm';
  return /^__metadata:/m.test(text) ? 'yarn-berry' : 'yarn-classic';
}

function parse(
  format: LockFormat,
  text: string,
  json: JsonReader | undefined,
  importers: readonly Importer[],
): ParsedLock | undefined {
  if (format === 'pnpm') return /^lockfileVersion:/m.test(text) ? parsePnpmLock(text) : undefined;
  if (format === 'yarn-berry') return parseYarnLock(text, importers);
  if (format === 'yarn-classic')
    return /^# yarn lockfile v1|^\S.*:$/m.test(text) ? parseYarnLock(text, importers) : undefined;
  if (!json) return undefined;
  return format === 'bun' ? parseBunLock(json) : parseNpmLock(json);
}

function importerOf(folder: string, { file, dependencies }: ManifestText): Importer {
  const relative = path.posix.relative(folder, path.posix.dirname(file));
  return {
    folder: relative,
    dependencies: dependencies.map(({ name, range, kind }) => ({
      name,
      range,
      isDevelopment: kind === 'devDependencies',
    })),
  };
}

function conflict(file: string): Notice {
  return {
    level: 'warning',
    code: 'lockfile-conflict',
    file,
    text: {
      en: `${file} holds the marks of a merge conflict, so installed versions are unknown; resolve the conflict and install again.`,
      fr: `${file} contient les marques d’un conflit de fusion, les versions installées sont donc inconnues ; résolvez le conflit et réinstallez.`,
    },
  };
}

function largerThanRead(file: string, { bytes, maxBytes }: TooLarge): Notice {
  const [size, most] = [bytes, maxBytes].map((count) => Math.round(count / 1024 / 1024));
  return {
    level: 'warning',
    code: 'lockfile-too-large',
    file,
    text: {
      en: `${file} takes ${size} MB, and lock files are read up to ${most} MB, so installed versions are unknown; find out what fills it, or leave its folder out of the review.`,
      fr: `${file} fait ${size}\u00a0Mo, et les fichiers de verrouillage sont lus jusqu’à ${most}\u00a0Mo, les versions installées sont donc inconnues\u202f; cherchez ce qui le remplit, ou excluez son dossier de l’examen.`,
    },
  };
}

function unreadable(file: string): Notice {
  const isBinary = file.endsWith('.lockb');
  return {
    level: 'warning',
    code: 'lockfile-unreadable',
    file,
    text: {
      en: isBinary
        ? `${file} is bun’s binary form, so installed versions are unknown; run "bun install --save-text-lockfile" to get a text one.`
        : `${file} is broken or of an unknown format, so installed versions are unknown; install again to write a new one.`,
      fr: isBinary
        ? `${file} est la forme binaire de bun, les versions installées sont donc inconnues ; lancez « bun install --save-text-lockfile » pour obtenir un fichier texte.`
        : `${file} est abîmé ou d’un format inconnu, les versions installées sont donc inconnues ; réinstallez pour en écrire un nouveau.`,
    },
  };
}
