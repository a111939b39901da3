import { CommanderError } from 'commander';
import { isCancellation } from '../base/cancellation.ts';
import { UserError } from '../base/user-error.ts';
import { visibleText } from '../reports/visible-text.ts';
import { buildProgram } from './build-program.ts';
import { cliWords } from './cli-words.ts';
import type { CommandContext } from './command-context.ts';
import { commandLanguage } from './command-language.ts';
import { exitCodes } from './exit-codes.ts';
import { writeText, type Terminal } from './terminal.ts';
import { usageSentence } from './usage-sentence.ts';

/** Runs one command line and gives the exit code; never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const context: CommandContext = { terminal, language: commandLanguage(args, terminal.env) };
  try {
    return await runCommand(args, context);
  } catch (error) {
    return reportFailure(error, context);
  }
}

async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const help: string[] = [];
  let exitCode: number = exitCodes.fine;
  const program = buildProgram(context, {
    finish: (code) => (exitCode = code),
    writeHelp: (text) => void help.push(text),
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (isBareCall(error)) program.outputHelp();
    else if (!isHelpOrVersion(error)) throw error;
  }
  await writeText(context.terminal.stdout, help.join(''));
  return exitCode;
}

/** No command at all asks for help. */
function isBareCall(error: unknown): boolean {
  return error instanceof CommanderError && error.code === 'commander.help';
}

function isHelpOrVersion(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

async function reportFailure(error: unknown, { terminal, language }: CommandContext): Promise<number> {
  const words = cliWords[language];
  const say = async (text: string): Promise<void> =>
    writeText(terminal.stderr, text.split('\n').map(visibleText).join('\n') + '\n');
  if (isCancellation(error) && terminal.signal.aborted) {
    await say(words.cancelled);
    return exitCodes.interrupted;
  }
  if (error instanceof CommanderError || error instanceof UserError) {
    await say(error instanceof CommanderError ? usageSentence(error, language) : error.message);
    return exitCodes.userError;
  }
  await say(`${words.defect}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitCodes.defect;
}
