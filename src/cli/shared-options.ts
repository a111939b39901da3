import { Option, type Command } from 'commander';
import { languages, type Language } from '../base/language.ts';
import { helpWords } from './help-words.ts';

/** Flags that choose where a result goes and in which form. */
export interface ResultFlags<Format extends string> {
  readonly format: Format;
  readonly output?: string;
}

/** Flags that decide how a folder is audited. */
export interface AuditFlags {
  readonly config?: string;
  readonly offline?: boolean;
  readonly advisories?: string;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  readonly timing?: string;
  readonly quiet?: boolean;
  readonly trustWorkspace?: boolean;
}

/** Adds `--format`, with the first of `formats` as default, and `--output`. */
export function addResultFlags(command: Command, formats: readonly [string, ...string[]], language: Language): void {
  const { options } = helpWords[language];
  command
    .addOption(new Option('--format <format>', options.format(formats)).choices(formats).default(formats[0]))
    .option('--output <file>', options.output);
}

/** Adds the flags of `AuditFlags`. */
export function addAuditFlags(command: Command, language: Language): void {
  const { options } = helpWords[language];
  command
    .option('--config <file>', options.config)
    .option('--offline', options.offline)
    .option('--advisories <path>', options.advisories)
    .option('--no-cache', options.noCache)
    .option('--trust-workspace', options.trustWorkspace)
    .option('--timing <file>', options.timing)
    .option('--quiet', options.quiet);
}

/** Adds `--lang`; `commandLanguage` has read it before, here its value is checked. */
export function addLanguageFlag(command: Command, language: Language): void {
  command.addOption(new Option('--lang <language>', helpWords[language].options.lang).choices(languages));
}
