import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readGitHistory } from '../../src/workspace/history/read-git-history.ts';
import { makeRepository } from './git-repository.ts';

const commits = 50_000;
const files = 40;
const bulk = 10_000;
const start = Date.UTC(2024, 0, 1) / 1000;

/** A stream for `git fast-import`: a commit of many files, then a year of small ones by five people. */
function* importStream(): Generator<string> {
  yield commit(
    0,
    'Begin',
    Array.from({ length: bulk }, (_, index) => `src/generated/${index}.ts`),
  );
  for (let number = 1; number < commits; number++) {
    yield commit(number, number % 10 === 0 ? 'fix: totals' : 'Change', [`src/file${number % files}.ts`]);
  }
}

function commit(number: number, subject: string, paths: readonly string[]): string {
  const who = `person${number % 5} <person${number % 5}@example.com> ${start + number * 600} +0000`;
  const changes = paths.map((path) => {
    const text = `export const value = ${number};\n`;
    return `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
  });
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${subject.length}\n${subject}\n${changes.join('')}\n`;
}

describe('a history of 50,000 commits', function () {
  this.timeout(120_000);
  it('is read as a stream, counts each change, and leaves lines and a commit of 10,000 files alone', async () => {
    const { root } = makeRepository();
    const importer = spawn('git', ['-C', root, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const closed = once(importer, 'close');
    for (const piece of importStream()) if (!importer.stdin.write(piece)) await once(importer.stdin, 'drain');
    importer.stdin.end();
    assert.deepEqual(await closed, [0, null]);

    const counts: number[] = [];
    const before = process.memoryUsage().heapUsed;
    const { history, notices } = await readGitHistory(root, { onProgress: (count) => counts.push(count) });
    const grown = (process.memoryUsage().heapUsed - before) / 1024 / 1024;

    assert.deepEqual(notices, []);
    assert.equal(history!.touches, commits - 1);
    assert.equal(history!.activeAuthors, 5);
    const small = [...history!.files].filter(([name]) => name.startsWith('src/file'));
    assert.equal(small.length, files);
    assert.equal(
      small.reduce((sum, [, { commits: changes }]) => sum + changes, 0),
      commits - 1,
    );
    assert.equal(history!.files.get('src/generated/1.ts'), undefined);
    assert.ok(small.every(([, { changedLines }]) => changedLines === undefined));
    assert.ok(counts.length > 20, 'progress is told while it streams');
    assert.ok(grown < 300, `${grown.toFixed(0)} MB`);
  });
});
