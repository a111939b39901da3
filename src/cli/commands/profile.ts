import { Command } from 'commander';
import type { AuditOutcome } from '../../audit/audit-folder.ts';
import { schemaIssues } from '../../base/schema-issues.ts';
import { UserError } from '../../base/user-error.ts';
import { constantsFor } from '../../cost/constant-sets.ts';
import { businessSchema, resolveBusiness } from '../../cost/business-profile.ts';
import { strongestInputs } from '../../cost/sensitivity.ts';
import { timeByArea } from '../../cost/time-by-area.ts';
import { jsonText } from '../../reports/json-text.ts';
import { markdownProfile, prettyProfile, type ProfileFacts } from '../../reports/profile-report.ts';
import { compareProfiles, type ProfileComparison } from '../../triage/compare-profiles.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { helpWords } from '../help-words.ts';
import { initWords } from '../init-words.ts';
import { runAudit } from '../run-audit.ts';
import { addAuditFlags, addResultFlags, type AuditFlags, type ResultFlags } from '../shared-options.ts';
import { textStyle } from '../text-style.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

const formats = ['pretty', 'json', 'markdown'] as const;

interface ProfileFlags extends AuditFlags, ResultFlags<(typeof formats)[number]> {
  readonly set: readonly string[];
}

/** `profile [folder]`: what moves the total most, where the time goes, and what another profile would change. */
export function addProfileCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const { arguments: args, commands, options } = helpWords[language];
  const command = new Command('profile')
    .description(commands.profile)
    .argument('[folder]', args.folder, '.')
    .option('--set <key=value>', options.set, (value: string, all: readonly string[]) => [...all, value], []);
  addResultFlags(command, formats, language);
  addAuditFlags(command, language);
  return command.action(async (folder: string, flags: ProfileFlags) => finish(await profile(folder, flags, context)));
}

async function profile(folder: string, flags: ProfileFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const target = { language, ...(flags.output === undefined ? {} : { output: flags.output }) };
  await checkOutput(target, terminal);
  const changes = Object.fromEntries(flags.set.map((entry) => readChange(entry, context)));
  const outcome = await runAudit(folder, flags, context);
  const { priced, assessment } = outcome;
  const findings = priced.findings.map(({ finding }) => finding);
  const facts: ProfileFacts = {
    strongest: strongestInputs(findings, priced.context),
    time: timeByArea(priced.context),
    ...(flags.set.length === 0 ? {} : { comparison: compare(outcome, changes, context) }),
  };
  await writeOutput(render(facts, flags, assessment.currency, context), target, terminal);
  return exitCodes.fine;
}

function render(
  facts: ProfileFacts,
  { format, output }: ProfileFlags,
  currency: AuditOutcome['assessment']['currency'],
  { terminal, language }: CommandContext,
): string {
  switch (format) {
    case 'pretty':
      return prettyProfile(facts, { language, currency, ...textStyle(output === undefined ? terminal : undefined) });
    case 'json':
      return jsonText(jsonOf(facts));
    case 'markdown':
      return markdownProfile(facts, language, currency);
  }
}

function readChange(entry: string, { language }: CommandContext): readonly [string, string | number] {
  const at = entry.indexOf('=');
  const [key, value] = [entry.slice(0, Math.max(0, at)), entry.slice(at + 1).trim()];
  if (at <= 0 || value === '') throw new UserError(initWords[language].badChange(entry));
  return [key, Number.isFinite(Number(value)) ? Number(value) : value];
}

/** The present settings with the changes in their place; what the schema refuses is the user's mistake. */
function compare(
  { priced, assessment, business, decisions }: AuditOutcome,
  changes: Readonly<Record<string, string | number>>,
  { language }: CommandContext,
): ProfileComparison {
  const { dayRate, hourlyRate, ...settings } = business ?? {};
  const rate = 'dayRate' in changes || 'hourlyRate' in changes ? {} : { dayRate, hourlyRate };
  const wanted = { ...settings, ...rate, ...changes };
  const result = businessSchema.safeParse(wanted);
  if (!result.success) {
    const [issue] = schemaIssues(businessSchema, wanted);
    const where = issue?.path.join('.') ?? '';
    throw new UserError(initWords[language].badChange(`${where} (${issue?.text[language] ?? ''})`));
  }
  const constants = constantsFor(result.data);
  const after = { ...priced.context, constants, profile: resolveBusiness(result.data, constants) };
  const findings = assessment.findings.map(({ finding }) => finding);
  return compareProfiles(findings, priced.context, after, { decisions });
}

function jsonOf({ strongest, time, comparison }: ProfileFacts): object {
  return {
    schemaVersion: 1,
    strongest: strongest.map(({ input, halfEur, nowEur, doubleEur }) => ({ input, halfEur, nowEur, doubleEur })),
    time,
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            beforeEur: comparison.before.leaveEur,
            afterEur: comparison.after.leaveEur,
            changed: comparison.changed.map(({ finding: { rule, file, fingerprint, range }, from, to }) => ({
              rule,
              file,
              line: range.start.line + 1,
              fingerprint,
              from,
              to,
            })),
          },
        }),
  };
}
