import type { Value } from './value.ts';

/** Whether `replace(/[^a-z]/g, …)` leaves only characters of a list. */
export function isAllowListReplacement(args: readonly Value[]): boolean {
  const [pattern] = args[0]?.texts ?? [];
  return pattern !== undefined && /^\/\[\^[^\]]*\]\+?\/[a-z]*g[a-z]*$/.test(pattern) && !/\\[SW]/.test(pattern);
}

/** Whether a regular expression, as written, accepts only whole texts over a list of characters. */
export function isAnchoredAllowList(pattern: string): boolean {
  const match = /^\/\^([\s\S]*)\$\/[a-z]*$/.exec(pattern);
  const body = match?.[1];
  if (body === undefined) return false;
  const isAlternative = /^[^(]*\|/.test(body);
  const escaped = body.replace(/\\\./g, '');
  const withoutClasses = escaped.replace(/\[(?:\\.|[^\]\\])*\]/g, (set) => (/^\[\^|\\[SDW]/.test(set) ? '.' : ''));
  return !isAlternative && !/\.|\\[SDW]/.test(withoutClasses.replace(/\\[^SDW]/g, ''));
}
