import { Command } from 'commander';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../base/language.ts';
import { UserError } from '../../base/user-error.ts';
import { businessSchema } from '../../cost/business-profile.ts';
import { currencyPerEur } from '../../cost/currency-rates.ts';
import { businessFile } from '../business-file.ts';
import {
  businessQuestions,
  type BusinessAnswers,
  type BusinessKey,
  type BusinessQuestion,
} from '../../cost/business-questions.ts';
import { chosenFolder } from '../chosen-folder.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { startInterview, type Interview } from '../interview.ts';
import { initWords } from '../init-words.ts';
import { writeText } from '../terminal.ts';

type InitFlags = Readonly<Partial<Record<BusinessKey, string>>> & { readonly quiet?: boolean };

const fileName = 'cto-guardrails.json';

/** `init [folder]`: writes a commented `cto-guardrails.json` from five answers; never overwrites one. */
export function addInitCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { arguments: args, commands, options } = helpWords[context.language];
  return new Command('init')
    .description(commands.init)
    .argument('[folder]', args.folder, '.')
    .option('--currency <code>', options.currency)
    .option('--day-rate <amount>', options.dayRate)
    .option('--annual-revenue <amount>', options.annualRevenue)
    .option('--team-size <number>', options.teamSize)
    .option('--data-sensitivity <kind>', options.dataSensitivity)
    .option('--quiet', options.quiet)
    .action(async (folder: string, flags: InitFlags) => finish(await init(folder, flags, context)));
}

async function init(folder: string, flags: InitFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const words = initWords[language];
  const file = path.join(await chosenFolder(folder, context), fileName);
  if (await exists(file)) throw new UserError(words.exists(file));
  const answers = await collectAnswers(flags, context);
  await writeNew(file, businessFile(answers, language), language);
  if (!flags.quiet) await writeText(terminal.stdout, words.written(file) + '\n');
  return exitCodes.fine;
}

async function collectAnswers(flags: InitFlags, { terminal, language }: CommandContext): Promise<BusinessAnswers> {
  const interview = terminal.stdin.isTTY ? startInterview(terminal) : undefined;
  const answers = new Map<BusinessKey, string | number>();
  try {
    for (const question of businessQuestions) {
      const given = flags[question.key];
      const standard = defaultAnswer(question.key, String(answers.get('currency') ?? 'EUR'));
      if (given !== undefined) answers.set(question.key, readFlag(question, given, language));
      else answers.set(question.key, interview ? await askPerson(question, standard, interview, language) : standard);
    }
  } finally {
    interview?.end();
  }
  return Object.fromEntries(answers) as unknown as BusinessAnswers;
}

function readFlag(question: BusinessQuestion, given: string, language: Language): string | number {
  const value = question.read(given);
  if (value === undefined)
    throw new UserError(initWords[language].invalid(question.flag, given, question.expects[language]));
  return value;
}

async function askPerson(
  question: BusinessQuestion,
  standard: string | number,
  interview: Interview,
  language: Language,
): Promise<string | number> {
  const words = initWords[language];
  const answer = await interview.ask({
    text: `${question.ask[language]} [${standard}] `,
    again: words.again(question.expects[language]),
    read: (text) => (text === '' ? standard : question.read(text)),
  });
  if (answer === undefined) throw new UserError(words.unfinished);
  return answer;
}

/** The model's own default, in round figures of the currency. */
function defaultAnswer(key: BusinessKey, currency: string): string | number {
  const perEur = currencyPerEur.get(currency) ?? 1;
  switch (key) {
    case 'dayRate':
      return Number((480 * perEur).toPrecision(2));
    case 'annualRevenue':
      return Number((1_000_000 * perEur).toPrecision(2));
    default:
      return businessSchema.parse({})[key];
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.lstat(file).then(
    () => true,
    () => false,
  );
}

async function writeNew(file: string, text: string, language: Language): Promise<void> {
  try {
    await fs.writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    const words = initWords[language];
    throw new UserError(code === 'EEXIST' ? words.exists(file) : words.notWritable(file, code), { cause: error });
  }
}
