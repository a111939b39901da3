import { gunzipSync } from 'node:zlib';
import fetch from 'make-fetch-happen';
import type { FetchResponse } from 'make-fetch-happen';
import { LookupFailure } from './lookup-failure.ts';
import type { Registry } from './registry-config.ts';
import type { UserNpmrc } from './user-npmrc.ts';

/** How patient the client is with a registry, and how much it takes from it. */
export interface FetchLimits {
  /** For one package, retries included. */
  readonly timeoutMs: number;
  readonly retries: number;
  readonly retryDelayMs: number;
  /** Of an answer, unpacked. */
  readonly maxBytes: number;
  readonly maxSockets: number;
}

/** An answer; without a text when the copy that `etag` names is still good. */
export interface TextAnswer {
  readonly text?: string;
  readonly etag?: string;
}

interface BytesAnswer {
  readonly bytes?: Buffer;
  readonly etag?: string;
}

interface FetchTextRequest {
  readonly url: string;
  readonly registry: Registry;
  readonly user: UserNpmrc;
  readonly etag?: string;
  /** What the answer should be, as a header says it; npm's short metadata when left out. */
  readonly accept?: string;
  /** JSON to post; without it the address is only read. */
  readonly body?: string;
  readonly limits: FetchLimits;
  readonly signal?: AbortSignal;
}

const abbreviated = 'application/vnd.npm.install-v1+json, application/json;q=0.8';
const maxRedirects = 3;

/**
 * Gets a text from a registry over the user's proxy and certificates, with few retries. Redirects are followed
 * on the same origin only, since elsewhere they would tell a stranger the package's name.
 * Throws `LookupFailure`, or the signal's reason when cancelled.
 */
export async function fetchText(request: FetchTextRequest): Promise<TextAnswer> {
  const { bytes, ...answer } = await fetchBytes(request);
  return bytes ? { ...answer, text: unpacked(bytes, request.limits.maxBytes).toString('utf8') } : answer;
}

/** The same for an answer that is no text; it comes as it was sent. */
export async function fetchBytes(request: FetchTextRequest): Promise<BytesAnswer> {
  const deadline = AbortSignal.timeout(request.limits.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
  try {
    const response = await followOnSameOrigin(request, signal);
    assertUsable(response);
    if (response.status === 304) return { ...(request.etag === undefined ? {} : { etag: request.etag }) };
    const { maxBytes } = request.limits;
    const bytes = await readBounded(response, maxBytes, signal);
    const etag = response.headers.get('etag');
    return { bytes, ...(etag === null ? {} : { etag }) };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof LookupFailure) throw error;
    throw new LookupFailure(deadline.aborted || isTimeout(error) ? 'timeout' : 'unreachable', { cause: error });
  }
}

async function followOnSameOrigin(request: FetchTextRequest, signal: AbortSignal): Promise<FetchResponse> {
  const { origin } = new URL(request.url);
  let url = request.url;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await untilAborted(fetch(url, optionsOf(request, signal)), signal);
    const location = response.status === 304 ? null : locationOf(response);
    if (location === null) return response;
    response.body.destroy();
    if (!URL.canParse(location, url)) break;
    url = new URL(location, url).href;
    if (new URL(url).origin !== origin) break;
  }
  throw new LookupFailure('redirected');
}

/** The library under this waits for its next retry before it notices a cancel; nobody should wait with it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function locationOf(response: FetchResponse): string | null {
  return response.status >= 300 && response.status < 400 ? (response.headers.get('location') ?? '') : null;
}

function optionsOf({ registry, user, etag, accept, body, limits }: FetchTextRequest, signal: AbortSignal) {
  return {
    headers: {
      accept: accept ?? (body === undefined ? abbreviated : 'application/json'),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'user-agent': `cto-guardrails node/${process.version}`,
      ...(registry.authorization === undefined ? {} : { authorization: registry.authorization }),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    },
    ...(body === undefined ? {} : { method: 'POST', body }),
    redirect: 'manual' as const,
    retry: {
      retries: limits.retries,
      factor: 3,
      minTimeout: limits.retryDelayMs,
      maxTimeout: limits.retryDelayMs * 10,
    },
    maxSockets: limits.maxSockets,
    timeout: limits.timeoutMs,
    signal,
    ...(user.proxy === undefined ? {} : { proxy: user.proxy }),
    ...(user.noProxy === undefined ? {} : { noProxy: user.noProxy }),
    ...(user.strictSSL === undefined ? {} : { strictSSL: user.strictSSL }),
    ...(user.ca === undefined ? {} : { ca: user.ca }),
    ...(registry.cert === undefined ? {} : { cert: registry.cert }),
    ...(registry.key === undefined ? {} : { key: registry.key }),
  };
}

function assertUsable(response: FetchResponse): void {
  const { status } = response;
  if (status === 200 || status === 304) return;
  response.body.destroy();
  if (status === 404 || status === 410) throw new LookupFailure('not-found');
  throw new LookupFailure(status === 401 || status === 403 ? 'forbidden' : 'server-error');
}

async function readBounded(response: FetchResponse, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    signal.throwIfAborted();
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.body.destroy();
      throw new LookupFailure('too-large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file that is published packed (`.gz`) arrives packed, unlike an answer that only travelled so. */
function unpacked(bytes: Buffer, maxOutputLength: number): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new LookupFailure(isTooLarge ? 'too-large' : 'not-json', { cause: error });
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /TIMEOUT|TIMEDOUT/.test(String(error.code));
}
