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

/** Whether a regular expression, as written, finds every `<` of a text. */
export function findsMarkup(pattern: string): boolean {
  const body = /^\/([\s\S]*)\/[a-z]*$/.exec(pattern)?.[1] ?? pattern;
  if (body.split('|').includes('<')) return true;
  const set = /^\(?\[([^\]^][^\]]*)\]\+?\)?$/.exec(body)?.[1];
  return set?.includes('<') ?? false;
}

/** Whether `replace(pattern, …)` leaves no `<` in a text, for it takes out or writes otherwise each of them. */
export function isMarkupReplacement(name: string, args: readonly Value[]): boolean {
  const [pattern] = args[0]?.texts ?? [];
  if (pattern === undefined || (args[1]?.texts.some((text) => text.includes('<')) ?? false)) return false;
  if (name === 'replaceAll' && pattern === '<') return true;
  return (/\/[a-z]*g[a-z]*$/.test(pattern) || name === 'replaceAll') && pattern.startsWith('/') && findsMarkup(pattern);
}

/** Whether `replace(pattern, '')` leaves no `..` in a path: takes out all of them, or those in front of a normal one. */
export function isPathReplacement(name: string, args: readonly Value[]): boolean {
  const [pattern] = args[0]?.texts ?? [];
  if (pattern === undefined) return false;
  if (!pattern.startsWith('/')) return name === 'replaceAll' && (pattern === '..' || pattern === '/');
  const isGlobal = /\/[a-z]*g[a-z]*$/.test(pattern) || name === 'replaceAll';
  const isRepeated = /^\/\^\([\s\S]*\)[+*]\/[a-z]*$/.test(pattern);
  return /\\\.\\\.|\\\.\{2|\[[^\]]*\\?[./][^\]]*\]|^\/\\\/|^\/\\\.\//.test(pattern) && (isGlobal || isRepeated);
}

/** Whether a replacement takes out line breaks. */
export function isLineReplacement(args: readonly Value[]): boolean {
  const [pattern] = args[0]?.texts ?? [];
  if (pattern === undefined) return false;
  return /^\/.*(\\[nrs]|\\u000[aAdD]|\\W).*\/[a-z]*g[a-z]*$/s.test(pattern) || /^[\r\n]+$/.test(pattern);
}
