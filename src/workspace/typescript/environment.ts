import { createHash } from 'node:crypto';
import path from 'node:path';
import type ts from 'typescript';
import { toPosix } from '../../base/paths.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';

/**
 * What the compiler asked of the disk besides the texts under review, with the answers, as plain data. Types and
 * resolutions are the same as long as every answer is. Paths are absolute, with `/`.
 */
export interface EnvironmentRecord {
  /** Folder, names of files that were there, names that were not. */
  readonly files: readonly (readonly [string, readonly string[], readonly string[]])[];
  readonly folders: readonly (readonly [string, boolean])[];
  /** Folder and the hash of the folders in it. */
  readonly listings: readonly (readonly [string, string])[];
  readonly links: readonly (readonly [string, string])[];
  /** File, hash of its text (empty where it could not be read), and its stamp where that tells a change. */
  readonly texts: readonly (readonly [string, string, string])[];
}

type Host = ts.ModuleResolutionHost & Pick<ts.CompilerHost, 'fileExists' | 'readFile'>;

/** Collects answers while programs are made. */
export interface Environment {
  /** The same host, but each answer is noted. */
  watch<T extends Host>(host: T): T;
  noteText(file: string, text: string | undefined): void;
  /** Takes in a file's new text (`undefined`: gone); true when that contradicts an answer. */
  change(file: string, text: string | undefined): boolean;
  /** Takes over the answers of an earlier run, which still hold. */
  add(known: EnvironmentRecord): void;
  record(): EnvironmentRecord;
}

/** Starts without any answer. */
export function createEnvironment(disk: ConfinedFileSystem): Environment {
  const answers: Answers = {
    files: new Map(),
    folders: new Map(),
    listings: new Map(),
    links: new Map(),
    texts: new Map(),
  };
  const noteText = (file: string, text: string | undefined): void => {
    if (!answers.texts.has(file)) answers.texts.set(file, [hashOf(text), '']);
  };
  return {
    noteText,
    watch: (host) => watched(host, answers, noteText),
    change: (file, text) => isChanged(answers, file, text),
    add: (known) => addAnswers(answers, known),
    record: () => recordOf(answers, disk),
  };
}

function isChanged(answers: Answers, file: string, text: string | undefined): boolean {
  const { files, texts } = answers;
  const makesFolder = text !== undefined && makeFolders(answers, file);
  const names = files.get(path.posix.dirname(file));
  const name = path.posix.basename(file);
  const [wasThere, before] = [names?.get(name), texts.get(file)?.[0]];
  if (wasThere !== undefined) names?.set(name, text !== undefined);
  if (before !== undefined) texts.set(file, [hashOf(text), '']);
  const comesOrGoes = wasThere !== undefined && wasThere !== (text !== undefined);
  return makesFolder || comesOrGoes || (before !== undefined && before !== hashOf(text));
}

/** Whether a file lies in a folder that was not there when somebody asked. */
function makeFolders({ folders }: Answers, file: string): boolean {
  let isMade = false;
  for (let folder = path.posix.dirname(file); folder.length > 1; folder = path.posix.dirname(folder)) {
    if (folders.get(folder) !== false) continue;
    folders.set(folder, true);
    isMade = true;
  }
  return isMade;
}

/** Whether the disk would answer today as it did. */
export function isEnvironmentHeld(record: EnvironmentRecord, host: Host, disk: ConfinedFileSystem): boolean {
  const isThere = (folder: string, name: string): boolean => host.fileExists(`${folder}/${name}`);
  return (
    record.folders.every(([folder, answer]) => host.directoryExists?.(folder) === answer) &&
    record.files.every(
      ([folder, present, missing]) =>
        present.every((name) => isThere(folder, name)) && !missing.some((name) => isThere(folder, name)),
    ) &&
    record.listings.every(([folder, hash]) => listingHash(host, folder) === hash) &&
    record.links.every(([file, real]) => host.realpath?.(file) === real) &&
    record.texts.every(
      ([file, hash, stamp]) => (stamp !== '' && disk.stamp(file) === stamp) || hashOf(host.readFile(file)) === hash,
    )
  );
}

interface Answers {
  readonly files: Map<string, Map<string, boolean>>;
  readonly folders: Map<string, boolean>;
  readonly listings: Map<string, string>;
  readonly links: Map<string, string>;
  readonly texts: Map<string, [hash: string, stamp: string]>;
}

function addAnswers(answers: Answers, known: EnvironmentRecord): void {
  for (const [folder, present, missing] of known.files)
    answers.files.set(folder, new Map([...(answers.files.get(folder) ?? []), ...present.map(yes), ...missing.map(no)]));
  for (const [folder, answer] of known.folders) answers.folders.set(folder, answer);
  for (const [folder, hash] of known.listings) answers.listings.set(folder, hash);
  for (const [file, real] of known.links) answers.links.set(file, real);
  for (const [file, hash, stamp] of known.texts) answers.texts.set(file, [hash, stamp]);
}

function yes(name: string): [string, boolean] {
  return [name, true];
}

function no(name: string): [string, boolean] {
  return [name, false];
}

function watched<T extends Host>(
  host: T,
  answers: Answers,
  noteText: (file: string, text: string | undefined) => void,
): T {
  return {
    ...host,
    fileExists: (file: string) => {
      const answer = host.fileExists(file);
      noteFile(answers, toPosix(file), answer);
      return answer;
    },
    readFile: (file: string) => {
      const text = host.readFile(file);
      noteText(toPosix(file), text);
      return text;
    },
    directoryExists: (folder: string) => noted(answers.folders, folder, host.directoryExists?.(folder) ?? false),
    getDirectories: (folder: string) => {
      const names = host.getDirectories?.(folder) ?? [];
      answers.listings.set(toPosix(folder), hashOf(names.join('\0')));
      return names;
    },
    realpath: (file: string) => noted(answers.links, file, host.realpath?.(file) ?? file),
  };
}

function noteFile(answers: Answers, file: string, answer: boolean): void {
  const cut = file.lastIndexOf('/');
  const folder = file.slice(0, cut);
  let names = answers.files.get(folder);
  if (!names) answers.files.set(folder, (names = new Map<string, boolean>()));
  names.set(file.slice(cut + 1), answer);
}

function noted<T>(answers: Map<string, T>, file: string, answer: T): T {
  answers.set(toPosix(file), answer);
  return answer;
}

function listingHash(host: Host, folder: string): string {
  return hashOf((host.getDirectories?.(folder) ?? []).join('\0'));
}

function recordOf({ files, folders, listings, links, texts }: Answers, disk: ConfinedFileSystem): EnvironmentRecord {
  return {
    files: [...files].map(([folder, names]) => [folder, chosen(names, true), chosen(names, false)]),
    folders: [...folders],
    listings: [...listings],
    links: [...links],
    texts: [...texts].map(([file, [hash, stamp]]) => [file, hash, stamp || settledStamp(file, hash, disk)]),
  };
}

function chosen(names: ReadonlyMap<string, boolean>, answer: boolean): string[] {
  return [...names].filter(([, isThere]) => isThere === answer).map(([name]) => name);
}

/** A file that may have changed after it was read has no stamp yet: the next run reads it and compares. */
function settledStamp(file: string, hash: string, disk: ConfinedFileSystem): string {
  const stamp = disk.stamp(file, settledMs);
  return stamp !== undefined && hashOf(disk.readText(file)) === hash ? stamp : '';
}

/** Milliseconds after which a change shows in the times of a file, even on coarse file systems. */
const settledMs = 3000;

function hashOf(text: string | undefined): string {
  return text === undefined ? '' : createHash('sha1').update(text).digest('base64url');
}
