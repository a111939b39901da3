import type { Language } from '../../base/language.ts';
import { providerSecrets, type ProviderSecret } from './provider-secrets.ts';
import { isPlaceholder } from './secret-value.ts';

/** A secret in a provider's format, and where it begins in the text. */
export interface FoundSecret {
  readonly format: ProviderSecret;
  readonly secret: string;
  readonly index: number;
}

/** The first secret of a text that has the format of a provider and is no documented example. */
export function providerSecretIn(text: string): FoundSecret | undefined {
  if (text.length < 16) return undefined;
  const format = providerSecrets.find(({ pattern }) => pattern.test(text));
  const match = format?.pattern.exec(text);
  if (!format || !match || isDocumented(match[0])) return undefined;
  return { format, secret: match[0], index: match.index };
}

/** Whether a text in a provider's format is one that documentation shows, which opens nothing. */
export function isDocumented(secret: string): boolean {
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
  const known = providerSecrets.find((format) => format.id === provider);
  if (known) return known.name[language];
  if (provider === 'address') return language === 'en' ? 'Password in an address' : 'Mot de passe dans une adresse';
  return language === 'en' ? `Value of \`${name}\`` : `Valeur de \`${name}\``;
}
