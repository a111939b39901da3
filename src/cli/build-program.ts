import { Command, type Argument, type Help, type Option } from 'commander';
import { version } from '../../package.json';
import type { CommandContext } from './command-context.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addClearCacheCommand } from './commands/clear-cache.ts';
import { addDecideCommand } from './commands/decide.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addInitCommand } from './commands/init.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPriceCommand } from './commands/price.ts';
import { addProfileCommand } from './commands/profile.ts';
import { addSbomCommand } from './commands/sbom.ts';
import { helpWords, type HelpWords } from './help-words.ts';
import { addLanguageFlag } from './shared-options.ts';

/** What the program reports while it is parsed and run. */
export interface ProgramEvents {
  /** Called once, with the exit code of the command that ran. */
  finish(exitCode: number): void;
  writeHelp(text: string): void;
}

/** The whole command line; mistakes in arguments come as a `CommanderError`. */
export function buildProgram(context: CommandContext, events: ProgramEvents): Command {
  const words = helpWords[context.language];
  const program = configured(new Command('cto-guardrails'), words, events)
    .description(words.product)
    .version(version, '--version', words.options.version)
    .addHelpText('after', `\n${words.exitCodes}`)
    .helpCommand(false);
  addLanguageFlag(program, context.language);
  for (const add of [
    addAuditCommand,
    addPlanCommand,
    addPriceCommand,
    addProfileCommand,
    addExplainCommand,
    addDecideCommand,
    addSbomCommand,
    addInitCommand,
    addDoctorCommand,
    addClearCacheCommand,
  ]) {
    const command = add(context, (exitCode) => events.finish(exitCode));
    addLanguageFlag(configured(command, words, events), context.language);
    program.addCommand(command);
  }
  return program;
}

function configured(command: Command, words: HelpWords, events: ProgramEvents): Command {
  return command
    .exitOverride()
    .helpOption('--help', words.options.help)
    .configureHelp(helpStyle(words))
    .configureOutput({
      writeOut: (text) => events.writeHelp(text),
      writeErr: () => undefined,
      outputError: () => undefined,
    });
}

/** Values and defaults stand in the descriptions themselves, in the reader's language. */
function helpStyle({ headings }: HelpWords): Partial<Help> {
  return {
    styleTitle: (title) => headings.get(title) ?? title,
    optionDescription: (option: Option) => option.description,
    argumentDescription: (argument: Argument) => argument.description,
  };
}
