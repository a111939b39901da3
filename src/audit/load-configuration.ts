import fs from 'node:fs/promises';
import path from 'node:path';
import { languageOf, type Language } from '../base/language.ts';
import { UserError } from '../base/user-error.ts';
import { readConfiguration, type Configuration } from '../config/configuration.ts';
import { readConfigurationTexts } from '../workspace/read-configuration-texts.ts';

/** Reads the configuration of a workspace; a file named by the user stands in for the root's and must be readable. */
export async function loadConfiguration(root: string, configFile?: string): Promise<Configuration> {
  const { rootText, nestedTexts } = await readConfigurationTexts(root);
  if (configFile === undefined) return readConfiguration(rootText, nestedTexts);
  const text = await fs.readFile(configFile, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UserError(`The configuration ${configFile} cannot be read (${reason}); name an existing file.`);
  });
  return readConfiguration({ file: path.basename(configFile), text }, nestedTexts);
}

/** Ends the run when a configuration is invalid: figures by other settings than the ones asked for would mislead. */
export function assertValid(configuration: Configuration, language: Language = languageOf(undefined)): void {
  if (configuration.problems.length === 0) return;
  throw new UserError(configuration.problems.map(({ text }) => text[language]).join('\n'));
}
