import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Notice } from '../../src/base/notice.ts';
import { UserError } from '../../src/base/user-error.ts';
import type { LibraryFacts } from '../../src/registry/library-facts.ts';
import { loadLibraryFacts } from '../../src/registry/load-library-facts.ts';
import { manifestWith } from './manifest-of.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { zipOf } from './zip-of.ts';

const npm = (name: string, ...events: readonly Record<string, string>[]) => ({
  package: { ecosystem: 'npm', name },
  ranges: [{ type: 'SEMVER', events }],
});
const record = (id: string, facts: Record<string, unknown>) =>
  [`${id}.json`, JSON.stringify({ id, ...facts })] as const;

const records = new Map<string, string>([
  record('GHSA-lines', {
    aliases: ['CVE-2021-1'],
    modified: '2026-02-03T00:00:00Z',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    database_specific: { cwe_ids: ['CWE-94', 'rubbish'], severity: 'CRITICAL' },
    affected: [
      npm('parser', { introduced: '2.0.0' }, { fixed: '2.4.1' }, { introduced: '0' }, { fixed: '1.5.0' }),
      {
        package: { ecosystem: 'PyPI', name: 'parser' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
      },
    ],
  }),
  record('NSWG-7', {
    aliases: ['CVE-2021-1'],
    affected: [npm('parser', { introduced: '1.0' }, { last_affected: '1.4.0' })],
  }),
  record('OTHER-1', { aliases: ['NSWG-7'], affected: [npm('parser', { introduced: '0' })] }),
  record('GHSA-open', {
    severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }],
    affected: [npm('abandoned', { introduced: '0' })],
  }),
  record('GHSA-single', {
    affected: [{ package: { ecosystem: 'npm', name: 'hijacked' }, versions: ['1.3.7', 'not-a-version'] }],
  }),
  record('GHSA-gone', { withdrawn: '2024-01-01T00:00:00Z', affected: [npm('abandoned', { introduced: '0' })] }),
  record('GHSA-commits', {
    affected: [
      { package: { ecosystem: 'npm', name: 'abandoned' }, ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] },
    ],
  }),
  record('GHSA-elsewhere', { affected: [npm('not-installed', { introduced: '0' })] }),
  ['broken.json', '{"id": "GHSA-cut", "affected": [{"package": {"name": "parser"'],
  ['wrong.json', '{"name": "parser", "id": 7}'],
  ['notes.txt', 'not a record'],
]);
const manifests = [manifestWith({ parser: '1', abandoned: '1', hijacked: '1', 'other-name': 'npm:parser@1' })];

async function loadFrom(advisories: string): Promise<{ facts: LibraryFacts; notices: Notice[] }> {
  const notices: Notice[] = [];
  const facts = await loadLibraryFacts({
    ...{ manifests, advisories, root: path.dirname(advisories), network: false },
    onNotice: (notice) => notices.push(notice),
  });
  return { facts, notices };
}

for (const kind of ['folder', 'zip'] as const) {
  describe(`an OSV export as a ${kind}`, () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let facts: LibraryFacts;
    let notices: Notice[];

    before(async () => {
      folder = await temporaryFolder(kind === 'folder' ? Object.fromEntries(records) : {});
      const file = kind === 'folder' ? folder.path : path.join(folder.path, 'all.zip');
      if (kind === 'zip') await fs.writeFile(file, zipOf(records));
      ({ facts, notices } = await loadFrom(file));
    });
    after(() => folder[Symbol.asyncDispose]());

    const versions: readonly (readonly [string, string, readonly string[]])[] = [
      ['parser', '0.9.0', ['GHSA-lines CVE-2021-1', 'OTHER-1 NSWG-7']],
      ['parser', '1.4.0', ['GHSA-lines CVE-2021-1 NSWG-7 OTHER-1']],
      ['parser', '1.5.0', ['OTHER-1 NSWG-7']],
      ['parser', '2.4.1-rc.1', ['GHSA-lines CVE-2021-1', 'OTHER-1 NSWG-7']],
      ['abandoned', '99.0.0', ['GHSA-open']],
      ['hijacked', '1.3.7', ['GHSA-single']],
      ['hijacked', '1.3.8', []],
      ['not-installed', '1.0.0', []],
      ['__proto__', '1.0.0', []],
      ['parser', 'not a version', []],
    ];
    for (const [name, version, expected] of versions) {
      it(`knows ${expected.length} vulnerabilities of ${name} ${version}`, () => {
        const found = facts.advisoriesFor(name, version).map(({ ids }) => [...ids].sort().join(' '));
        assert.deepEqual(found.sort(), expected.map((ids) => ids.split(' ').sort().join(' ')).sort());
      });
    }

    it('computes scores and takes the facts of every record of a vulnerability', () => {
      const [gravest] = facts.advisoriesFor('parser', '1.4.0');
      assert.equal(gravest?.ids[0], 'GHSA-lines');
      assert.equal(gravest.cvss, 9.8);
      assert.deepEqual(gravest.cwe, [94]);
      assert.equal(gravest.severity, 'critical');
      assert.equal(facts.advisoriesFor('abandoned', '1.0.0')[0]?.cvss, 9.3);
    });

    it('says how old it is and what it could not read', () => {
      const texts = notices.map(({ code, text }) => `${code}: ${text.en}`);
      assert.ok(
        texts.some((text) => /^advisories-age: .* of 2026-02-03$/.test(text)),
        texts.join('\n'),
      );
      assert.ok(
        texts.some((text) => /^advisories-unreadable: 2 records of /.test(text)),
        texts.join('\n'),
      );
    });
  });
}

describe('advisories that are no OSV export', () => {
  it('are a mistake of the user, told in one sentence', async () => {
    await using folder = await temporaryFolder({ 'plain.zip': 'no zip at all' });
    for (const name of ['missing.zip', 'plain.zip']) {
      await assert.rejects(loadFrom(path.join(folder.path, name)), (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, new RegExp(`${name} cannot be read; name a zip or a folder`));
        return true;
      });
    }
  });
});
