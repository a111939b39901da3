import { visibleText } from './visible-text.ts';

/**
 * One cell as RFC 4180 asks. Text that a spreadsheet would take for a formula gets an apostrophe in front;
 * numbers keep their form, with a point.
 */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const visible = visibleText(value);
  const harmless = /^[\s'"]*[=+\-@|%＝＋－＠]/u.test(visible) ? `'${visible}` : visible;
  return /[",;\s]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
