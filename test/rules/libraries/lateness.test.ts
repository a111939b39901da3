import assert from 'node:assert/strict';
import type { PackageFacts } from '../../../src/registry/library-facts.ts';
import { latenessOf, newestStable } from '../../../src/rules/libraries/lateness.ts';

function factsWith(latest: string, versions: readonly string[], deprecated: readonly string[] = []): PackageFacts {
  const reasons = new Map(deprecated.map((version) => [version, 'withdrawn']));
  return { name: 'tool', latest, versions, deprecated: reasons, fetchedAt: '2026-11-01T00:00:00.000Z' };
}

describe('how late a version is', () => {
  const versions = ['1.0.0', '1.0.1', '1.2.0', '2.0.0-rc.1', '2.0.0', '2.0.1', '2.1.0', '4.0.0', '5.0.0-beta.1'];
  const cases = [
    { from: '4.0.0', latest: '4.0.0', late: undefined },
    { from: '5.0.0-beta.1', latest: '4.0.0', late: undefined },
    { from: '1.0.0', latest: '1.0.1', late: { newest: '1.0.1', part: 'patch', count: 1, impact: 'patch' } },
    { from: '1.0.0', latest: '1.2.0', late: { newest: '1.2.0', part: 'minor', count: 1, impact: 'minor' } },
    { from: '1.0.0', latest: '4.0.0', late: { newest: '4.0.0', part: 'major', count: 2, impact: 'major' } },
    { from: '2.0.0-rc.1', latest: '2.0.0', late: { newest: '2.0.0', part: 'patch', count: 1, impact: 'patch' } },
    { from: '1.0.0', latest: '5.0.0-beta.1', late: { newest: '4.0.0', part: 'major', count: 2, impact: 'major' } },
    { from: 'git+ssh://host/tool.git', latest: '4.0.0', late: undefined },
  ];
  for (const { from, latest, late } of cases) {
    it(`from ${from} with ${latest} as the latest`, () =>
      assert.deepEqual(latenessOf(from, factsWith(latest, versions)), late));
  }

  it('below 1.0.0 a minor breaks, and below 0.1.0 a patch does', () => {
    const early = ['0.0.1', '0.0.2', '0.1.0', '0.1.1', '0.2.0'];
    assert.equal(latenessOf('0.1.0', factsWith('0.2.0', early))?.impact, 'major');
    assert.equal(latenessOf('0.1.0', factsWith('0.1.1', early))?.impact, 'patch');
    assert.equal(latenessOf('0.0.1', factsWith('0.0.2', early))?.impact, 'major');
  });

  it('never recommends a withdrawn version while another is left', () => {
    assert.equal(newestStable(factsWith('2.1.0', versions, ['2.1.0'])), '2.0.1');
    assert.equal(newestStable(factsWith('2.0.0', versions, versions)), '2.0.0');
    assert.equal(newestStable(factsWith('1.0.0-rc.1', ['1.0.0-rc.1'])), undefined);
  });
});
