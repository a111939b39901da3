import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import { takeInDiskChanges } from '../../src/server/disk-changes.ts';
import type { FolderHost } from '../../src/server/folder-session.ts';
import { createFolders, type Folder } from '../../src/server/folders.ts';
import { makeWorkspace, shopFiles, type TemporaryWorkspace } from './temporary-workspace.ts';

const swallowing =
  'export async function load(): Promise<void> {\n  try {\n    await fetch("/prices");\n  } catch {}\n}\n';
const never = new AbortController().signal;

describe('a folder under review', () => {
  let workspace: TemporaryWorkspace;
  let folder: Folder;
  let onIndexing: () => void;

  const folders = createFolders((): FolderHost => ({
    openTexts: () => new Map(),
    isTrusted: () => true,
    usesWorkspaceEslint: () => false,
    memoryBytes: () => 2 ** 32,
    onDefect: (error) => assert.fail(String(error)),
    onChange: () => {
      if (folder.session.state.kind === 'indexing') onIndexing();
    },
  }));

  beforeEach(() => {
    onIndexing = () => undefined;
    workspace = makeWorkspace(shopFiles, { git: true });
    const added = folders.add(pathToFileURL(workspace.root).href);
    assert.ok(added);
    folder = added;
  });
  afterEach(() => {
    folders.remove(folder.uri);
    workspace.dispose();
  });

  const tell = (files: readonly string[], type: FileChangeType): void => {
    const changes: FileEvent[] = files.map((file) => ({ uri: `${folder.uri}/${file}`, type }));
    takeInDiskChanges(folders, changes, () => false);
  };
  const equalsFresh = async (): Promise<void> => {
    const { assessment } = await folder.session.settled(never);
    const fresh = await auditFolder(workspace.root, { offline: true, keepsResults: false });
    const findingsOf = ({ findings }: typeof assessment) =>
      findings.map(({ finding: { rule, file, range } }) => ({ rule, file, range }));
    assert.deepEqual(findingsOf(assessment), findingsOf(fresh.assessment));
    assert.deepEqual(assessment.head, fresh.assessment.head);
  };

  it('takes in five thousand files at once, as after a switch of branches', async function () {
    this.timeout(300_000);
    folder.session.open();
    await folder.session.settled(never);
    const files = Array.from({ length: 5000 }, (_, index) => `src/branch/part-${index % 50}/file-${index}.ts`);
    for (const [index, file] of files.entries()) workspace.write(file, `export const value${index} = ${index};\n`);
    workspace.write('src/branch/load.ts', swallowing);
    tell([...files, 'src/branch/load.ts'], FileChangeType.Created);
    const { assessment } = await folder.session.settled(never);
    assert.equal(assessment.coverage.files, 5003);
    assert.ok(assessment.findings.some(({ finding }) => finding.file === 'src/branch/load.ts'));
    fs.rmSync(path.join(workspace.root, 'src/branch'), { recursive: true });
    tell([...files, 'src/branch/load.ts'], FileChangeType.Deleted);
    await equalsFresh();
  });

  it('takes in a tsconfig that changes while it is read', async () => {
    workspace.write('src/load.ts', 'export async function load() {}\nexport function show(): void { load(); }\n');
    let hasChanged = false;
    onIndexing = () => {
      if (hasChanged) return;
      hasChanged = true;
      workspace.write('tsconfig.json', '{ "compilerOptions": { "target": "es5" }, "include": ["src/basket.ts"] }');
      queueMicrotask(() => tell(['tsconfig.json'], FileChangeType.Changed));
    };
    folder.session.open();
    await equalsFresh();
    assert.ok(hasChanged);
    workspace.write('src/load.ts', swallowing);
    tell(['src/load.ts'], FileChangeType.Changed);
    await equalsFresh();
  });

  it('reads the history again when there is another commit', async () => {
    folder.session.open();
    const before = (await folder.session.settled(never)).assessment.head?.commit;
    workspace.commit('Stay open on Sundays');
    tell(['.git/logs/HEAD'], FileChangeType.Changed);
    await equalsFresh();
    assert.notEqual((await folder.session.settled(never)).assessment.head?.commit, before);
  });
});
