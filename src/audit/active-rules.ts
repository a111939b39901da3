import type { MessageData, Needs, Profile, Rule } from '../rules/define-rule.ts';

/** What configuration says of one rule: off, on with its defaults, or on with options. */
export type RuleSetting = 'off' | 'on' | Readonly<Record<string, unknown>>;

/** A rule that runs, with its options parsed. */
export interface ActiveRule<N extends Needs = Needs> {
  readonly rule: Rule<unknown, MessageData, N>;
  readonly options: unknown;
}

const reach: Record<Profile, number> = { essential: 0, recommended: 1, strict: 2 };

/**
 * The rules that a profile and a configuration switch on. A rule named in the configuration wins over the
 * profile; its options were validated with the configuration.
 */
export function activeRules(
  rules: readonly Rule[],
  profile: Profile,
  settings: Readonly<Record<string, RuleSetting>>,
): ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
    if (setting === 'off') return [];
    if (setting === undefined && reach[rule.profile ?? 'recommended'] > reach[profile]) return [];
    return [{ rule, options: rule.options.parse(typeof setting === 'object' ? setting : {}) }];
  });
}

/** The active rules that need exactly this. */
export function rulesThatNeed<N extends Needs>(rules: readonly ActiveRule[], needs: N): ActiveRule<N>[] {
  return rules.filter((active): active is ActiveRule<N> => (active.rule.needs ?? 'syntax') === needs);
}
