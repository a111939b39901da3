import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from './temporary-folder.ts';

/** A version that a test publishes; `deprecated` as the publisher would write it. */
export interface PublishedVersion {
  readonly version: string;
  readonly deprecated?: string;
  /** `latest` when left out. */
  readonly tag?: string;
}

/** A real registry on loopback; packages in the scope `@private` need the token. */
export interface Verdaccio extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
  readonly token: string;
  publish(name: string, versions: readonly PublishedVersion[]): Promise<void>;
}

/** Starts Verdaccio without uplinks in a folder of its own and registers one user. */
export async function startVerdaccio(): Promise<Verdaccio> {
  const folder = await temporaryFolder({ 'config.yaml': configuration });
  const host = `127.0.0.1:${await freePort()}`;
  const url = `http://${host}/`;
  const bin = path.resolve('node_modules/verdaccio/bin/verdaccio');
  const server = spawn(process.execPath, [bin, '--config', path.join(folder.path, 'config.yaml'), '--listen', url], {
    stdio: 'ignore',
    cwd: folder.path,
  });
  await answers(`${url}-/ping`);
  const { token } = (await send(`${url}-/user/org.couchdb.user:tester`, {
    name: 'tester',
    password: 'tester-password',
  })) as {
    token: string;
  };
  return {
    url,
    host,
    token,
    publish: async (name, versions) => {
      for (const version of versions) {
        await send(url + name.replace('/', '%2f'), publication(url, name, version), token);
      }
    },
    [Symbol.asyncDispose]: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

const configuration = `
storage: ./storage
auth:
  htpasswd:
    file: ./htpasswd
uplinks: {}
packages:
  '@private/*':
    access: $authenticated
    publish: $authenticated
  '**':
    access: $all
    publish: $authenticated
log: { type: stdout, level: error }
`;

/** What `npm publish` sends: one version with its tarball. */
function publication(url: string, name: string, { tag = 'latest', ...version }: PublishedVersion) {
  const tarball = Buffer.from('not unpacked by anyone');
  const file = `${name.replace(/^@[^/]+\//, '')}-${version.version}.tgz`;
  const dist = { tarball: `${url}${name}/-/${file}`, shasum: createHash('sha1').update(tarball).digest('hex') };
  return {
    _id: name,
    name,
    'dist-tags': { [tag]: version.version },
    versions: { [version.version]: { name, ...version, dist } },
    _attachments: {
      [file]: { content_type: 'application/octet-stream', data: tarball.toString('base64'), length: tarball.length },
    },
  };
}

async function send(url: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
  throw new Error(`Nothing answers at ${url}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
