import type { LibraryPolicy } from '../../registry/library-policy.ts';

/** Whether a name is the pattern's, in which `*` stands for any characters but a slash. */
export function matchesName(pattern: string, packageName: string): boolean {
  const parts = pattern.split('*');
  const [head = '', ...rest] = parts;
  if (rest.length === 0) return pattern === packageName;
  if (!packageName.startsWith(head)) return false;
  let position = head.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const at = isLast ? Math.max(position, packageName.length - part.length) : packageName.indexOf(part, position);
    if (at < 0 || packageName.slice(position, at).includes('/') || !packageName.startsWith(part, at)) return false;
    position = at + part.length;
  }
  return true;
}

/** Whether a date of the policy has not passed; the day itself still counts. */
export function isInForce(until: string | undefined, today: string): boolean {
  return until === undefined || today <= until;
}

/** The pin that holds a package today. */
export function pinOf(
  { pins }: LibraryPolicy,
  packageName: string,
  today: string,
): LibraryPolicy['pins'][number] | undefined {
  return pins.find((pin) => matchesName(pin.package, packageName) && isInForce(pin.until, today));
}

/** Whether an exception of today silences a rule, or one vulnerability, for a package. */
export function isExcepted(
  { exceptions }: LibraryPolicy,
  rule: string,
  packageName: string,
  today: string,
  advisoryIds: readonly string[] = [],
): boolean {
  return exceptions.some(
    (one) =>
      matchesName(one.package, packageName) &&
      isInForce(one.until, today) &&
      (one.rule === undefined || one.rule === rule) &&
      (one.advisory === undefined || advisoryIds.includes(one.advisory)),
  );
}
