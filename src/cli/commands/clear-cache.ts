import { Command } from 'commander';
import { UserError } from '../../base/user-error.ts';
import type { Language } from '../../base/language.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { writeText } from '../terminal.ts';

/** `clear-cache`: deletes what audits keep for the next one. */
export function addClearCacheCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language, terminal } = context;
  return new Command('clear-cache').description(helpWords[language].commands.clearCache).action(async () => {
    const { defaultCacheFolder } = await import('../../registry/load-library-facts.ts');
    const { clearAnalysisCache } = await import('../../audit/cache/analysis-cache.ts');
    const folder = defaultCacheFolder();
    const wasThere = await clearAnalysisCache(folder).catch((error: unknown) => {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      throw new UserError(words[language].refused(folder, error.message), { cause: error });
    });
    await writeText(terminal.stdout, `${wasThere ? words[language].cleared(folder) : words[language].empty(folder)}\n`);
    finish(exitCodes.fine);
  });
}

interface ClearCacheWords {
  cleared(folder: string): string;
  empty(folder: string): string;
  refused(folder: string, reason: string): string;
}

const words: Readonly<Record<Language, ClearCacheWords>> = {
  en: {
    cleared: (folder) => `The results in ${folder} are deleted; the next audit starts from nothing.`,
    empty: (folder) => `There were no results in ${folder}.`,
    refused: (folder, reason) => `The results in ${folder} cannot be deleted (${reason}); delete the folder by hand.`,
  },
  fr: {
    cleared: (folder) => `Les résultats de ${folder} sont supprimés\u202f; le prochain audit repart de zéro.`,
    empty: (folder) => `Il n’y avait aucun résultat dans ${folder}.`,
    refused: (folder, reason) =>
      `Les résultats de ${folder} ne peuvent pas être supprimés (${reason})\u202f; supprimez le dossier à la main.`,
  },
};
