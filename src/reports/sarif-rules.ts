import type { MultiformatMessageString, ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { Finding } from '../findings/finding.ts';
import { weaknesses } from '../findings/weakness.ts';
import type { Assessment, ReportOptions, RuleInfo } from '../triage/assessment.ts';
import { codeBlock } from './markdown-text.ts';
import { reportWords } from './report-words.ts';
import { rulePageUri } from './rule-page-uri.ts';
import { isSecurityWeakness, securitySeverity } from './security-severity.ts';

/**
 * Descriptors of every rule of the catalogue and of every other rule that a finding names, sorted by id;
 * a result's `ruleIndex` is the position in this list.
 */
export function sarifRules(assessment: Assessment, options: ReportOptions): ReportingDescriptor[] {
  const findingsOf = findingsByRule(assessment);
  const ids = new Set([...options.rules.keys(), ...findingsOf.keys()]);
  return [...ids].sort().map((id) => {
    const info = options.rules.get(id);
    const findings = findingsOf.get(id) ?? [];
    return info === undefined
      ? bareDescriptor(id, findings)
      : fullDescriptor(info, findings, assessment.tool.version, options);
  });
}

function findingsByRule(assessment: Assessment): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const { finding } of assessment.findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** A rule that the catalogue does not know, such as one of a hosted pack that is gone. */
function bareDescriptor(id: string, findings: readonly Finding[]): ReportingDescriptor {
  const [first] = findings;
  if (first === undefined) return { id };
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: id },
    defaultConfiguration: { level: 'warning' },
    properties: ruleProperties({ ...first, family: weaknesses[first.weakness].family, isMeasured: false }, findings),
  };
}

function fullDescriptor(
  info: RuleInfo,
  findings: readonly Finding[],
  version: string,
  options: ReportOptions,
): ReportingDescriptor {
  const { language } = options;
  return {
    id: info.id,
    name: nameOf(info.id),
    shortDescription: { text: info.title[language] },
    fullDescription: { text: [...new Set([info.why[language], info.forLeads[language]])].join(' ') },
    // Rules of other programs have no page and no examples here.
    ...(info.bad !== '' && { help: help(info, options), helpUri: rulePageUri(info.id, version) }),
    defaultConfiguration: { level: defaultLevel(info, findings) },
    properties: ruleProperties(info, findings),
  };
}

function help(info: RuleInfo, { language }: ReportOptions): MultiformatMessageString {
  const words = reportWords[language];
  const sentences = [info.why[language], info.forLeads[language]];
  return {
    text: [...sentences, words.avoid, info.bad, words.prefer, info.good].join('\n\n'),
    markdown: [
      ...sentences,
      `**${words.avoid}**`,
      codeBlock(info.bad, 'ts'),
      `**${words.prefer}**`,
      codeBlock(info.good, 'ts'),
    ].join('\n\n'),
  };
}

type RuleFacts = Pick<RuleInfo, 'weakness' | 'cwe' | 'family' | 'precision' | 'isMeasured'>;

function ruleProperties(
  facts: RuleFacts,
  findings: readonly Finding[],
): NonNullable<ReportingDescriptor['properties']> {
  const severity = securitySeverity(facts.weakness, findings);
  return {
    tags: tagsOf(facts),
    precision: precisionBand(facts),
    ...(severity === undefined ? {} : { 'security-severity': severity.toFixed(1) }),
  };
}

/** CWE tags only beside `security`: dashboards count a rule that carries one as a security alert. */
function tagsOf({ weakness, cwe, family }: RuleFacts): string[] {
  if (!isSecurityWeakness(weakness)) return [family];
  const tags = cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
  return [...new Set([family, 'security', ...tags])];
}

/** The four words read as 0.9, 0.7, 0.5 and 0.3; a rule not yet measured counts as 0.5. */
function precisionBand({ precision, isMeasured }: RuleFacts): string {
  if (!isMeasured) return 'medium';
  if (precision >= 0.9) return 'very-high';
  if (precision >= 0.7) return 'high';
  return precision >= 0.5 ? 'medium' : 'low';
}

function defaultLevel(
  { weakness }: RuleFacts,
  findings: readonly Finding[],
): NonNullable<ReportingConfiguration['level']> {
  return (securitySeverity(weakness, findings) ?? 0) >= 7 ? 'error' : 'warning';
}

/** `security/sql-injection` becomes `SqlInjection`, as other tools write rule names. */
function nameOf(id: string): string {
  const words = (id.split('/').at(-1) ?? id).split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
