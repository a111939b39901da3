import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, runBundled } from './cli-process.ts';

/** Loaded into every process of a run: each way out of Node is written down and refused. */
const guard = `
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import net from 'node:net';
const refuse = (what) => function () {
  fs.appendFileSync(process.env.WAYS_OUT, what + '\\n');
  throw new Error('no ' + what + ' here');
};
net.Socket.prototype.connect = refuse('socket');
dgram.Socket.prototype.send = refuse('datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse('name lookup');
  dns.promises[name] = refuse('name lookup');
}
`;

describe('cto-guardrails audit --offline', function () {
  this.timeout(180_000);
  let folder: string;

  before(() => {
    ensureBuilt();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'offline-'));
    const files = {
      'guard.mjs': guard,
      'shop/package.json': '{ "private": true, "dependencies": { "left-pad": "1.3.0" } }',
      'shop/index.js': "module.exports = require('left-pad');\n",
      'shop/cto-guardrails.json': '{ "libraries": { "online": true, "sources": ["registry", "osv"] } }',
    };
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    }
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function waysOut(...flags: readonly string[]): Promise<{ used: string; stdout: string }> {
    const log = path.join(folder, `ways-out${flags.join('')}.txt`);
    fs.writeFileSync(log, '');
    const cache = path.join(folder, `cache${flags.join('')}`);
    const { code, stdout, stderr } = await runBundled(['audit', path.join(folder, 'shop'), ...flags], {
      env: {
        NODE_OPTIONS: `--import ${pathToFileURL(path.join(folder, 'guard.mjs')).href}`,
        WAYS_OUT: log,
        XDG_CACHE_HOME: cache,
      },
    });
    assert.equal(code, 0, stderr);
    return { used: fs.readFileSync(log, 'utf8'), stdout };
  }

  it('opens no socket in any of its processes, though the configuration allows the network', async () => {
    const { used, stdout } = await waysOut('--offline');
    assert.equal(used, '');
    assert.match(stdout.replace(/\s+/g, ' '), /not compared with the registry because the network is off/);
  });

  it('and without it the same guard sees what the network is used for', async () => {
    const { used, stdout } = await waysOut();
    assert.notEqual(used, '');
    assert.match(stdout.replace(/\s+/g, ' '), /could not be looked up/);
  });
});
