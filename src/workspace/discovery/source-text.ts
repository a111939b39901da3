import fs from 'node:fs';
import { type ConfinedFileSystem, decodeText, unlessRefused } from '../confined-file-system.ts';
import type { SkipReason } from '../workspace.ts';
import { isNestedTooDeeply } from './nesting.ts';

/** Larger files (1 MB) are data or generated; reviewing one would cost more than all others together. */
export const maxSourceBytes = 1024 * 1024;

export type SourceText = { readonly text: string } | { readonly skip: SkipReason };

/** Reads a source file, or says why it is not reviewed. `file` is absolute. */
export function readSourceText(disk: ConfinedFileSystem, file: string): SourceText {
  const stats = unlessRefused(() => fs.statSync(file));
  if (stats?.isFile() && stats.size > maxSourceBytes) return { skip: 'too-large' };
  const bytes = disk.readBytes(file, maxSourceBytes);
  if (bytes === undefined) return { skip: 'unreadable' };
  if (isBinary(bytes)) return { skip: 'binary' };
  const text = decodeText(bytes);
  const skip = reasonToSkip(file, text);
  return skip ? { skip } : { text };
}

/** Why a text is not reviewed: written by a machine for a machine, or too deep for a parser's stack. */
export function reasonToSkip(file: string, text: string): SkipReason | undefined {
  if (/[.-]min\.[cm]?js$/.test(file) || isOneGiantLine(text)) return 'minified';
  if (hasGeneratedBanner(text)) return 'generated';
  return isNestedTooDeeply(text) ? 'nested-too-deeply' : undefined;
}

function isBinary(bytes: Buffer): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 8192).includes(0);
}

const minifiedBytes = 5000;
const minifiedColumns = 500;

function isOneGiantLine(text: string): boolean {
  if (text.length < minifiedBytes) return false;
  let lines = 1;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) lines++;
  return text.length / lines > minifiedColumns;
}

const bannerLength = 2000;

/** Only the comments before the first code count: `@generated` in a string or below says nothing of the file. */
function hasGeneratedBanner(text: string): boolean {
  const head = text.slice(0, bannerLength);
  if (!/@generated\b|do not (?:edit|modify)\b/i.test(head)) return false;
  return /@generated\b|\bdo not (?:edit|modify)\b/i.test(leadingComments(head));
}

function leadingComments(text: string): string {
  let end = text.startsWith('#!') ? lineEnd(text, 0) : 0;
  for (;;) {
    while (/\s/.test(text.charAt(end))) end++;
    if (text.startsWith('//', end)) end = lineEnd(text, end);
    else if (text.startsWith('/*', end)) end = commentEnd(text, end);
    else return text.slice(0, end);
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function commentEnd(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}
