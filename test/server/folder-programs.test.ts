import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../src/findings/finding.ts';
import type { ForeignDiagnostic } from '../../src/protocol/server-messages.ts';
import { assessedItems } from '../../src/server/diagnostic-items.ts';
import { createFolders, type Folder, type Folders } from '../../src/server/folders.ts';
import { priceForeign } from '../../src/server/price-foreign.ts';
import { ensureEslint } from '../audit/eslint-releases.ts';
import { makeWorkspace, type TemporaryWorkspace } from './temporary-workspace.ts';

const files = {
  'package.json': '{ "name": "shop", "private": true }',
  'eslint.config.js': 'module.exports = [{ rules: { "no-var": "error", eqeqeq: "error" } }];',
  'src/till.js': 'var open = 0;\nexport function isOpen() {\n  open += 1;\n  return open == 1;\n}\n',
  'src/empty.js':
    "export async function load() {\n  try {\n    await fetch('https://shop.example/prices');\n  } catch {}\n}\n",
};

describe('what other programs say of a folder in the editor', function () {
  this.timeout(120_000);
  let shop: TemporaryWorkspace;
  let folders: Folders;
  let folder: Folder;
  let usesEslint = false;
  const open = new Map<string, string>();
  const signal = (): AbortSignal => AbortSignal.timeout(60_000);

  before(async () => {
    shop = makeWorkspace(files);
    folders = createFolders(() => ({
      openTexts: () => open,
      isTrusted: () => true,
      usesWorkspaceEslint: () => usesEslint,
      onDefect: (error) => assert.fail(String(error)),
      memoryBytes: () => 1024 ** 3,
      onChange: () => undefined,
    }));
    const added = folders.add(pathToFileURL(shop.root).href);
    assert.ok(added);
    folder = added;
    folder.session.open();
    await folder.session.settled(signal());
  });
  after(() => {
    folder.session.dispose();
    shop.dispose();
  });

  const foreign = (): Finding[] =>
    (folder.session.result?.assessment.findings ?? [])
      .map(({ finding }) => finding)
      .filter(({ origin }) => origin !== undefined);
  const named = (): string[] =>
    foreign()
      .map(({ rule, range }) => `${rule}:${range.start.line + 1}`)
      .sort();
  const total = (): number => folder.session.result?.assessment.totals.leaveEur.mean ?? 0;
  const until = async (isReached: () => boolean): Promise<void> => {
    const end = Date.now() + 40_000;
    while (!isReached()) {
      assert.ok(Date.now() < end, `still ${named().join(', ')}`);
      await delay(50);
    }
  };
  const told = (file: string, line: number, from: number, to: number): Omit<ForeignDiagnostic, 'source' | 'code'> => ({
    uri: pathToFileURL(path.join(shop.root, file)).href,
    range: { start: { line, column: from }, end: { line, column: to } },
    severity: 'error',
    message: 'As it stands',
  });

  it('counts diagnostics of other extensions on demand, once, and takes them out again', async () => {
    const before = total();
    const diagnostics: ForeignDiagnostic[] = [
      { ...told('src/till.js', 0, 0, 13), source: 'eslint', code: 'no-var' },
      { ...told('src/till.js', 3, 9, 18), source: 'ts', code: '2367' },
      { ...told('src/till.js', 3, 9, 18), source: 'ts', code: '2367' },
      { ...told('src/empty.js', 3, 10, 12), source: 'sonarqube', code: 'javascript:S2486' },
      { ...told('src/empty.js', 0, 0, 6), source: 'cSpell', code: '' },
      { ...told('src/empty.js', 0, 0, 6), source: 'ts', code: '80001', severity: 'hint' },
      { ...told('notes.md', 0, 0, 6), source: 'markdownlint', code: 'MD001' },
    ];
    const result = await priceForeign(folders, { diagnostics }, 'en', signal());
    assert.deepEqual(named(), ['eslint:no-var:1', 'typescript:2367:4']);
    assert.equal(result.findings, 2);
    assert.match(result.text, /^From other extensions, not found here already: 2 findings · /);
    assert.ok(total() > before);
    const merged = folder.session.result?.assessment.findings.find(
      ({ finding }) => finding.rule === 'quality/swallowed-error',
    );
    assert.deepEqual(merged?.finding.alsoReportedBy, ['sonarqube:javascript:S2486']);
    assert.match(folder.session.result?.rules.get('typescript:2367')?.title.en ?? '', /2367/);
    const look = { language: 'en', version: '0.0.0', uriOf: (file: string) => file } as const;
    const severity = { indispensable: 'error', useful: 'warning', incidental: 'information' } as const;
    const shown = assessedItems(folder.session, 'src/till.js', 'full', { ...look, severity });
    assert.ok(shown.every(({ code }) => !String(code).startsWith('typescript:')));

    await folder.session.audit(signal(), () => undefined);
    assert.deepEqual(named(), ['eslint:no-var:1', 'typescript:2367:4'], 'an audit hears what it was told');
    const gone = await priceForeign(folders, { diagnostics: null }, 'fr', signal());
    assert.equal(gone.text, 'Les totaux ne comptent à nouveau que nos propres constats.');
    assert.deepEqual(named(), []);
    assert.equal(total(), before);
  });

  it('runs the workspace’s own ESLint when idle and on save, never on a keystroke, and forgets it', async function () {
    const release = ensureEslint(9);
    if ('problem' in release) {
      this.test!.title += ` (skipped: ${release.problem})`;
      this.skip();
    }
    fs.mkdirSync(path.join(shop.root, 'node_modules'));
    fs.symlinkSync(release.folder, path.join(shop.root, 'node_modules/eslint'), 'junction');
    await delay(1500);
    assert.deepEqual(named(), [], 'nobody asked for it');

    usesEslint = true;
    folder.session.followEslint();
    await until(() => named().length > 0);
    assert.deepEqual(named(), ['eslint:eqeqeq:4', 'eslint:no-var:1']);

    const typed = `// The till\n${files['src/till.js']}`;
    open.set('src/till.js', typed);
    folder.session.change('src/till.js', typed);
    await folder.session.settled(signal());
    assert.deepEqual(named(), ['eslint:eqeqeq:5', 'eslint:no-var:2'], 'places move with the text');
    const more = `${typed}var late = 1;\n`;
    open.set('src/till.js', more);
    folder.session.change('src/till.js', more);
    await delay(2500);
    assert.deepEqual(named(), ['eslint:eqeqeq:5', 'eslint:no-var:2'], 'what is not saved is not looked at');

    shop.write('src/till.js', more);
    folder.session.saved('src/till.js');
    await until(() => named().length === 3);
    assert.deepEqual(named(), ['eslint:eqeqeq:5', 'eslint:no-var:2', 'eslint:no-var:7']);

    usesEslint = false;
    folder.session.followEslint();
    assert.deepEqual(named(), []);
  });
});
