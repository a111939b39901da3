import type { ReportingDescriptor, Tool } from 'sarif';
import type { Assessment, ReportOptions } from '../triage/assessment.ts';
import { sarifRules } from './sarif-rules.ts';

/** Where a rule's descriptor stands: in the driver, or in one of the extensions. */
export interface RulePlace {
  readonly index: number;
  readonly extension?: number;
}

/** The product with its rules, and each other program whose findings are in the run as an extension with its own. */
export function sarifTool(
  assessment: Assessment,
  options: ReportOptions,
): { readonly tool: Tool; readonly places: ReadonlyMap<string, RulePlace> } {
  const { version } = assessment.tool;
  const origins = originsOf(assessment);
  const names = [...new Set(origins.values())].sort();
  const places = new Map<string, RulePlace>();
  const own: ReportingDescriptor[] = [];
  const others = names.map((): ReportingDescriptor[] => []);
  for (const rule of sarifRules(assessment, options)) {
    const extension = names.indexOf(origins.get(rule.id) ?? '');
    const list = others[extension];
    places.set(rule.id, list ? { index: list.length, extension } : { index: own.length });
    (list ?? own).push(rule);
  }
  const driver = { name: 'CTO Guardrails', version, semanticVersion: version, rules: own };
  const extensions = names.map((name, index) => ({ ...named(name), rules: others[index] ?? [] }));
  return { tool: { driver, ...(extensions.length > 0 && { extensions }) }, places };
}

function originsOf({ findings }: Assessment): Map<string, string> {
  return new Map(findings.flatMap(({ finding: { rule, origin } }) => (origin === undefined ? [] : [[rule, origin]])));
}

/** `ESLint 9.39.5` is a name and a version. */
function named(origin: string): { name: string; version?: string } {
  const [, name, version] = /^(.+) (\d+\.\d+\.\S+)$/.exec(origin) ?? [];
  return name === undefined || version === undefined ? { name: origin } : { name, version };
}
