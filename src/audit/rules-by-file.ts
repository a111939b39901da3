import { ruleSettingsFor, type Configuration } from '../config/configuration.ts';
import { rules } from '../rules/registry.generated.ts';
import { activeRules, type ActiveRule, type RuleSetting } from './active-rules.ts';

/** The rules that a configuration switches on, for the workspace and for each file. */
export interface RulesByFile {
  /** For rules that see the whole workspace. */
  readonly whole: readonly ActiveRule[];
  of(file: string): readonly ActiveRule[];
}

/** Activates the rules once for each set of nested configurations. */
export function createRulesByFile(configuration: Configuration): RulesByFile {
  const { profile, rules: settings } = configuration.root;
  const whole = activeRules(rules, profile, settings as Record<string, RuleSetting>);
  const byFolders = new Map<string, readonly ActiveRule[]>();
  return {
    whole,
    of: (file) => {
      const folders = configuration.nested.filter(({ folder }) => file.startsWith(`${folder}/`));
      if (folders.length === 0) return whole;
      const key = folders.map(({ folder }) => folder).join('\0');
      const known = byFolders.get(key);
      if (known) return known;
      const nested = ruleSettingsFor(configuration, file) as Record<string, RuleSetting>;
      const active = activeRules(rules, profile, nested);
      byFolders.set(key, active);
      return active;
    },
  };
}
