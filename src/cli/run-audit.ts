import type { AuditOutcome } from '../audit/audit-folder.ts';
import type { AuditProgress } from '../audit/audit-options.ts';
import { chosenFolder, chosenInput } from './chosen-folder.ts';
import { cliWords, type CliWords } from './cli-words.ts';
import type { CommandContext } from './command-context.ts';
import { startProgress } from './progress.ts';
import { createRuleTimes } from './rule-times.ts';
import type { AuditFlags } from './shared-options.ts';
import { writeOutput } from './write-output.ts';

/** Audits the folder that the user named, as the flags say, with progress on standard error. */
export async function runAudit(folder: string, flags: AuditFlags, context: CommandContext): Promise<AuditOutcome> {
  const { terminal, language } = context;
  const words = cliWords[language];
  const root = await chosenFolder(folder, context);
  const configFile = flags.config === undefined ? undefined : await chosenInput('--config', flags.config, context);
  const advisories =
    flags.advisories === undefined ? undefined : await chosenInput('--advisories', flags.advisories, context);
  // The compiler is loaded only by those who need it: help and mistakes answer at once.
  const { auditFolder } = await import('../audit/audit-folder.ts');
  const progress = startProgress(terminal, { quiet: flags.quiet ?? false, text: words.progress.discovering });
  const times = createRuleTimes();
  try {
    const outcome = await auditFolder(root, {
      language,
      offline: flags.offline ?? false,
      keepsResults: (flags.cache ?? true) && flags.timing === undefined,
      ...(flags.timing !== undefined && { onRuleTime: times.add }),
      workspaceEslint: flags.trustWorkspace ?? false,
      signal: terminal.signal,
      onProgress: (step) => progress.update(progressText(step, words)),
      ...(configFile === undefined ? {} : { configFile }),
      ...(advisories === undefined ? {} : { advisories }),
    });
    if (flags.timing !== undefined) await writeOutput(times.json(), { language, output: flags.timing }, terminal);
    return outcome;
  } finally {
    progress.end();
  }
}

function progressText({ phase, done, total }: AuditProgress, words: CliWords): string {
  return total > 0 ? `${words.progress[phase]} ${done}/${total}` : words.progress[phase];
}
