import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../src/base/user-error.ts';
import { readConfigurationTexts } from '../../src/workspace/read-configuration-texts.ts';
import { writeWorkspaceFile } from '../../src/workspace/write-workspace-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('readConfigurationTexts', () => {
  it('finds the configuration of the root and those below', async () => {
    const root = temporaryFolder({
      'cto-guardrails.json': '\ufeff{ broken',
      'app/cto-guardrails.json': '{}',
      'node_modules/a/cto-guardrails.json': '{}',
    });
    assert.deepEqual(await readConfigurationTexts(root), {
      rootText: { file: 'cto-guardrails.json', text: '{ broken' },
      nestedTexts: [{ file: 'app/cto-guardrails.json', text: '{}' }],
    });
    assert.deepEqual(await readConfigurationTexts(path.join(root, 'nowhere')), { nestedTexts: [] });
  });
});

describe('writeWorkspaceFile', () => {
  it('replaces a file as a whole and makes its folder', async () => {
    const root = temporaryFolder({ 'a.json': 'old' });
    await writeWorkspaceFile(root, 'a.json', 'new');
    await writeWorkspaceFile(root, 'deep/er/b.json', 'b');
    assert.equal(fs.readFileSync(path.join(root, 'a.json'), 'utf8'), 'new');
    assert.equal(fs.readFileSync(path.join(root, 'deep/er/b.json'), 'utf8'), 'b');
    assert.deepEqual(fs.readdirSync(root).sort(), ['a.json', 'deep']);
  });

  it('refuses a place outside, by its path or through a link', async () => {
    const outside = temporaryFolder({ 'kept.json': 'kept' });
    const root = temporaryFolder();
    fs.symlinkSync(outside, path.join(root, 'out'));
    fs.symlinkSync(path.join(outside, 'kept.json'), path.join(root, 'link.json'));
    for (const file of [
      '../a.json',
      path.join(outside, 'kept.json'),
      'out/kept.json',
      'out/new/a.json',
      'link.json',
      '.',
    ])
      await assert.rejects(writeWorkspaceFile(root, file, 'x'), (error) => error instanceof UserError, file);
    assert.deepEqual(fs.readdirSync(outside), ['kept.json']);
    assert.equal(fs.readFileSync(path.join(outside, 'kept.json'), 'utf8'), 'kept');
  });
});
