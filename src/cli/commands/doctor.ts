import { Command } from 'commander';
import { visibleText } from '../../reports/visible-text.ts';
import { chosenFolder, chosenInput } from '../chosen-folder.ts';
import type { CommandContext } from '../command-context.ts';
import type { DoctorCheck } from '../doctor-checks.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { coloursFor, writeText } from '../terminal.ts';

interface DoctorFlags {
  readonly config?: string;
  readonly offline?: boolean;
}

/** `doctor [folder]`: what an audit of the folder can rely on. */
export function addDoctorCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { arguments: args, commands, options } = helpWords[context.language];
  return new Command('doctor')
    .description(commands.doctor)
    .argument('[folder]', args.folder, '.')
    .option('--config <file>', options.config)
    .option('--offline', options.offline)
    .action(async (folder: string, flags: DoctorFlags) => finish(await doctor(folder, flags, context)));
}

async function doctor(folder: string, flags: DoctorFlags, context: CommandContext): Promise<number> {
  const root = await chosenFolder(folder, context);
  const configFile = flags.config === undefined ? undefined : await chosenInput('--config', flags.config, context);
  const { doctorChecks } = await import('../doctor-checks.ts');
  const checks = await doctorChecks(
    { root, offline: flags.offline ?? false, ...(configFile === undefined ? {} : { configFile }) },
    context,
  );
  await writeText(context.terminal.stdout, checks.map((check) => checkLine(check, context)).join(''));
  return exitCodes.fine;
}

function checkLine({ level, label, text }: DoctorCheck, { terminal }: CommandContext): string {
  const colours = coloursFor(terminal.stdout, terminal.env);
  const mark = { info: colours.green('✓'), warning: colours.yellow('!'), error: colours.red('✗') }[level];
  return `${mark} ${colours.bold(visibleText(label).padEnd(14))} ${visibleText(text)}\n`;
}
