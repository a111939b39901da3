import { Command } from 'commander';
import type { AuditOutcome } from '../../audit/audit-folder.ts';
import { UserError } from '../../base/user-error.ts';
import { csvPlan, jsonPlan } from '../../reports/plan-data.ts';
import { markdownPlan, prettyPlan } from '../../reports/plan-report.ts';
import { planAssessment, type PlanGoal, type WorkPlan } from '../../triage/plan-assessment.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { planWords } from '../plan-words.ts';
import { readBudget } from '../read-budget.ts';
import { runAudit } from '../run-audit.ts';
import { addAuditFlags, addResultFlags, type AuditFlags, type ResultFlags } from '../shared-options.ts';
import { textStyle } from '../text-style.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

const formats = ['pretty', 'json', 'markdown', 'csv'] as const;

interface PlanFlags extends AuditFlags, ResultFlags<(typeof formats)[number]> {
  readonly budget?: string;
  readonly minimum?: boolean;
}

/** `plan [folder]`: what to mend within a budget, or the least that leaves nothing indispensable. */
export function addPlanCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const { arguments: args, commands, options } = helpWords[language];
  const command = new Command('plan')
    .description(commands.plan)
    .argument('[folder]', args.folder, '.')
    .option('--budget <amount>', options.budget)
    .option('--minimum', options.minimum);
  addResultFlags(command, formats, language);
  addAuditFlags(command, language);
  return command.action(async (folder: string, flags: PlanFlags) => finish(await plan(folder, flags, context)));
}

async function plan(folder: string, flags: PlanFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  if ((flags.budget === undefined) === (flags.minimum !== true)) {
    throw new UserError(planWords[language].budgetOrMinimum);
  }
  const target = { language, ...(flags.output === undefined ? {} : { output: flags.output }) };
  await checkOutput(target, terminal);
  const outcome = await runAudit(folder, flags, context);
  const work = planAssessment(
    outcome.assessment.findings,
    outcome.priced.context,
    goalOf(flags, outcome, context),
    outcome.workspace.ownerOf,
  );
  await writeOutput(render(work, outcome, flags, context), target, terminal);
  return exitCodes.fine;
}

function goalOf({ budget }: PlanFlags, { priced }: AuditOutcome, { language }: CommandContext): PlanGoal {
  if (budget === undefined) return { kind: 'minimum' };
  return { kind: 'budget', minutes: readBudget(budget, priced.context.profile, language) };
}

function render(
  work: WorkPlan,
  { assessment, rules }: AuditOutcome,
  { format, output }: PlanFlags,
  { terminal, language }: CommandContext,
): string {
  const options = { language, rules, currency: assessment.currency };
  switch (format) {
    case 'pretty':
      return prettyPlan(work, { ...options, ...textStyle(output === undefined ? terminal : undefined) });
    case 'json':
      return jsonPlan(work, options);
    case 'markdown':
      return markdownPlan(work, options);
    case 'csv':
      return csvPlan(work, options);
  }
}
