import assert from 'node:assert/strict';
import { load } from './load.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Verdaccio } from './verdaccio.ts';
import { startVerdaccio } from './verdaccio.ts';

describe('a real registry', () => {
  let registry: Verdaccio;

  before(async () => {
    registry = await startVerdaccio();
    await registry.publish('parser', [
      { version: '1.0.0', deprecated: 'Use 2.x:\n it is faster' },
      { version: '2.10.0' },
      { version: '2.9.0', tag: 'legacy' },
      { version: '3.0.0-rc.1', tag: 'next' },
    ]);
    await registry.publish('@private/core', [{ version: '1.0.0' }]);
  });

  after(() => registry[Symbol.asyncDispose]());

  it('tells versions in order, the latest one, deprecations and a date', async () => {
    const { facts, notices } = await load({
      npmrc: `registry=${registry.url}`,
      manifests: [manifestWith({ parser: '^2.0.0' })],
    });
    const parser = facts.packageFacts('parser');
    assert.deepEqual(notices, []);
    assert.equal(parser?.latest, '2.10.0');
    assert.deepEqual(parser.versions, ['1.0.0', '2.9.0', '2.10.0', '3.0.0-rc.1']);
    assert.deepEqual([...parser.deprecated], [['1.0.0', 'Use 2.x: it is faster']]);
    assert.ok(Math.abs(Date.now() - Date.parse(parser.lastPublished ?? '')) < 120_000);
  });

  it('shows a private scope to its token only', async () => {
    const manifests = [manifestWith({ '@private/core': '^1.0.0', parser: '2' })];
    const scope = `@private:registry=${registry.url}\nregistry=${registry.url}`;
    const stranger = await load({ npmrc: scope, manifests });
    assert.match(stranger.texts, /^1 of 2 packages could not be looked up: `@private\/core` \(/);
    const member = await load({ npmrc: `${scope}\n//${registry.host}/:_authToken=${registry.token}`, manifests });
    assert.deepEqual(member.notices, []);
    assert.equal(member.facts.packageFacts('@private/core')?.latest, '1.0.0');
  });

  it('does not know what nobody published', async () => {
    const { texts } = await load({ npmrc: `registry=${registry.url}`, manifests: [manifestWith({ nothing: '1' })] });
    assert.match(texts, /^1 of 1 package could not be looked up: `nothing` \(not in its registry\)/);
  });

  it('is asked conditionally after a day', async () => {
    await using cache = await temporaryFolder();
    const setup = {
      npmrc: `registry=${registry.url}`,
      cacheFolder: cache.path,
      manifests: [manifestWith({ parser: '2' })],
    };
    const first = await load(setup);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000);
    const later = await load({ ...setup, now: () => nextWeek });
    assert.deepEqual(later.facts.packageFacts('parser'), {
      ...first.facts.packageFacts('parser'),
      fetchedAt: nextWeek.toISOString(),
    });
  });
});
