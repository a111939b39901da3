import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import type { AuditOptions } from '../../src/audit/audit-options.ts';
import { makeRepository } from '../workspace/git-repository.ts';

// Made up, and put together here so that no scanner of the host takes this file for a leak.
const github = ['ghp', 'Zk3Vq8sTn5RbW1xYc7HdMj4LpQg2FvXe9NtB'].join('_');
const stripe = ['sk_live', 'docJ4isAjIhKtJ2RlgLKOmxg'].join('_');
const password = 'Gr8-Winter-77';

interface Told {
  readonly messages: readonly string[];
  readonly notices: readonly string[];
  readonly text: string;
}

async function pastOf(root: string, options: AuditOptions = {}): Promise<Told> {
  const outcome = await auditFolder(root, { offline: true, workers: 0, ...options });
  const found = outcome.assessment.findings.filter(({ finding }) => finding.rule === 'security/secret-in-history');
  assert.ok(found.every(({ price }) => price.leaveEur.mean > 0));
  return {
    messages: found.map(({ finding }) => finding.message.en.replace(/commit [0-9a-f]{8},/, 'commit …,')).sort(),
    notices: outcome.assessment.coverage.notices.map(({ code }) => code),
    text: JSON.stringify(outcome.assessment),
  };
}

describe('secrets of the past', () => {
  let cacheFolder: string;
  beforeEach(() => {
    cacheFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'past-'));
  });
  afterEach(() => fs.rmSync(cacheFolder, { recursive: true, force: true }));

  it('names the commit, file and line that brought in what the files no longer hold', async () => {
    const { root, write, commit } = makeRepository();
    write({ 'src/app.js': `const a = 1;\nconst key = '${github}';\n`, '.env': `A=1\nDB_PASSWORD=${password}\n` });
    commit('Begin', '2024-01-01T10:00:00Z', 'grace');
    write({ 'src/pay.js': `export const key = '${stripe}';\n` });
    commit('Pay', '2024-02-01T10:00:00Z');
    write({ 'src/app.js': 'const a = 1;\n', 'src/moved.js': `\n\nconst key = '${github}';\n` });
    fs.rmSync(path.join(root, '.env'));
    commit('Move', '2024-03-01T10:00:00Z');
    fs.rmSync(path.join(root, 'src/moved.js'));
    commit('Take out', '2024-04-01T10:00:00Z');
    const { messages, text } = await pastOf(root);
    assert.deepEqual(messages, [
      'GitHub token `ghp_…` is still in the history: commit …, src/app.js, line 2',
      'Value of `DB_PASSWORD` `Gr8-…` is still in the history: commit …, .env, line 2',
    ]);
    for (const hidden of [github, stripe, password, 'grace', '2024-01-01']) assert.ok(!text.includes(hidden), hidden);
  });

  it('reads each commit once, and the values stay out of what it keeps', async () => {
    const { root, git, write, commit } = makeRepository();
    write({ 'a.txt': `${github}\n` });
    commit('Begin', '2024-01-01T10:00:00Z');
    write({ 'a.txt': 'gone\n' });
    commit('Take out', '2024-02-01T10:00:00Z');
    const kept = { cacheFolder, keepsResults: true };
    const first = await pastOf(root, kept);
    assert.equal(first.messages.length, 1);
    // A git that fails from now on shows what is not read again.
    const objects = path.join(root, '.git/objects');
    const hash = git('rev-parse', 'HEAD~1:a.txt').trim();
    fs.rmSync(path.join(objects, hash.slice(0, 2), hash.slice(2)));
    assert.deepEqual((await pastOf(root, kept)).messages, first.messages);
    write({ 'b.txt': `${stripe}\n` });
    commit('Pay', '2024-03-01T10:00:00Z');
    write({ 'b.txt': 'gone\n' });
    commit('Take out again', '2024-04-01T10:00:00Z');
    assert.deepEqual((await pastOf(root, kept)).messages, [
      ...first.messages,
      'Stripe live key `sk_l…` is still in the history: commit …, b.txt, line 1',
    ]);
    for (const file of fs.readdirSync(cacheFolder, { recursive: true, encoding: 'utf8' })) {
      const full = path.join(cacheFolder, file);
      if (fs.statSync(full).isFile()) assert.ok(!fs.readFileSync(full, 'utf8').includes(github), file);
    }
  });

  it('goes back no further than the setting says, and says so', async () => {
    const { root, write, commit } = makeRepository();
    write({ 'a.txt': `${github}\n` });
    commit('Begin', '2024-01-01T10:00:00Z');
    for (const text of ['one', 'two', 'three']) {
      write({ 'a.txt': text });
      commit(text, '2024-02-01T10:00:00Z');
    }
    write({
      'cto-guardrails.json': JSON.stringify({ rules: { 'security/secret-in-history': { mostCommits: 2 } } }),
    });
    const { messages, notices } = await pastOf(root);
    assert.deepEqual(messages, []);
    assert.ok(notices.includes('past-partly-read'));
    write({ 'cto-guardrails.json': JSON.stringify({ rules: { 'security/secret-in-history': 'off' } }) });
    assert.ok(!(await pastOf(root)).notices.includes('past-partly-read'));
  });

  it('reads a shallow clone as far as it goes, a detached head, and nothing where git may not run', async () => {
    const { root, git, write, commit } = makeRepository();
    write({ 'a.txt': `${github}\n` });
    commit('Begin', '2024-01-01T10:00:00Z');
    write({ 'a.txt': `${stripe}\n` });
    commit('Change', '2024-02-01T10:00:00Z');
    write({ 'a.txt': 'gone\n' });
    commit('Take out', '2024-03-01T10:00:00Z');
    git('checkout', '-q', '--detach', 'HEAD');
    assert.equal((await pastOf(root)).messages.length, 2);
    assert.deepEqual((await pastOf(root, { git: false })).messages, []);
    const shallow = path.join(cacheFolder, 'shallow');
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${root}`, shallow]);
    assert.deepEqual((await pastOf(shallow)).messages, [
      'Stripe live key `sk_l…` is still in the history: commit …, a.txt, line 1',
    ]);
  });

  it('is not misled by lines that look like headers, odd names, settings of the repository or long lines', async () => {
    const { root, git, write, commit } = makeRepository();
    git('config', 'diff.noprefix', 'true');
    git('config', 'diff.external', '/bin/false');
    git('config', 'color.ui', 'always');
    const headers = `++ b/other.txt\n@@ -1 +1,9 @@\ncommit 0000\n${github}\n`;
    write({ 'a b "c".txt': headers, 'é.txt': `${'x'.repeat(3_000_000)}\n${stripe}` });
    commit('Begin', '2024-01-01T10:00:00Z');
    for (const name of ['a b "c".txt', 'é.txt']) fs.rmSync(path.join(root, name));
    commit('Take out', '2024-02-01T10:00:00Z');
    assert.deepEqual((await pastOf(root)).messages, [
      'GitHub token `ghp_…` is still in the history: commit …, a b "c".txt, line 4',
      'Stripe live key `sk_l…` is still in the history: commit …, é.txt, line 2',
    ]);
  });
});
