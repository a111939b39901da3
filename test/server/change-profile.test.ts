import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { changeProfile } from '../../src/server/change-profile.ts';
import { FolderSession } from '../../src/server/folder-session.ts';
import { planFolder } from '../../src/server/plan-folder.ts';
import { makeWorkspace, shopFiles, type TemporaryWorkspace } from './temporary-workspace.ts';

const commented =
  '{\n  // The till\n  "business": {\n    // Agreed in May\n    "teamSize": 3, "hourlyRate": 55\n  }\n}\n';

describe('plan and profile in the editor', function () {
  this.timeout(60_000);
  let shop: TemporaryWorkspace;
  let session: FolderSession;
  before(async () => {
    shop = makeWorkspace({ ...shopFiles, 'cto-guardrails.json': commented }, { git: true });
    session = new FolderSession(shop.root, {
      openTexts: () => new Map(),
      isTrusted: () => true,
      onDefect: (error) => assert.fail(String(error)),
      memoryBytes: () => 1024 ** 3,
      onChange: () => undefined,
    });
    session.open();
    await session.settled(AbortSignal.timeout(50_000));
  });
  after(() => {
    session.dispose();
    shop.dispose();
  });
  const folder = (): { uri: string; path: string; session: FolderSession } => ({
    uri: `file://${shop.root}`,
    path: shop.root,
    session,
  });
  const written = (): string => fs.readFileSync(path.join(shop.root, 'cto-guardrails.json'), 'utf8');

  it('plans as Markdown, and knows what is no budget', () => {
    assert.match(planFolder(folder(), '3d', 'en') ?? '', /Left out/);
    assert.match(planFolder(folder(), undefined, 'fr') ?? '', /indispensable/);
    assert.equal(planFolder(folder(), 'a lot', 'en'), null);
  });

  it('shows a change before it is made, and writes nothing', async () => {
    const preview = await changeProfile(folder(), { changes: { teamSize: 12 }, isFinal: false }, 'en');
    assert.ok(preview);
    assert.match(preview.summary, /^Cost of leaving everything: .* before, .* after\./);
    assert.equal(preview.current['dayRate'], 440);
    assert.match(preview.markdown, /What moves the total most/);
    assert.equal(written(), commented);
  });

  it('says in French what a value may be', async () => {
    const change = changeProfile(folder(), { changes: { teamSize: -1 }, isFinal: true }, 'fr');
    await assert.rejects(change, { name: 'UserError', message: /^teamSize: attendu\u00a0: un nombre supérieur à 0/ });
    assert.equal(written(), commented);
  });

  it('writes a final change, keeps the comments and leaves one rate', async () => {
    await changeProfile(folder(), { changes: { dayRate: 500 }, isFinal: true }, 'en');
    assert.match(written(), /\/\/ The till/);
    assert.match(written(), /"dayRate": 500/);
    assert.doesNotMatch(written(), /hourlyRate/);
    const { assessment } = await session.settled(AbortSignal.timeout(50_000));
    assert.ok(assessment.findings.length > 0);
  });
});
