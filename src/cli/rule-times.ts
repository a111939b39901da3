/** Adds up what each rule takes. */
export interface RuleTimes {
  readonly add: (rule: string, milliseconds: number) => void;
  /** An array of `{ rule, ms }`, the dearest first. */
  json(): string;
}

/** Starts at nothing. */
export function createRuleTimes(): RuleTimes {
  const times = new Map<string, number>();
  return {
    add: (rule, milliseconds) => void times.set(rule, (times.get(rule) ?? 0) + milliseconds),
    json: () => {
      const sorted = [...times].sort(([, a], [, b]) => b - a);
      return `${JSON.stringify(
        sorted.map(([rule, ms]) => ({ rule, ms: Math.round(ms) })),
        null,
        2,
      )}\n`;
    },
  };
}
