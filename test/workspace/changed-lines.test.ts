import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createPatchReader } from '../../src/workspace/history/patch-log.ts';
import { readGitHistory } from '../../src/workspace/history/read-git-history.ts';
import { makeRepository } from './git-repository.ts';
import { temporaryFolder } from './temporary-folder.ts';

const price = (rate: string): string => `export function price(net: number) {\n  return net * ${rate};\n}\n`;
const label = (text: string): string => `export function label(id: string) {\n  return '${text}' + id;\n}\n`;

const linesOf = async (root: string, file: string): Promise<unknown> =>
  (await readGitHistory(root)).history!.files.get(file)?.changedLines;

describe('changed lines', () => {
  it('are told as lines of HEAD, past insertions above them and renames', async () => {
    const { root, write, commit, git } = makeRepository();
    write({ 'old.ts': price('1.2') + label('no. ') });
    commit('Begin', '2024-01-01T10:00:00Z');
    write({ 'old.ts': price('1.21') + label('no. ') });
    commit('Rate', '2024-01-02T10:00:00Z');
    write({ 'old.ts': `const a = 1;\nconst b = 2;\n${price('1.21')}${label('no. ')}` });
    commit('Above', '2024-01-03T10:00:00Z');
    git('mv', 'old.ts', 'new.ts');
    commit('Rename', '2024-01-04T10:00:00Z');
    write({ 'new.ts': `const a = 1;\nconst b = 2;\n${price('1.21')}${label('#')}` });
    commit('Label', '2024-01-05T10:00:00Z');
    // Newest first: the label, the two lines above, the rate, the beginning.
    assert.deepEqual(await linesOf(root, 'new.ts'), [
      [6, 6],
      [0, 1],
      [3, 3],
      [2, 7],
    ]);
  });

  it('stay with the function whose lines were deleted or written anew', async () => {
    const { root, write, commit } = makeRepository();
    const body = (lines: readonly string[]): string => `export function pay() {\n${lines.join('\n')}\n}\n${label('a')}`;
    write({ 'a.ts': body(['  one();', '  two();', '  three();']) });
    commit('Begin', '2024-01-01T10:00:00Z');
    write({ 'a.ts': body(['  one();', '  second();', '  three();']) });
    commit('Second', '2024-01-02T10:00:00Z');
    write({ 'a.ts': body(['  one();', '  three();']) });
    commit('Without', '2024-01-03T10:00:00Z');
    const [without, second] = (await linesOf(root, 'a.ts')) as number[][];
    assert.deepEqual(
      [without, second],
      [
        [1, 1],
        [1, 1],
      ],
    );
  });

  it('of a folder in the repository have its names', async () => {
    const { root, write, commit } = makeRepository();
    write({ 'app/a.ts': price('1'), 'lib/b.ts': price('2') });
    commit('Begin', '2024-01-01T10:00:00Z');
    assert.deepEqual(await linesOf(path.join(root, 'app'), 'a.ts'), [[0, 2]]);
  });

  it('are not known of binary contents, pure renames, bulk changes and names in git’s quotes', async () => {
    const { root, write, commit, git } = makeRepository();
    const odd = 'tab\there.ts';
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`bulk/${index}.ts`, `${index}\n`]));
    write({
      'data.ts': 'a\0b',
      [odd]: price('1'),
      ...many,
      '.gitattributes': 'hidden.ts binary\n',
      'hidden.ts': 'x\n',
    });
    commit('Begin', '2024-01-01T10:00:00Z');
    write({ 'data.ts': 'a\0c', [odd]: price('2'), 'hidden.ts': 'y\n' });
    commit('Change', '2024-01-02T10:00:00Z');
    git('mv', 'bulk/1.ts', 'moved.ts');
    commit('Move', '2024-01-03T10:00:00Z');
    const { history } = await readGitHistory(root);
    const told = [...history!.files].filter(([, { changedLines }]) => changedLines !== undefined);
    assert.deepEqual(told, []);
    assert.equal(history!.files.get(odd)!.commits, 1);
  });

  it('of a shallow clone leave out its first commit, which stands for all before', async () => {
    const { root, write, commit, git } = makeRepository();
    for (const day of [1, 2, 3]) {
      write({ 'a.ts': price(`1.${day}`) });
      commit('Rate', `2024-01-0${day}T10:00:00Z`);
    }
    const clone = path.join(temporaryFolder(), 'clone');
    git('clone', '-q', '--depth', '2', `file://${root}`, clone);
    assert.deepEqual(await linesOf(clone, 'a.ts'), [[1, 1]]);
  });

  it('are read from contents that look like headers, in pieces of any size', () => {
    const log = [
      'mark\x01parent',
      '',
      'diff --git a/a b.ts b/a b.ts',
      '--- a/a b.ts\t',
      '+++ b/a b.ts\t',
      '@@ -1,3 +1,4 @@ mark\x01',
      '--- a/evil.ts',
      '-diff --git a/evil.ts b/evil.ts',
      '-mark\x01',
      '+++ b/evil.ts',
      `+${'long '.repeat(5000)}`,
      '+@@ -9,9 +9,9 @@',
      '+mark\x01',
      '\\ No newline at end of file',
      '@@ -10,0 +12 @@',
      '+one',
      'mark\x01',
      '',
    ].join('\n');
    for (const size of [1, 7, 4096, log.length]) {
      const commits: unknown[] = [];
      const reader = createPatchReader('mark', (commit) => commits.push(commit));
      for (let at = 0; at < log.length; at += size) reader.read(log.slice(at, at + size));
      reader.end();
      assert.deepEqual(commits, [
        {
          isRoot: false,
          changes: [
            {
              path: 'a b.ts',
              hunks: [
                { oldStart: 0, oldCount: 3, newStart: 0, newCount: 4 },
                { oldStart: 10, oldCount: 0, newStart: 11, newCount: 1 },
              ],
            },
          ],
        },
        { isRoot: true, changes: [] },
      ]);
    }
  });

  it('and the whole history are read once for a commit', async () => {
    const { root, write, commit } = makeRepository();
    write({ 'app/a.ts': price('1') });
    commit('Begin', '2024-01-01T10:00:00Z');
    const { history: known } = await readGitHistory(root);
    assert.equal((await readGitHistory(root, { known })).history, known);
    assert.deepEqual([...(await readGitHistory(path.join(root, 'app'), { known })).history!.files.keys()], ['a.ts']);
    fs.writeFileSync(path.join(root, 'app/a.ts'), price('2'));
    commit('Rate', '2024-01-02T10:00:00Z');
    assert.equal((await readGitHistory(root, { known })).history!.files.get('app/a.ts')!.commits, 2);
  });
});
