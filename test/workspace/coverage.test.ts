import assert from 'node:assert/strict';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sources = { 'src/cart.ts': 'export {};', 'src/till.ts': 'export {};', 'packages/api/package.json': '{}' };
const lcov = (path: string, counts: readonly number[]): string =>
  [`TN:`, `SF:${path}`, ...counts.map((count, index) => `DA:${index + 1},${count}`), 'end_of_record', ''].join('\n');

async function measured(files: Record<string, string>): Promise<{ shares: Record<string, number>; notices: string[] }> {
  const { coverage, notices } = await openWorkspace(temporaryFolder({ ...sources, ...files }), { git: false });
  return {
    shares: Object.fromEntries(coverage ?? []),
    notices: notices.map(({ code }) => code).filter((code) => code.startsWith('coverage')),
  };
}

describe('coverage reports', () => {
  const istanbul = JSON.stringify({
    '/ci/build/src/cart.ts': {
      path: '/ci/build/src/cart.ts',
      statementMap: { 0: { start: { line: 1 } }, 1: { start: { line: 2 } }, 2: { start: { line: 2 } } },
      s: { 0: 0, 1: 3, 2: 0 },
    },
  });
  const cases: Record<string, { files: Record<string, string>; shares: Record<string, number>; notices?: string[] }> = {
    'lcov of the root': {
      files: { 'coverage/lcov.info': lcov('src/cart.ts', [1, 0, 4, 0]) },
      shares: { 'src/cart.ts': 0.5 },
    },
    'paths of Windows': { files: { 'lcov.info': lcov('src\\cart.ts', [1, 0]) }, shares: { 'src/cart.ts': 0.5 } },
    'several test runs of one file': {
      files: { 'lcov.info': lcov('src/cart.ts', [1, 0]) + lcov('src/cart.ts', [1, 1]) },
      shares: { 'src/cart.ts': 0.75 },
    },
    'istanbul of another machine': {
      files: { 'coverage/coverage-final.json': istanbul },
      shares: { 'src/cart.ts': 0.5 },
    },
    'a package of its own': {
      files: { 'packages/api/coverage/lcov.info': lcov('main.ts', [1]), 'packages/api/main.ts': '' },
      shares: { 'packages/api/main.ts': 1 },
    },
    'a report of other files': {
      files: { 'coverage/lcov.info': lcov('/elsewhere/other.ts', [1]) },
      shares: {},
      notices: ['coverage-unused'],
    },
    'a report that is none': {
      files: { 'coverage/coverage-final.json': '[1' },
      shares: {},
      notices: ['coverage-unused'],
    },
    'no report': { files: {}, shares: {} },
  };
  for (const [name, { files, shares, notices = [] }] of Object.entries(cases)) {
    it(name, async () => assert.deepEqual(await measured(files), { shares, notices }));
  }
});
