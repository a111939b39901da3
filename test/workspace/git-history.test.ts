import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isFixCommit } from '../../src/workspace/history/fix-commit.ts';
import { readGitHistory } from '../../src/workspace/history/read-git-history.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { makeRepository, type Repository } from './git-repository.ts';
import { temporaryFolder } from './temporary-folder.ts';

const long = (name: string): string =>
  Array.from({ length: 30 }, (_, line) => `export const ${name}${line} = ${line};\n`).join('');

const commitsOf = async (root: string): Promise<Record<string, number>> => {
  const { history } = await readGitHistory(root);
  const counts = [...history!.files].map(([file, { commits }]): [string, number] => [file, commits]);
  return Object.fromEntries(counts.sort());
};

function shopRepository(): Repository {
  const repository = makeRepository();
  const { write, commit } = repository;
  write({ 'app/old.ts': long('a'), 'app/gone.ts': long('g'), 'lib/b.ts': long('b') });
  commit('Begin', '2023-05-01T10:00:00Z');
  write({ 'lib/b.ts': long('b') + '// two' });
  commit('fix: rounding of totals', '2024-02-01T10:00:00Z', 'grace');
  write({ 'app/old.ts': long('a') + '// two' });
  commit('Add a discount', '2024-02-03T10:00:00Z');
  fs.renameSync(path.join(repository.root, 'app/old.ts'), path.join(repository.root, 'app/new.ts'));
  fs.rmSync(path.join(repository.root, 'app/gone.ts'));
  commit('Rename', '2024-03-01T10:00:00Z');
  write({ 'app/new.ts': long('a') + '// three' });
  commit('Corrige un plantage à la caisse', '2024-06-01T10:00:00Z');
  return repository;
}

describe('git history', () => {
  it('counts the twelve months before HEAD, renames followed', async () => {
    const { root } = shopRepository();
    const { history, notices } = await readGitHistory(root);
    assert.deepEqual(notices, []);
    assert.equal(history!.headDate, '2024-06-01T10:00:00.000Z');
    assert.match(history!.head, /^[0-9a-f]{40}$/);
    assert.deepEqual(await commitsOf(root), { 'app/new.ts': 3, 'lib/b.ts': 1 });
    assert.equal(history!.files.get('lib/b.ts')!.fixCommits, 1);
    assert.equal(history!.files.get('app/new.ts')!.fixCommits, 1);
    assert.equal(history!.touches, 5);
    assert.equal(history!.activeAuthors, 2);
    assert.equal(history!.authorMonths, 4);
    assert.equal(history!.isTruncated, false);
    const [author] = history!.files.get('lib/b.ts')!.changesByAuthor.keys();
    assert.match(author!, /^[0-9a-f]{64}$/);
  });

  it('of a folder in the repository has its files and the sums of the whole', async () => {
    const { root } = shopRepository();
    const { history } = await readGitHistory(path.join(root, 'app'));
    assert.deepEqual([...history!.files.keys()], ['new.ts']);
    assert.equal(history!.touches, 5);
  });

  it('leaves out merges and bulk commits', async () => {
    const { root, write, commit, git } = makeRepository();
    write({ 'a.ts': long('a') });
    commit('Begin', '2024-01-01T10:00:00Z');
    git('checkout', '-q', '-b', 'side');
    write({ 'b.ts': 'b' });
    commit('Side', '2024-01-02T10:00:00Z');
    git('checkout', '-q', 'main');
    write({ 'a.ts': long('a') + '//' });
    commit('Main', '2024-01-03T10:00:00Z');
    git('-c', 'user.name=m', '-c', 'user.email=m@x', 'merge', '-q', '--no-edit', 'side');
    write(Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`bulk/${index}.ts`, `${index}`])));
    commit('Format everything', '2024-01-05T10:00:00Z');
    assert.deepEqual(await commitsOf(root), { 'a.ts': 2, 'b.ts': 1 });
  });

  it('follows a rename past work on another branch that still used the old name', async () => {
    const { root, write, commit, git } = makeRepository();
    write({ 'old.ts': long('a') });
    commit('Begin', '2024-01-01T10:00:00Z');
    git('checkout', '-q', '-b', 'side');
    write({ 'old.ts': long('a') + '// side' });
    commit('Side', '2024-01-05T10:00:00Z');
    git('checkout', '-q', 'main');
    git('mv', 'old.ts', 'new.ts');
    commit('Rename', '2024-01-02T10:00:00Z');
    git('-c', 'user.name=m', '-c', 'user.email=m@x', 'merge', '-q', '--no-edit', 'side');
    commit('After', '2024-01-06T10:00:00Z');
    assert.deepEqual(await commitsOf(root), { 'new.ts': 3 });
  });

  it('survives renames in a circle and names with line breaks', async () => {
    const { root, write, commit, git } = makeRepository();
    const odd = 'odd\r\nname.ts';
    write({ 'a.ts': long('a'), 'b.ts': long('other'), [odd]: long('o') });
    commit('Begin', '2024-01-01T10:00:00Z');
    for (const day of [2, 3]) {
      git('mv', 'a.ts', 'c.ts');
      git('mv', 'b.ts', 'a.ts');
      git('mv', 'c.ts', 'b.ts');
      commit('Swap', `2024-01-0${day}T10:00:00Z`);
    }
    write({ [odd]: 'o' });
    commit('Odd', '2024-01-04T10:00:00Z');
    const counts = await commitsOf(root);
    assert.deepEqual(Object.keys(counts).sort(), ['a.ts', 'b.ts', odd]);
    assert.equal(counts[odd], 2);
  });

  for (const date of ['1970-01-01T00:00:01Z', '2099-12-31T23:59:59Z'])
    it(`bears a HEAD of ${date}`, async () => {
      const { root, write, commit } = makeRepository();
      write({ 'a.ts': 'a' });
      commit('Begin', date);
      const { history } = await readGitHistory(root);
      assert.equal(Date.parse(history!.headDate), Date.parse(date));
      assert.equal(history!.files.get('a.ts')!.commits, 1);
    });

  it('says when the clone is too shallow', async () => {
    const { root, git } = shopRepository();
    const clone = path.join(temporaryFolder(), 'clone');
    git('clone', '-q', '--depth', '2', `file://${root}`, clone);
    const { history, notices } = await readGitHistory(clone);
    assert.deepEqual(
      notices.map(({ code }) => code),
      ['history-truncated'],
    );
    assert.equal(history!.isTruncated, true);
    assert.deepEqual([...history!.files.keys()], ['app/new.ts']);
  });

  it('runs nothing that the repository asks for', async () => {
    const { root, git } = shopRepository();
    const trap = path.join(root, 'trap.sh');
    const sprung = path.join(root, 'sprung');
    fs.writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\n`, { mode: 0o755 });
    const settings = [
      'core.fsmonitor',
      'core.pager',
      'pager.log',
      'diff.external',
      'gpg.program',
      'core.sshCommand',
      'diff.evil.textconv',
      'diff.evil.command',
      'core.alternateRefsCommand',
    ];
    for (const setting of settings) git('config', setting, trap);
    git('config', 'log.showSignature', 'true');
    git('config', 'diff.relative', 'true');
    fs.writeFileSync(path.join(root, '.gitattributes'), '*.ts diff=evil\n');
    assert.deepEqual(Object.keys(await commitsOf(path.join(root, 'app'))), ['new.ts']);
    assert.equal(fs.existsSync(sprung), false);
  });

  const without: [name: string, code: string, make: () => string][] = [
    ['there is no repository', 'no-repository', () => temporaryFolder()],
    ['there is no commit', 'no-commits', () => makeRepository().root],
  ];
  for (const [name, code, make] of without)
    it(`is left out when ${name}`, async () => {
      const workspace = await openWorkspace(make());
      assert.equal(workspace.history, undefined);
      assert.deepEqual(
        workspace.notices.map((notice) => notice.code),
        [code],
      );
    });

  it('is left out when git is not installed', async () => {
    const { root } = shopRepository();
    const { PATH } = process.env;
    process.env.PATH = root;
    try {
      const workspace = await openWorkspace(root);
      assert.equal(workspace.history, undefined);
      assert.deepEqual(
        workspace.notices.map(({ code }) => code),
        ['git-missing'],
      );
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('stops when it is cancelled', async () => {
    const { root } = shopRepository();
    await assert.rejects(readGitHistory(root, { signal: AbortSignal.abort() }), { name: 'AbortError' });
    const controller = new AbortController();
    const reading = readGitHistory(root, { signal: controller.signal });
    setImmediate(() => controller.abort());
    await assert.rejects(reading, { name: 'AbortError' });
  });
});

describe('a commit that mends a defect', () => {
  const subjects: [subject: string, isFix: boolean][] = [
    ['fix: total of an empty cart', true],
    ['Fixes #12', true],
    ['Hotfix for login', true],
    ['Regression in search', true],
    ['[BUG] crash on start', true],
    ['Corrige la régression du panier', true],
    ['Correctif : plantage', true],
    ['Add a prefix to the names', false],
    ['docs: fix the example', false],
    ['Fix typo', false],
    ['Fix lint', false],
    ['feat: bug report form', false],
    ['Debug logging', false],
  ];
  for (const [subject, isFix] of subjects)
    it(`${isFix ? 'is' : 'is not'} "${subject}"`, () => assert.equal(isFixCommit(subject), isFix));
});
