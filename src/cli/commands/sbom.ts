import { Command } from 'commander';
import type { Language } from '../../base/language.ts';
import { UserError } from '../../base/user-error.ts';
import { visibleText } from '../../reports/visible-text.ts';
import { chosenFolder } from '../chosen-folder.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { writeText } from '../terminal.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

interface SbomFlags {
  readonly output?: string;
}

/** `sbom [folder]`: the packages of its lock files as a CycloneDX bill of materials. */
export function addSbomCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { arguments: args, commands, options } = helpWords[context.language];
  return new Command('sbom')
    .description(commands.sbom)
    .argument('[folder]', args.folder, '.')
    .option('--output <file>', options.output)
    .action(async (folder: string, flags: SbomFlags) => finish(await sbom(folder, flags, context)));
}

async function sbom(folder: string, { output }: SbomFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const target = { language, ...(output === undefined ? {} : { output }) };
  await checkOutput(target, terminal);
  const root = await chosenFolder(folder, context);
  const [{ openWorkspace }, { billOfMaterials }] = await Promise.all([
    import('../../workspace/open-workspace.ts'),
    import('../bill-of-materials.ts'),
  ]);
  const workspace = await openWorkspace(root, { git: false, signal: terminal.signal });
  if (workspace.lockFiles.length === 0) throw new UserError(noLockFile[language](folder));
  for (const { code, text } of workspace.notices)
    if (code.startsWith('lockfile-')) await writeText(terminal.stderr, `${visibleText(text[language])}\n`);
  await writeOutput(billOfMaterials(workspace), target, terminal);
  return exitCodes.fine;
}

const noLockFile: Readonly<Record<Language, (folder: string) => string>> = {
  en: (folder) => `There is no lock file in "${folder}"; install its packages first, then ask again.`,
  fr: (folder) => `Aucun fichier de verrouillage dans «\u00a0${folder}\u00a0»\u202f; installez d’abord ses paquets.`,
};
