import { Argument, Command } from 'commander';
import { createDecisionRecorder, decisionAbout, type Ruling } from '../../audit/record-decision.ts';
import { UserError } from '../../base/user-error.ts';
import { triageClasses } from '../../triage/assessment.ts';
import type { Decision } from '../../triage/decisions-schema.ts';
import { classNames } from '../../triage/labels.ts';
import { chosenFolder } from '../chosen-folder.ts';
import type { CommandContext } from '../command-context.ts';
import { decideWords } from '../decide-words.ts';
import { exitCodes } from '../exit-codes.ts';
import { findFindings, findRule, isFingerprint } from '../find-explained.ts';
import { helpWords } from '../help-words.ts';
import { addAuditFlags, type AuditFlags } from '../shared-options.ts';
import { writeText } from '../terminal.ts';

const actions = ['accept', 'plan', 'overrule', 'reject', 'undo'] as const;
type Action = (typeof actions)[number];

interface DecideFlags extends AuditFlags {
  readonly from?: string;
  readonly until?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly class?: string;
}

/** What a decision is about. */
type Subject = Pick<Decision, 'rule'> & { readonly fingerprint: string; readonly file: string };

/** `decide ACTION FINGERPRINT|RULE [folder]`: writes the team's decision, or takes it back. */
export function addDecideCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const { arguments: args, commands, options } = helpWords[language];
  const command = new Command('decide')
    .description(commands.decide)
    .addArgument(new Argument('<action>', args.action).choices(actions))
    .argument('<fingerprint|rule>', args.decided)
    .argument('[folder]', args.folder, '.')
    .option('--until <day>', options.until)
    .option('--reason <text>', options.reason)
    .option('--owner <team>', options.owner)
    .option('--class <class>', options.class)
    .option('--from <file>', options.from);
  addAuditFlags(command, language);
  return command.action(async (action: Action, subject: string, folder: string, flags: DecideFlags) => {
    if (action === 'undo') await undo(subject, folder, flags, context);
    else await decide(action, subject, folder, flags, context);
    finish(exitCodes.fine);
  });
}

async function decide(
  action: Exclude<Action, 'undo'>,
  subject: string,
  folder: string,
  flags: DecideFlags,
  context: CommandContext,
): Promise<void> {
  const { terminal, language } = context;
  checkFlags(action, flags, context);
  const root = await chosenFolder(folder, context);
  const isAboutRule = !isFingerprint(subject);
  if (isAboutRule && action !== 'overrule') throw new UserError(decideWords[language].onlyAFinding(action, subject));
  const today = new Date().toISOString().slice(0, 10);
  const ruling = rulingOf(action, flags, isAboutRule);
  const subjects = isAboutRule
    ? [await ruleSubject(subject, context)]
    : (await findFindings(subject, { folder, flags, ...fromOf(flags) }, context)).findings;
  const recorder = createDecisionRecorder(root, language);
  for (const each of subjects) {
    await recorder.record(decisionAbout(each, ruling, today, language));
    const name = isAboutRule ? each.rule : `${each.file} ${each.rule}`;
    await writeText(terminal.stdout, `${decideWords[language].recorded[action](name, detailOf(flags, language))}\n`);
  }
}

/** Checked before anything is audited, so that a forgotten flag costs no minute. */
function checkFlags(action: Exclude<Action, 'undo'>, flags: DecideFlags, { language }: CommandContext): void {
  const words = decideWords[language];
  const takesDay = action === 'accept' || action === 'plan';
  const rows: readonly [flag: 'until' | 'reason' | 'class', isNeeded: boolean, isTaken: boolean][] = [
    ['until', takesDay, takesDay],
    ['class', action === 'overrule', action === 'overrule'],
    ['reason', action !== 'plan', true],
  ];
  for (const [flag, isNeeded, isTaken] of rows) {
    if (isNeeded && flags[flag] === undefined) throw new UserError(words.needs(action, `--${flag}`));
    if (!isTaken && flags[flag] !== undefined) throw new UserError(words.strayFlag(action, `--${flag}`));
  }
}

function rulingOf(
  action: Exclude<Action, 'undo'>,
  { until, reason, owner, class: name }: DecideFlags,
  isAboutRule: boolean,
): Ruling {
  return {
    action,
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(name === undefined ? {} : { class: name }),
    ...(isAboutRule ? { scope: 'rule' as const } : {}),
  };
}

function detailOf({ until, class: name }: DecideFlags, language: CommandContext['language']): string {
  const known = triageClasses.find((each) => each === name);
  return known === undefined ? (until ?? '') : classNames[known][language];
}

async function ruleSubject(name: string, context: CommandContext): Promise<Subject> {
  const { ruleCatalogue } = await import('../../audit/rule-catalogue.ts');
  return { rule: findRule(name, ruleCatalogue(), context).id, fingerprint: '', file: '' };
}

function fromOf({ from }: DecideFlags): { readonly from?: string } {
  return from === undefined ? {} : { from };
}

/** Needs no audit: what is recorded says what it is about, even where the finding is long gone. */
async function undo(subject: string, folder: string, flags: DecideFlags, context: CommandContext): Promise<void> {
  const { terminal, language } = context;
  const words = decideWords[language];
  for (const flag of ['until', 'reason', 'class', 'owner'] as const) {
    if (flags[flag] !== undefined) throw new UserError(words.strayFlag('undo', `--${flag}`));
  }
  const root = await chosenFolder(folder, context);
  const isMeant = ({ fingerprint, rule }: Decision): boolean =>
    isFingerprint(subject)
      ? fingerprint?.startsWith(subject) === true
      : fingerprint === undefined && (rule === subject || rule.endsWith(`/${subject}`));
  const gone = await createDecisionRecorder(root, language).takeBack(isMeant);
  if (gone.length === 0) throw new UserError(words.nothingToTakeBack(subject));
  await writeText(terminal.stdout, `${words.takenBack(gone.length)}\n`);
}
