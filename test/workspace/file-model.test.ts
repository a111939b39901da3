import assert from 'node:assert/strict';
import { countCodeLines } from '../../src/workspace/code-lines.ts';
import { createFileModel } from '../../src/workspace/create-file-model.ts';
import { fileRoleOf } from '../../src/workspace/file-role.ts';

describe('createFileModel', () => {
  it('models broken code from its text alone', () => {
    const file = createFileModel('src/a.ts', '/shop/src/a.ts', 'const a = ;\r\nfunction b( {');
    assert.equal(file.project, undefined);
    assert.equal(file.role, 'production');
    assert.deepEqual(
      file.syntaxProblems.map(({ range }) => range.start.line),
      [0, 1],
    );
    assert.equal(file.sourceFile.statements[1]!.parent, file.sourceFile);
    assert.equal(file.lines.lineCount, 2);
    assert.match(file.hash, /^[0-9a-f]{64}$/);
  });
});

describe('countCodeLines', () => {
  const texts: [text: string, lines: number][] = [
    ['', 0],
    ['\n\r\n \t\n', 0],
    ['a', 1],
    ['a\nb\r\nc\rd', 4],
    ['// a\n/* b\n c */\nd', 1],
    ['a /* b\n c */ d', 2],
    ['const url = "http://x"; // y', 1],
    ['const t = `\n// text\n\n`;', 3],
    ["const s = 'it\\'s'; /* c */\n// d", 1],
    ['/** never ends', 0],
  ];
  for (const [text, lines] of texts)
    it(`finds ${lines} in ${JSON.stringify(text)}`, () => assert.equal(countCodeLines(text), lines));
});

describe('fileRoleOf', () => {
  const roles: [path: string, role: string][] = [
    ['src/shop.ts', 'production'],
    ['src/latest/contest.ts', 'production'],
    ['src/testing-library.ts', 'production'],
    ['src/shop.test.ts', 'test'],
    ['src/__tests__/shop.ts', 'test'],
    ['runtime-tests/node/index.ts', 'test'],
    ['cypress/e2e/a.cy.js', 'test'],
    ['examples/shop/server.ts', 'example'],
    ['src/Button.stories.tsx', 'example'],
    ['examples/shop/test/a.ts', 'test'],
    ['scripts/release.mjs', 'tooling'],
    ['vite.config.ts', 'tooling'],
    ['webpack.config.prod.js', 'tooling'],
    ['gulpfile.js', 'tooling'],
    ['.eslintrc.cjs', 'tooling'],
    ['benchmarks/routers/src/a.ts', 'tooling'],
    ['src/config.ts', 'production'],
  ];
  for (const [path, role] of roles) it(`takes ${path} for ${role}`, () => assert.equal(fileRoleOf(path), role));
});
