import assert from 'node:assert/strict';
import { createSecretScanner, secretLabel } from '../../src/rules/security/written-secrets.ts';

/** Letters and digits without a pattern that a reader would take for a made-up one. */
function drawn(length: number, letters = 'k3Vq8ZsTn5RbW1xYc7HdMj4LpQg2FvXe9NtBuAw6KyCzDrSmGhJf'): string {
  return Array.from({ length }, (_, index) => letters[(index * 7 + index * index * 3 + 5) % letters.length]).join('');
}

const hex = (length: number): string => drawn(length, '3f8a1c9e7b05d264');

describe('secret scanner', () => {
  // Put together here, so that no scanner of the host takes this file for a leak.
  const secrets: readonly (readonly [provider: string, secret: string])[] = [
    ['github', `ghp_${drawn(36)}`],
    ['github', `github_pat_${drawn(82)}`],
    ['gitlab', `glpat-${drawn(20)}`],
    ['npm', `npm_${drawn(36)}`],
    ['slack', `xoxb-${hex(12)}-${drawn(24)}`],
    ['stripe', `sk_live_${drawn(24)}`],
    ['shopify', `shpat_${hex(32)}`],
    ['sendgrid', `SG.${drawn(22)}.${drawn(43)}`],
    ['anthropic', `sk-ant-api03-${drawn(93)}AA`],
    ['openai', `sk-${drawn(20)}T3BlbkFJ${drawn(20)}`],
    ['groq', `gsk_${drawn(52)}`],
    ['databricks', `dapi${hex(32)}`],
    ['docker', `dckr_pat_${drawn(27)}`],
    ['figma', `figd_${drawn(40)}`],
    ['tailscale', `tskey-auth-${drawn(12)}-${drawn(32)}`],
    ['vercel', `vcp_${drawn(24)}`],
    ['hashicorp-vault', `hvs.${drawn(95)}`],
    ['aws', `AKIA${drawn(16, 'Q7ZT2MXK5WPLR3NB')}`],
    ['digitalocean', `dop_v1_${hex(64)}`],
    ['postman', `PMAK-${hex(24)}-${hex(34)}`],
  ];

  it('tells a secret from its surroundings, wherever it stands in a long text', () => {
    const scan = createSecretScanner();
    const told = secrets.map(([, secret], index) => {
      const before = `${'some words, then\n'.repeat(index * 61)}key = "`;
      const found = scan(`${before}${secret}"\n${'and more of them\n'.repeat(300)}`);
      return found.map((hit) => [hit.provider, hit.secret, hit.index - before.length]);
    });
    assert.deepEqual(
      told,
      secrets.map(([provider, secret]) => [[provider, secret, 0]]),
    );
  });

  it('has a name for each provider in both languages', () => {
    for (const [provider] of secrets)
      for (const language of ['en', 'fr'] as const) assert.doesNotMatch(secretLabel(language, provider, ''), /`/);
  });

  it('leaves examples, repetitions and keys of test accounts alone, and no comment silences it', () => {
    const scan = createSecretScanner();
    const harmless = [
      `ghp_${'a1'.repeat(18)}`,
      `ghp_${drawn(29)}EXAMPLE`,
      `sk_test_${drawn(24)}`,
      'AKIAIOSFODNN7EXAMPLE',
    ];
    assert.deepEqual(harmless.flatMap(scan), []);
    assert.equal(scan(`// secretlint-disable\nnpm_${drawn(36)}`).length, 1);
  });

  it('takes no longer than the length of a hostile text allows', function () {
    this.timeout(60_000);
    const scan = createSecretScanner();
    const cpuOf = (text: string): number => {
      const start = process.cpuUsage().user;
      scan(text);
      return (process.cpuUsage().user - start) / 1000;
    };
    for (const seed of [
      'ghs_1_',
      'xoxb-1-a-',
      '-----BEGIN PRIVATE KEY-----',
      'https://a:x-oauth',
      'SG.aaaa',
      '~8Q~',
      'A',
    ])
      assert.ok(cpuOf(`${seed.repeat(300_000 / seed.length)}!`) < 5_000, seed);
  });
});
