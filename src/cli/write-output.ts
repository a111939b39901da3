import fs from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Language } from '../base/language.ts';
import { UserError } from '../base/user-error.ts';
import { cliWords } from './cli-words.ts';
import { writeText, type Terminal } from './terminal.ts';

/** Where a command's result goes. */
export interface OutputTarget {
  readonly language: Language;
  /** `--output`; standard output when left out. */
  readonly output?: string;
}

/**
 * Writes a result to standard output or to a file. A file appears whole or not at all; throws a `UserError` when its
 * place cannot be written.
 */
export async function writeOutput(text: string, target: OutputTarget, terminal: Terminal): Promise<void> {
  if (target.output === undefined) return writeText(terminal.stdout, text);
  const file = path.resolve(terminal.folder, target.output);
  try {
    // A rename would put a plain file in the place of a device or a pipe such as /dev/stdout.
    if (await isSpecialFile(file)) await fs.writeFile(file, text);
    else await writeFileAtomic(file, text);
  } catch (error) {
    throw outputError(target, error);
  }
}

/** Fails early, before any work, when the folder of `--output` is missing or the file is a folder. */
export async function checkOutput(target: OutputTarget, terminal: Terminal): Promise<void> {
  if (target.output === undefined) return;
  const words = cliWords[target.language];
  const file = path.resolve(terminal.folder, target.output);
  if (!(await statOf(path.dirname(file)))?.isDirectory()) throw new UserError(words.outputFolderMissing(target.output));
  if ((await statOf(file))?.isDirectory()) throw new UserError(words.outputIsFolder(target.output));
}

async function isSpecialFile(file: string): Promise<boolean> {
  const stat = await statOf(file);
  return stat !== undefined && !stat.isFile();
}

async function statOf(file: string): Promise<Awaited<ReturnType<typeof fs.stat>> | undefined> {
  return fs.stat(file).catch(() => undefined);
}

function outputError({ language, output = '' }: OutputTarget, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return code === undefined ? error : new UserError(cliWords[language].outputFails(output, code), { cause: error });
}
