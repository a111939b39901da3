import { plainStyle, type TextStyle } from '../reports/text-style.ts';
import { coloursFor, type Terminal } from './terminal.ts';

const readableWidth = 100;

/** Colours and width for a report: the terminal's own where a person reads it, else none and a readable width. */
export function textStyle(terminal: Terminal | undefined): { readonly style: TextStyle; readonly width: number } {
  if (terminal === undefined) return { style: plainStyle, width: readableWidth };
  const columns = terminal.stdout.isTTY ? terminal.stdout.columns : readableWidth;
  return { style: coloursFor(terminal.stdout, terminal.env), width: Math.min(Math.max(columns, 40), 120) };
}
