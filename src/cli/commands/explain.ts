import { Command } from 'commander';
import { version } from '../../../package.json';
import { jsonText } from '../../reports/json-text.ts';
import { rulePageUri } from '../../reports/rule-page-uri.ts';
import type { RuleCatalogue, RuleInfo } from '../../triage/assessment.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainFinding } from '../explain-finding.ts';
import { explainRule, type ExplainLayout } from '../explain-rule.ts';
import { findFindings, findRule, isFingerprint } from '../find-explained.ts';
import { helpWords } from '../help-words.ts';
import { addAuditFlags, addResultFlags, type AuditFlags, type ResultFlags } from '../shared-options.ts';
import { textStyle } from '../text-style.ts';
import { checkOutput, writeOutput } from '../write-output.ts';

interface ExplainFlags extends AuditFlags, ResultFlags<'pretty' | 'json'> {
  readonly from?: string;
}

/** `explain RULE|FINGERPRINT [folder]`: the page of a rule, or how the cost of a finding was computed. */
export function addExplainCommand(context: CommandContext, finish: (exitCode: number) => void): Command {
  const { language } = context;
  const { arguments: args, commands, options } = helpWords[language];
  const command = new Command('explain')
    .description(commands.explain)
    .argument('<rule|fingerprint>', args.subject)
    .argument('[folder]', args.folder, '.')
    .option('--from <file>', options.from);
  addResultFlags(command, ['pretty', 'json'], language);
  addAuditFlags(command, language);
  return command.action(async (subject: string, folder: string, flags: ExplainFlags) =>
    finish(await explain(subject, folder, flags, context)),
  );
}

async function explain(subject: string, folder: string, flags: ExplainFlags, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const target = { language, ...(flags.output === undefined ? {} : { output: flags.output }) };
  await checkOutput(target, terminal);
  const layout: ExplainLayout = { language, ...textStyle(flags.output === undefined ? terminal : undefined) };
  const text = isFingerprint(subject)
    ? await findingText(subject, folder, flags, layout, context)
    : ruleText(findRule(subject, await catalogue(), context), flags, layout);
  await writeOutput(text, target, terminal);
  return exitCodes.fine;
}

async function catalogue(): Promise<RuleCatalogue> {
  const { ruleCatalogue } = await import('../../audit/rule-catalogue.ts');
  return ruleCatalogue();
}

async function findingText(
  fingerprint: string,
  folder: string,
  flags: ExplainFlags,
  layout: ExplainLayout,
  context: CommandContext,
): Promise<string> {
  const source = { folder, flags, ...(flags.from === undefined ? {} : { from: flags.from }) };
  const { findings, language } = await findFindings(fingerprint, source, context);
  return flags.format === 'json'
    ? jsonText(findings)
    : findings.map((finding) => explainFinding(finding, { ...layout, language })).join('\n');
}

function ruleText(info: RuleInfo, { format }: ExplainFlags, layout: ExplainLayout): string {
  const { language } = layout;
  const page = rulePageUri(info.id, version);
  if (format === 'pretty') return explainRule(info, page, layout);
  const { id, weakness, family, cwe, precision, isMeasured, bad, good } = info;
  const [title, why, forLeads] = [info.title[language], info.why[language], info.forLeads[language]];
  return jsonText({ id, title, why, forLeads, weakness, family, cwe, precision, isMeasured, bad, good, page });
}
