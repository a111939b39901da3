import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a lock file of 100 MB', () => {
  it('is said to be too large, without being read', async () => {
    const root = temporaryFolder({
      'package.json': '{ "dependencies": { "koa": "2" } }',
      'package-lock.json': '{',
    });
    fs.truncateSync(path.join(root, 'package-lock.json'), 100 * 1024 * 1024);
    const before = process.memoryUsage();
    const workspace = await openWorkspace(root, { git: false });
    const after = process.memoryUsage();
    const taken = after.heapUsed + after.external - before.heapUsed - before.external;
    assert.ok(taken < 50 * 1024 * 1024, `${taken} bytes`);
    const notice = workspace.notices.find(({ code }) => code === 'lockfile-too-large');
    assert.match(notice?.text.en ?? '', /takes 100 MB, and lock files are read up to 40 MB/);
    assert.equal(workspace.manifests[0]!.installedVersion('koa'), undefined);
  });
});
