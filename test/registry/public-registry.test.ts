import assert from 'node:assert/strict';
import semver from 'semver';
import { load } from './load.ts';
import { manifestWith } from './manifest-of.ts';

describe('the public npm registry', () => {
  it('tells of packages everyone knows', async function () {
    const manifests = [manifestWith({ lodash: '^4.17.0', '@types/node': '^20.0.0' })];
    const { facts, notices, texts } = await load({ manifests, limits: { timeoutMs: 20_000 } });
    if (notices.length > 0) {
      this.test!.title += ` (skipped: ${texts})`;
      this.skip();
    }
    const lodash = facts.packageFacts('lodash');
    assert.ok(semver.gte(lodash?.latest ?? '0.0.0', '4.17.21'));
    assert.ok(lodash?.versions.includes('4.17.15'));
    assert.ok(Date.parse(lodash?.lastPublished ?? '') > Date.parse('2021-02-20'));
    assert.ok((facts.packageFacts('@types/node')?.versions.length ?? 0) > 500);
  });
});
