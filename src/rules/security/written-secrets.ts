import type { Language } from '../../base/language.ts';
import { createKeptFormats, keptFormatName } from './kept-secret-formats.ts';
import { providerSecrets } from './provider-secrets.ts';
import { entropyBits, isPlaceholder } from './secret-value.ts';

/** A secret in a provider's format, and where it begins in the text. */
export interface FoundSecret {
  /** Id of the provider's format. */
  readonly provider: string;
  readonly secret: string;
  readonly index: number;
}

/** Finds the secrets of a text that have the format of a provider and are no documented examples, by place. */
export type SecretScanner = (text: string) => readonly FoundSecret[];

/** Makes a scanner; its time grows with the length of a text, whatever stands in it. */
export function createSecretScanner(): SecretScanner {
  const keptFormats = createKeptFormats();
  return (text) => {
    if (!mayHoldSecret.test(text)) return [];
    const found = piecesOf(text).flatMap(({ piece, start }) =>
      mayHoldSecret.test(piece)
        ? [...keptFormats(piece), ...ownFormats(piece)]
            .filter(({ provider, secret }) => isReal(provider, secret))
            .map((hit) => ({ ...hit, index: hit.index + start }))
        : [],
    );
    return withoutOverlaps(found);
  };
}

/** Every format has a run of this many such characters; most texts have none. */
const mayHoldSecret = /[\w+/=.-]{16}/;

/** Short, because expressions of other authors may take the square of a text's length. */
const pieceLength = 4096;
/** More than what any format needs but a long token, of which the beginning is enough. */
const overlap = 1024;

function piecesOf(text: string): readonly { readonly piece: string; readonly start: number }[] {
  const step = pieceLength - overlap;
  const count = Math.max(1, Math.ceil((text.length - overlap) / step));
  return Array.from({ length: count }, (_, index) => index * step).map((start) => ({
    piece: text.slice(start, start + pieceLength),
    start,
  }));
}

function ownFormats(piece: string): readonly FoundSecret[] {
  return providerSecrets.flatMap(({ id, pattern }) => {
    const match = pattern.exec(piece);
    return match ? [{ provider: id, secret: match[0], index: match.index }] : [];
  });
}

/** A key block begins with words, so only what follows tells anything of it. */
function isReal(provider: string, secret: string): boolean {
  if (provider === 'private-key') return true;
  return !isDocumented(secret) && entropyBits(secret) >= leastEntropyBits;
}

/** Random hexadecimal digits of the shortest format have more than 3 bits each, counting rhymes under 2.5. */
const leastEntropyBits = 2.6;

function withoutOverlaps(found: readonly FoundSecret[]): readonly FoundSecret[] {
  const kept: FoundSecret[] = [];
  for (const hit of [...found].sort((a, b) => a.index - b.index || b.secret.length - a.secret.length)) {
    const last = kept.at(-1);
    if (!last || hit.index >= last.index + last.secret.length) kept.push(hit);
  }
  return kept;
}

/** Whether a text in a provider's format is one that documentation shows, which opens nothing. */
function isDocumented(secret: string): boolean {
  return (
    /example|sample|placeholder|dummy|your|xxxx|fake|redacted|0123456789|1234567890/i.test(secret) ||
    /(.)\1{7,}/.test(secret)
  );
}

/** The password of `postgres://user:password@host` unless the host is this machine or an example. */
export function passwordOfAddress(text: string): string | undefined {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/?#@]*:([^\s/?#@]+)@([^\s/?#:]+)/i.exec(text);
  const [, password = '', host = ''] = match ?? [];
  if (password.length < 3 || isPlaceholder(password) || /^[<{[$%:]|^(pass(word)?|pwd|secret)$/i.test(password))
    return undefined;
  const isNowhere =
    /^(localhost|127\.|0\.0\.0\.0|\[::1\]|example\.|host$)|\.example(\.|$)|example\.(com|org|net)$/i.test(host);
  return isNowhere ? undefined : password;
}

/** What a message calls a secret: its provider, the address or the name that it stands in. */
export function secretLabel(language: Language, provider: string, name: string): string {
  const known = keptFormatName(provider) ?? providerSecrets.find((format) => format.id === provider)?.name;
  if (known) return known[language];
  if (provider === 'address') return language === 'en' ? 'Password in an address' : 'Mot de passe dans une adresse';
  return language === 'en' ? `Value of \`${name}\`` : `Valeur de \`${name}\``;
}
