import { createHash } from 'node:crypto';
import type { PastHunk } from '../../workspace/history/past-hunks.ts';
import type { PastSecret } from '../past-secret.ts';
import { secretsOfText } from './secrets-of-text.ts';
import { shownStart } from './secret-value.ts';
import { createSecretScanner } from './written-secrets.ts';

/** Takes lines of the past, the newest first, and gives their secrets: each value once, where it first came in. */
export function createPastSecretReader(): { read(hunk: PastHunk): void; secrets(): readonly PastSecret[] } {
  const scan = createSecretScanner();
  const byDigest = new Map<string, PastSecret>();
  return {
    read: ({ commit, file, line, text }) => {
      for (const { provider, name, value, index } of secretsOfText(file, text, scan)) {
        const digest = digestOf(value);
        if (byDigest.size >= mostSecrets && !byDigest.has(digest)) return;
        const place = { commit, file, line: line + lineBreaks(text, index) };
        byDigest.set(digest, { ...place, provider, name, start: shownStart(value), length: value.length, digest });
      }
    },
    secrets: () => [...byDigest.values()],
  };
}

/** Whether a text of today still holds a secret of the past. */
export function stillHolds(text: string, { start, length, digest }: PastSecret): boolean {
  const beginning = start.slice(0, -'…'.length);
  if (beginning === '') return false;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1))
    if (digestOf(text.slice(at, at + length)) === digest) return true;
  return false;
}

/** A history with more is a store of made-up ones. */
const mostSecrets = 500;

function digestOf(value: string): string {
  return createHash('sha256').update(`secret of the past\n${value}`).digest('base64url');
}

function lineBreaks(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
