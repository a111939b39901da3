/** The registry that npm itself uses when nothing else is configured. */
export const publicRegistry = 'https://registry.npmjs.org/';

/** An address that a configuration names as a registry, without its user and password and ending in `/`. */
export interface RegistryUrl {
  readonly url: string;
  /** `user:password` that stood in the address. */
  readonly userInfo?: string;
}

/** Reads a registry's address; undefined when it is not an http or https address. */
export function parseRegistryUrl(text: string): RegistryUrl | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const userInfo = url.username === '' ? undefined : [url.username, url.password].map(decode).join(':');
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return { url: `${url.origin}${path}`, ...(userInfo === undefined ? {} : { userInfo }) };
}

/** Whether an address is one of the public registry, under any of its names. */
export function isPublicAddress(address: string): boolean {
  return URL.canParse(address) && /^registry\.(?:npmjs\.org|yarnpkg\.com)$/.test(new URL(address).hostname);
}

/** Whether what is sent to this address cannot be read on the way: TLS, or this very machine. */
export function isPrivateTransport(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
