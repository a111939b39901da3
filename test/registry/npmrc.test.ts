import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { packument, sends, startLoopbackRegistry } from './loopback-registry.ts';
import { load } from './load.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('npm settings', () => {
  it('send a token to the host it is written for, and basic credentials likewise', async () => {
    await using registry = await startLoopbackRegistry({ '/npm/tool': sends(packument('tool', '1.0.0')) });
    const secrets = [
      { npmrc: `//${registry.host}/npm/:_authToken=t0ken`, sent: 'Bearer t0ken' },
      {
        npmrc: `//${registry.host}/:_authToken=\${MY_TOKEN}`,
        environment: { MY_TOKEN: 'expanded' },
        sent: 'Bearer expanded',
      },
      { npmrc: `//${registry.host}/:_authToken=\${UNSET_TOKEN}`, sent: undefined },
      { npmrc: `//${registry.host}/npm/:_auth=dTpw`, sent: 'Basic dTpw' },
      { npmrc: `//${registry.host}/npm/:username=u\n//${registry.host}/npm/:_password=cA==`, sent: 'Basic dTpw' },
      { npmrc: `//${registry.host}/other/:_authToken=elsewhere`, sent: undefined },
      { npmrc: '//registry.npmjs.org/:_authToken=public-token', sent: undefined },
      { npmrc: '_authToken=unbound', sent: undefined },
    ];
    for (const { npmrc, environment = {}, sent } of secrets) {
      await load({
        npmrc: `registry=${registry.url}npm\n${npmrc}`,
        environment,
        manifests: [manifestWith({ tool: '1' })],
      });
      assert.equal(registry.seen.at(-1)?.authorization, sent, npmrc);
    }
    assert.equal(registry.seen.length, secrets.length);
  });

  it('take user and password out of an address and never show them', async () => {
    await using registry = await startLoopbackRegistry({});
    const address = `http://bob:p%40ss@${registry.host}/`;
    const { texts } = await load({ npmrc: `registry=${address}`, manifests: [manifestWith({ tool: '1' })] });
    assert.equal(registry.seen[0]?.authorization, `Basic ${Buffer.from('bob:p@ss').toString('base64')}`);
    assert.doesNotMatch(texts, /p@ss|p%40ss|bob/);
  });

  it('send a scope to its own registry only, also when that does not know the package', async () => {
    await using general = await startLoopbackRegistry({ '/open': sends(packument('open', '1.0.0')) });
    await using own = await startLoopbackRegistry({ '/@acme%2fcore': sends(packument('@acme/core', '4.0.0')) });
    const { facts, texts } = await load({
      npmrc: `registry=${general.url}\n@acme:registry=${own.url}\n//${own.host}/:_authToken=acme`,
      manifests: [manifestWith({ open: '1', '@acme/core': '4', '@acme/unknown': '1' })],
    });
    assert.equal(facts.packageFacts('@acme/core')?.latest, '4.0.0');
    assert.deepEqual(
      general.seen.map(({ url, authorization }) => ({ url, authorization })),
      [{ url: '/open', authorization: undefined }],
    );
    assert.deepEqual(own.seen.map(({ url }) => url).sort(), ['/@acme%2fcore', '/@acme%2funknown']);
    assert.ok(own.seen.every(({ authorization }) => authorization === 'Bearer acme'));
    assert.match(texts, /`@acme\/unknown` \(not in its registry\)/);
  });

  const mappings: readonly { file: string; text: (url: string) => string }[] = [
    { file: '.npmrc', text: (url) => `@acme:registry=${url}` },
    { file: 'packages/web/.npmrc', text: (url) => `@acme:registry=${url}` },
    { file: '.yarnrc.yml', text: (url) => `npmScopes:\n  acme:\n    npmRegistryServer: "${url}"\n` },
    { file: 'pnpm-workspace.yaml', text: (url) => `registries:\n  "@acme": ${url}\n` },
  ];
  for (const { file, text } of mappings) {
    it(`map a scope by the workspace's ${file}`, async () => {
      await using general = await startLoopbackRegistry({});
      await using own = await startLoopbackRegistry({ '/@acme%2fcore': sends(packument('@acme/core', '4.0.0')) });
      const { facts } = await load({
        npmrc: `registry=${general.url}`,
        files: { [file]: text(own.url) },
        manifests: [manifestWith({ '@acme/core': '4' }, 'packages/web/package.json')],
      });
      assert.equal(facts.packageFacts('@acme/core')?.latest, '4.0.0');
      assert.deepEqual(general.seen, []);
    });
  }

  it('of a hostile workspace get no secret of the user', async () => {
    await using company = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    await using thief = await startLoopbackRegistry({});
    const npmrc = `registry=${company.url}\n//${company.host}/:_authToken=s3cret`;
    const attacks = [
      `registry=${thief.url}`,
      `registry=${thief.url}\n//${thief.host}/:_authToken=\${MY_TOKEN}`,
      `registry=${thief.url}\${MY_TOKEN}/`,
      `registry=http://x:\${MY_TOKEN}@${thief.host}/`,
      `registry=${thief.url}?${company.host}/`,
      `registry=http://${company.host}@${thief.host}/`,
      `proxy=${thief.url}\nhttps-proxy=${thief.url}`,
      `${company.host}:registry=${thief.url}\nuserconfig=/tmp/x\ncafile=/etc/passwd`,
    ];
    for (const attack of attacks) {
      await load({
        npmrc,
        environment: { MY_TOKEN: 's3cret' },
        files: { '.npmrc': attack },
        manifests: [manifestWith({ tool: '1' })],
      });
    }
    assert.ok(thief.seen.length > 0, 'the workspace may name its registry');
    assert.doesNotMatch(JSON.stringify(thief.seen), /s3cret/);
    assert.ok(thief.seen.every(({ authorization }) => authorization === undefined));
  });

  it('of a workspace are not read through a link that leaves it', async () => {
    await using registry = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    await using outside = await temporaryFolder({ '.npmrc': 'registry=http://127.0.0.1:9/' });
    await using workspace = await temporaryFolder();
    await fs.symlink(path.join(outside.path, '.npmrc'), path.join(workspace.path, '.npmrc'));
    const { facts } = await load({
      npmrc: `registry=${registry.url}`,
      root: workspace.path,
      manifests: [manifestWith({ tool: '1' })],
    });
    assert.equal(facts.packageFacts('tool')?.latest, '1.0.0');
  });

  it('that name no web address are said to, not guessed around', async () => {
    const { texts } = await load({ npmrc: 'registry=file:///etc/', manifests: [manifestWith({ tool: '1' })] });
    assert.match(texts, /`tool` \(the configured registry is not a web address\)/);
  });

  it('of the environment win over those of the workspace', async () => {
    await using registry = await startLoopbackRegistry({ '/tool': sends(packument('tool', '1.0.0')) });
    const { facts } = await load({
      environment: { NPM_CONFIG_REGISTRY: registry.url },
      files: { '.npmrc': 'registry=http://127.0.0.1:9/' },
      manifests: [manifestWith({ tool: '1' })],
    });
    assert.equal(facts.packageFacts('tool')?.latest, '1.0.0');
  });
});
