import assert from 'node:assert/strict';
import type { DependencyRange } from '../../src/workspace/dependency-range.ts';
import { parseDependencyRange } from '../../src/workspace/dependency-range.ts';

const registry = (range: string, name = 'tool', isAlias = false): DependencyRange => ({
  kind: 'registry',
  name,
  range,
  isAlias,
});

describe('the range of a dependency', () => {
  const cases: readonly (readonly [string, DependencyRange])[] = [
    ['^1.2.3', registry('^1.2.3')],
    [' ~1.2 ', registry('~1.2')],
    ['1.x || >=2.5.0 || 5.0.0 - 7.2.3', registry('1.x || >=2.5.0 || 5.0.0 - 7.2.3')],
    ['', registry('')],
    ['*', registry('*')],
    ['1.2.3beta', registry('1.2.3beta')],
    ['latest', { kind: 'tag', name: 'tool', tag: 'latest', isAlias: false }],
    ['npm:other@^1.0.0', registry('^1.0.0', 'other', true)],
    ['npm:@acme/other@1', registry('1', '@acme/other', true)],
    ['npm:@acme/other', registry('*', '@acme/other', true)],
    ['npm:other@next', { kind: 'tag', name: 'other', tag: 'next', isAlias: true }],
    ['npm:^1.0.0', registry('^1.0.0')],
    ['workspace:*', { kind: 'workspace' }],
    ['workspace:^1.0.0', { kind: 'workspace' }],
    ['catalog:', { kind: 'catalog', name: 'tool' }],
    ['catalog:react18', { kind: 'catalog', name: 'tool' }],
    ['file:../tool', { kind: 'local' }],
    ['link:../tool', { kind: 'local' }],
    ['portal:../tool', { kind: 'local' }],
    ['patch:tool@npm%3A1.0.0#./tool.patch', { kind: 'local' }],
    ['../tool', { kind: 'local' }],
    ['someone/tool', { kind: 'git' }],
    ['someone/tool#main', { kind: 'git', commitish: 'main' }],
    ['github:someone/tool#semver:^1.0.0', { kind: 'git', commitish: 'semver:^1.0.0' }],
    ['git+ssh://git@host.example/tool.git#abc1234', { kind: 'git', commitish: 'abc1234' }],
    ['git@github.com:someone/tool.git', { kind: 'git' }],
    ['https://github.com/someone/tool', { kind: 'git' }],
    ['https://github.com/someone/tool.git#v1', { kind: 'git', commitish: 'v1' }],
    ['https://example.com/tool-1.0.0.tgz', { kind: 'tarball' }],
    ['https://github.com/someone/tool/archive/v1.tar.gz', { kind: 'tarball' }],
    ['jsr:@std/path@1', { kind: 'unknown' }],
    ['<<<<<<< HEAD', { kind: 'unknown' }],
  ];
  for (const [text, expected] of cases) {
    it(`reads \`${text}\` as ${expected.kind}`, () => assert.deepEqual(parseDependencyRange('tool', text), expected));
  }
});
