import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from './temporary-folder.ts';

// Every way out of a Node process ends in one of these; each says its name and refuses.
const guard = `
import net from 'node:net';
import dns from 'node:dns';
import dgram from 'node:dgram';
import { loadLibraryFacts } from './load-library-facts.mjs';
const used = [];
const refuse = (what) => function () { used.push(what); throw new Error('no ' + what + ' here'); };
net.Socket.prototype.connect = refuse('socket');
dgram.Socket.prototype.send = refuse('datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse('name lookup');
  dns.promises[name] = refuse('name lookup');
}
const place = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
const dependency = { name: 'lodash', range: '^4.17.0', kind: 'dependencies', nameRange: place, rangeRange: place };
const notices = [];
const facts = await loadLibraryFacts({
  root: process.cwd(),
  homeFolder: process.cwd(),
  environment: {},
  manifests: [{ file: 'package.json', isPrivate: true, dependencies: [dependency], text: '', installedVersion: () => '4.17.0' }],
  network: process.argv[2] === 'network',
  cacheFolder: process.cwd(),
  limits: { retries: 0 },
  onNotice: (notice) => notices.push(notice),
});
console.log(JSON.stringify({ used, facts: facts.packageFacts('lodash') ?? null, codes: notices.map(({ code }) => code) }));
`;

describe('an offline run', () => {
  it('opens no socket, not even to look a name up, and says what it left out', async () => {
    await using folder = await bundleWithGuard();
    const offline = run(folder.path, 'offline');
    assert.deepEqual(offline, { used: [], facts: null, codes: ['registry-offline', 'advisories-not-given'] });
    const { used, codes } = run(folder.path, 'network');
    assert.ok(used.length > 0, 'the guard sees what a run with the network does');
    assert.deepEqual(codes, ['registry-incomplete', 'advisories-incomplete']);
  });
});

async function bundleWithGuard() {
  const folder = await temporaryFolder({ 'guard.mjs': guard });
  await build({
    entryPoints: ['src/registry/load-library-facts.ts'],
    outfile: path.join(folder.path, 'load-library-facts.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return folder;
}

function run(folder: string, mode: string): { used: string[]; facts: unknown; codes: string[] } {
  const { stdout, stderr } = spawnSync(process.execPath, ['guard.mjs', mode], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout) as ReturnType<typeof run>;
}
