import { Command } from 'commander';
import fs from 'node:fs/promises';
import { UserError } from '../../base/user-error.ts';
import { chosenFolder, chosenInput } from '../chosen-folder.ts';
import { cliWords } from '../cli-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { startProgress } from '../progress.ts';
import { renderOutcome, reportFormats, type ReportFormat } from '../render-outcome.ts';
import { addResultFlags, type ResultFlags } from '../shared-options.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

interface PriceFlags extends ResultFlags<ReportFormat> {
  readonly root: string;
  readonly config?: string;
  readonly quiet?: boolean;
}

/** `price FILE.sarif`: another tool's results with our prices, classes and totals. */
export function addPriceCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const { arguments: args, commands, options } = helpWords[language];
  const command = new Command('price')
    .description(commands.price)
    .argument('<file>', args.sarif)
    .option('--root <folder>', options.root, '.')
    .option('--config <file>', options.config)
    .option('--quiet', options.quiet);
  addResultFlags(command, reportFormats, language);
  return command.action(async (file: string, flags: PriceFlags) => finish(await price(file, flags, context)));
}

async function price(file: string, flags: PriceFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const target = { language, ...(flags.output === undefined ? {} : { output: flags.output }) };
  await checkOutput(target, terminal);
  const root = await chosenFolder(flags.root, context);
  const configFile = flags.config === undefined ? undefined : await chosenInput('--config', flags.config, context);
  const text = await readText(file, context);
  const { priceSarif } = await import('../../audit/import/price-sarif.ts');
  const words = cliWords[language];
  const progress = startProgress(terminal, { quiet: flags.quiet ?? false, text: words.progress.discovering });
  try {
    const outcome = await priceSarif(
      root,
      { name: file, text },
      {
        language,
        signal: terminal.signal,
        onProgress: ({ phase }) => progress.update(words.progress[phase]),
        ...(configFile === undefined ? {} : { configFile }),
      },
    );
    const options = { format: flags.format, language, githubLimits: false };
    const rendered = renderOutcome(outcome, { ...options, ...(flags.output === undefined ? { terminal } : {}) });
    await writeOutput(rendered, target, terminal);
  } finally {
    progress.end();
  }
  return exitCodes.fine;
}

/** Reads the file that the user named; `-` is standard input. */
async function readText(file: string, context: CommandContext): Promise<string> {
  const { terminal, language } = context;
  if (file !== '-') {
    const path = await chosenInput('', file, context);
    if ((await fs.stat(path)).isDirectory()) throw new UserError(cliWords[language].inputMissing('', file));
    return fs.readFile(path, 'utf8');
  }
  const pieces: string[] = [];
  terminal.stdin.setEncoding('utf8');
  for await (const piece of terminal.stdin) pieces.push(String(piece));
  return pieces.join('');
}
