import { languageOf, languages, type Language } from '../base/language.ts';

/**
 * Language of help, messages and reports: `--lang` wherever it stands, else the locale of the environment.
 * A value that is no language falls back here and is refused when the arguments are parsed.
 */
export function commandLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const asked = askedLanguage(args);
  return (
    languages.find((language) => language === asked) ?? languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'])
  );
}

function askedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const flags = end < 0 ? args : args.slice(0, end);
  const last = flags.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const flag = flags[last];
  return flag === '--lang' ? flags[last + 1] : flag?.slice('--lang='.length);
}
