import type { ReportExtras } from '../define-rule.ts';
import type { SlowPattern } from '../slow-pattern.ts';

/** What the message about a slow expression is made of: the part, and a text that makes it slow, in quotes. */
export type SlowData = {
  readonly part: string;
  readonly pump: string;
};

const longest = 40;

/** Part and pump of a slow expression, cut and escaped for messages. */
export function slowData({ part, pump }: SlowPattern): SlowData {
  return { part: cut(part), pump: `\`${JSON.stringify(cut(pump)).replaceAll('`', '\\u0060')}\`` };
}

/** The way of the untrusted text, where one arrives. */
export function slowExtras({ flow }: SlowPattern): ReportExtras {
  if (!flow) return {};
  return {
    related: flow.steps,
    followsData: true,
    ...(flow.exposure && { drivers: { exposure: flow.exposure } }),
  };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
