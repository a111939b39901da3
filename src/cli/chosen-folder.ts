import fs from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/user-error.ts';
import { cliWords } from './cli-words.ts';
import type { CommandContext } from './command-context.ts';

/** Absolute real path of the folder that the user named; a `UserError` when there is none. */
export async function chosenFolder(folder: string, { terminal, language }: CommandContext): Promise<string> {
  const words = cliWords[language];
  const absolute = path.resolve(terminal.folder, folder);
  const real = await fs.realpath(absolute).catch(() => undefined);
  if (real === undefined) throw new UserError(words.folderMissing(folder));
  if (!(await fs.stat(real)).isDirectory()) throw new UserError(words.notAFolder(folder));
  return real;
}

/** Absolute path of a file or folder that a flag names; a `UserError` when it cannot be read. */
export async function chosenInput(flag: string, file: string, { terminal, language }: CommandContext): Promise<string> {
  const absolute = path.resolve(terminal.folder, file);
  const isReadable = await fs.access(absolute, fs.constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isReadable) throw new UserError(cliWords[language].inputMissing(flag, file));
  return absolute;
}
