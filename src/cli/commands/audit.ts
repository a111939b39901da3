import { Command } from 'commander';
import type { AuditOutcome } from '../../audit/audit-folder.ts';
import { UserError } from '../../base/user-error.ts';
import type { Assessment } from '../../triage/assessment.ts';
import { cliWords } from '../cli-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { renderOutcome, reportFormats, type ReportFormat } from '../render-outcome.ts';
import { runAudit } from '../run-audit.ts';
import { addAuditFlags, addResultFlags, type AuditFlags, type ResultFlags } from '../shared-options.ts';
import { writeText } from '../terminal.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

interface AuditCommandFlags extends AuditFlags, ResultFlags<ReportFormat> {
  readonly githubLimits?: boolean;
}

/** `audit [folder]`: findings with their price, totals, and what to mend first. */
export function addAuditCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const words = helpWords[language];
  const command = new Command('audit')
    .description(words.commands.audit)
    .argument('[folder]', words.arguments.folder, '.');
  addResultFlags(command, reportFormats, language);
  addAuditFlags(command, language);
  return command
    .option('--github-limits', words.options.githubLimits)
    .action(async (folder: string, flags: AuditCommandFlags) => finish(await audit(folder, flags, context)));
}

async function audit(folder: string, flags: AuditCommandFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  if (flags.githubLimits && flags.format !== 'sarif') {
    throw new UserError(cliWords[language].onlyWithSarif('--github-limits'));
  }
  const target = { language, ...(flags.output === undefined ? {} : { output: flags.output }) };
  await checkOutput(target, terminal);
  const outcome = await runAudit(folder, flags, context);
  await writeOutput(render(outcome, flags, context), target, terminal);
  return judge(outcome.assessment, flags, context);
}

function render(outcome: AuditOutcome, flags: AuditCommandFlags, { terminal, language }: CommandContext): string {
  const { format, output, githubLimits = false } = flags;
  return renderOutcome(outcome, {
    format,
    language,
    githubLimits,
    ...(output === undefined ? { terminal } : {}),
  });
}

async function judge({ gate }: Assessment, flags: AuditCommandFlags, context: CommandContext): Promise<number> {
  if (gate === undefined || gate.passed) return exitCodes.fine;
  const { terminal, language } = context;
  const reasons = gate.failures.map((failure) => failure[language]);
  if (!flags.quiet) await writeText(terminal.stderr, cliWords[language].gateFailed(reasons) + '\n');
  return exitCodes.gate;
}
