import { ruleSettingsFor, type Configuration } from '../config/configuration.ts';
import { weaknesses } from '../findings/weakness.ts';
import { rules } from '../rules/registry.generated.ts';
import { isMarkupName } from '../workspace/markup/markup-name.ts';
import { activeRules, type ActiveRule, type RuleSetting } from './active-rules.ts';

/** The rules that a configuration switches on, for the workspace and for each file. */
export interface RulesByFile {
  /** For rules that see the whole workspace. */
  readonly whole: readonly ActiveRule[];
  of(file: string): readonly ActiveRule[];
  /** Milliseconds of processor time that a rule may take over a file. */
  readonly ruleTimeMs: number;
}

/** Activates the rules once for each set of nested configurations. */
export function createRulesByFile(configuration: Configuration): RulesByFile {
  const { profile, rules: settings, ruleTimeMs } = configuration.root;
  const whole = activeRules(rules, profile, settings as Record<string, RuleSetting>);
  const byFolders = new Map<string, readonly ActiveRule[]>();
  const secure = new Map<readonly ActiveRule[], readonly ActiveRule[]>();
  return {
    ruleTimeMs,
    whole,
    of: (file) => (isMarkupName(file) ? forMarkup(ofCode(file)) : ofCode(file)),
  };

  function ofCode(file: string): readonly ActiveRule[] {
    const folders = configuration.nested.filter(({ folder }) => file.startsWith(`${folder}/`));
    if (folders.length === 0) return whole;
    const key = folders.map(({ folder }) => folder).join('\0');
    const known = byFolders.get(key);
    if (known) return known;
    const nested = ruleSettingsFor(configuration, file) as Record<string, RuleSetting>;
    const active = activeRules(rules, profile, nested);
    byFolders.set(key, active);
    return active;
  }

  /** Templates use names that the scripts of a page only declare, which would mislead rules of style. */
  function forMarkup(active: readonly ActiveRule[]): readonly ActiveRule[] {
    const known = secure.get(active) ?? active.filter(({ rule }) => weaknesses[rule.weakness].family === 'security');
    secure.set(active, known);
    return known;
  }
}
