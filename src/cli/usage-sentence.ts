import type { CommanderError } from 'commander';
import type { Language } from '../base/language.ts';

/** What commander says of a mistake in the arguments, taken apart. */
interface UsageProblem {
  /** What stands between quotes, in order: the flag, the argument or the command. */
  readonly subject: string;
  readonly value: string;
  /** The name that commander thinks was meant. */
  readonly guess: string | undefined;
  readonly choices: string | undefined;
}

/** One sentence on a mistake in the arguments: what, and where to read how it is done. */
export function usageSentence(error: CommanderError, language: Language): string {
  const problem = problemOf(error.message);
  const sentence = sentences[language].get(error.code)?.(problem) ?? error.message.replace(/^error: /, '').trim();
  return `${sentence}${hints[language]}`;
}

function problemOf(message: string): UsageProblem {
  const [subject = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  return {
    subject,
    value,
    guess: /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1],
    choices: /Allowed choices are (.+)\.$/m.exec(message)?.[1],
  };
}

type Sentence = (problem: UsageProblem) => string;
type Sentences = ReadonlyMap<string, Sentence>;

const hints: Readonly<Record<Language, string>> = {
  en: '; see `cto-guardrails --help`.',
  fr: '\u202f; voyez `cto-guardrails --help`.',
};

const english: Sentences = new Map<string, Sentence>([
  ['commander.unknownOption', ({ subject, guess }) => `Unknown option ${subject}${guessed(guess, ', did you mean ')}`],
  [
    'commander.unknownCommand',
    ({ subject, guess }) => `Unknown command ${subject}${guessed(guess, ', did you mean ')}`,
  ],
  ['commander.missingArgument', ({ subject }) => `The argument ${subject} is missing`],
  ['commander.optionMissingArgument', ({ subject }) => `The option ${subject} needs a value`],
  ['commander.excessArguments', () => 'There are too many arguments'],
  [
    'commander.invalidArgument',
    ({ subject, value, choices }) => `${subject} cannot be ${value}${guessed(choices, '; choose one of ')}`,
  ],
]);

const french: Sentences = new Map<string, Sentence>([
  [
    'commander.unknownOption',
    ({ subject, guess }) => `Option inconnue ${subject}${guessed(guess, ', vouliez-vous dire ')}`,
  ],
  [
    'commander.unknownCommand',
    ({ subject, guess }) => `Commande inconnue ${subject}${guessed(guess, ', vouliez-vous dire ')}`,
  ],
  ['commander.missingArgument', ({ subject }) => `L’argument ${subject} manque`],
  ['commander.optionMissingArgument', ({ subject }) => `L’option ${subject} attend une valeur`],
  ['commander.excessArguments', () => 'Il y a trop d’arguments'],
  [
    'commander.invalidArgument',
    ({ subject, value, choices }) =>
      `${subject} ne peut valoir ${value}${guessed(choices, '\u202f; choisissez parmi ')}`,
  ],
]);

const sentences: Readonly<Record<Language, Sentences>> = { en: english, fr: french };

function guessed(guess: string | undefined, prefix: string): string {
  return guess === undefined ? '' : prefix + guess;
}
