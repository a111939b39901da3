import { classifyRule, cweIn, type Classification, type ForeignRule } from './classify-rule.ts';
import type { SarifResult, SarifRule, SarifRun } from './sarif-schema.ts';

/** A rule of another tool with its class and how sure its results are. */
export interface ClassifiedRule extends ForeignRule, Classification {
  /** `tool: rule`, which no two tools share. */
  readonly fullId: string;
  /** Both descriptions: scanners name the package in the longer one. */
  readonly texts: string;
  /** 0 to 1; 0.5 where the tool says nothing. */
  readonly precision: number;
}

/** Makes the function that finds the rule of a result; each rule is classified once. */
export function createRuleLookup(run: SarifRun): (result: SarifResult) => ClassifiedRule {
  const tool = run.tool.driver.name ?? 'unknown tool';
  const declared = new Map<string, SarifRule>();
  for (const { rules = [] } of [run.tool.driver, ...(run.tool.extensions ?? [])])
    for (const rule of rules) if (!declared.has(rule.id)) declared.set(rule.id, rule);
  const known = new Map<string, ClassifiedRule>();
  return (result) => {
    const rule = declaredRule(run, result, declared);
    const id = rule?.id ?? result.ruleId ?? result.rule?.id ?? 'unnamed';
    const level = levelOf(result.level ?? rule?.defaultConfiguration?.level);
    const key = `${level} ${id} ${result.properties === undefined ? '' : JSON.stringify(result.properties).slice(0, 2000)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const classified = classify(tool, id, rule, result, level);
    known.set(key, classified);
    return classified;
  };
}

/** By index into the component that the result names, else by id; `rule/part` falls back to `rule`. */
function declaredRule(
  run: SarifRun,
  { ruleId, ruleIndex, rule }: SarifResult,
  declared: ReadonlyMap<string, SarifRule>,
): SarifRule | undefined {
  const extension = rule?.toolComponent?.index;
  const component = extension === undefined ? run.tool.driver : run.tool.extensions?.[extension];
  const byIndex = component?.rules?.[rule?.index ?? ruleIndex ?? -1];
  const id = ruleId ?? rule?.id;
  if (byIndex !== undefined && (id === undefined || id.startsWith(byIndex.id))) return byIndex;
  return id === undefined ? byIndex : (declared.get(id) ?? declared.get(id.slice(0, id.lastIndexOf('/'))));
}

function classify(
  tool: string,
  id: string,
  rule: SarifRule | undefined,
  result: SarifResult,
  level: ForeignRule['level'],
): ClassifiedRule {
  const bags = [result.properties, rule?.properties];
  const tags = bags.flatMap((bag) => bag?.tags ?? []);
  const listed = bags.flatMap((bag) => bag?.cwe ?? []);
  const related = rule?.relationships?.flatMap(({ target }) => (isCwe(target) ? [`CWE-${target.id}`] : [])) ?? [];
  const severity = bags.map((bag) => Number(bag?.['security-severity'] ?? NaN)).find((value) => value >= 0);
  const foreign: ForeignRule = {
    id,
    name: rule?.name ?? '',
    description: rule?.shortDescription?.text ?? rule?.fullDescription?.text ?? '',
    tags,
    cwe: cweIn([...tags, ...listed.map((entry) => (/^\d+$/.test(entry) ? `CWE-${entry}` : entry)), ...related]),
    level,
    ...(severity === undefined ? {} : { securitySeverity: Math.min(10, severity) }),
  };
  const precision = precisions.get(bags.find((bag) => bag?.precision !== undefined)?.precision ?? '') ?? 0.5;
  const texts = [rule?.fullDescription?.text ?? '', rule?.shortDescription?.text ?? ''].join('\n').slice(0, 4000);
  return { ...foreign, ...classifyRule(foreign), fullId: `${tool}: ${id}`, precision, texts };
}

function isCwe({
  toolComponent,
}: {
  readonly toolComponent?: { readonly name?: string | undefined } | undefined;
}): boolean {
  return toolComponent?.name?.toUpperCase() === 'CWE';
}

/** The same reading of SARIF's words as in our own output. */
const precisions: ReadonlyMap<string, number> = new Map([
  ['very-high', 0.9],
  ['high', 0.7],
  ['medium', 0.5],
  ['low', 0.3],
]);

function levelOf(level: string | undefined): ForeignRule['level'] {
  return level === 'error' || level === 'note' ? level : level === 'none' ? 'note' : 'warning';
}
