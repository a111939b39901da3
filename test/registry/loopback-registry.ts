import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface SeenRequest {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly accept: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export type Answer = (request: http.IncomingMessage, response: http.ServerResponse, attempt: number) => void;

/** A registry on loopback that speaks npm's protocol and misbehaves on demand. */
export interface LoopbackRegistry extends AsyncDisposable {
  /** Address ending in `/`. */
  readonly url: string;
  readonly host: string;
  readonly seen: readonly SeenRequest[];
  /** Most requests in flight at once. */
  readonly peak: () => number;
}

/** Starts a registry whose answers depend on the path; a path that is not listed gets 404. */
export async function startLoopbackRegistry(answers: Record<string, Answer>): Promise<LoopbackRegistry> {
  const seen: SeenRequest[] = [];
  let open = 0;
  let peak = 0;
  const server = http.createServer((request, response) => {
    const { url = '' } = request;
    const { authorization, accept, 'if-none-match': ifNoneMatch } = request.headers;
    seen.push({ url, authorization, accept, ifNoneMatch });
    peak = Math.max(peak, ++open);
    response.on('close', () => open--);
    const answer = Object.hasOwn(answers, url) ? answers[url] : undefined;
    if (answer) answer(request, response, seen.filter((one) => one.url === url).length);
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/`,
    host,
    seen,
    peak: () => peak,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Abbreviated metadata of a package with these versions, the last one being the latest. */
export function packument(name: string, ...versions: readonly string[]): string {
  return JSON.stringify({
    name,
    modified: '2026-10-01T08:00:00.000Z',
    'dist-tags': { latest: versions.at(-1) },
    versions: Object.fromEntries(versions.map((version) => [version, { name, version, dist: {} }])),
  });
}

/** Answers with a text, conditionally when it has an etag. */
export function sends(body: string, etag?: string): Answer {
  return (request, response) => {
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'application/json', ...(etag ? { etag } : {}) }).end(body);
  };
}
