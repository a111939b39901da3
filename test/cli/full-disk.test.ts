import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Lets writes beyond the limit fail, as on a full disk, where they would end the process. */
const bearing = '--import=data:text/javascript,process.on(%27SIGXFSZ%27,()=>{})';

describe('an audit whose results find no room', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'full-disk-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is whole, says so, and so is the next one', () => {
    fs.cpSync('test/samples/shop', path.join(folder, 'shop'), { recursive: true });
    const audit = (limit: string): { findings: unknown[]; notices: string[] } => {
      const command = `${limit} exec "${process.execPath}" dist/cli.mjs audit "$1" --offline --format json`;
      const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), NODE_OPTIONS: bearing };
      const text = execFileSync('bash', ['-c', command, 'audit', path.join(folder, 'shop')], {
        ...{ env, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] },
      });
      const result = JSON.parse(text) as { findings: unknown[]; coverage: { notices: { code: string }[] } };
      return { findings: result.findings, notices: result.coverage.notices.map(({ code }) => code) };
    };
    const cramped = audit('ulimit -f 8;');
    assert.ok(cramped.findings.length > 0);
    assert.ok(cramped.notices.includes('cache-not-written'));
    const next = audit('');
    assert.deepEqual(next.findings, cramped.findings);
    assert.ok(!next.notices.includes('cache-not-written'));
  });
});
