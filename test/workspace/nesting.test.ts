import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { auditFolder } from '../../src/audit/audit-folder.ts';

describe('code that nests deeper than a stack', () => {
  let folder: string;

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'nesting-'));
    const terms = Array.from({ length: 6000 }, (_, index) => `'part ${index}'`).join(' +\n  ');
    await fs.writeFile(
      path.join(folder, 'sum.ts'),
      `import { tax } from './tax';\nexport const text = tax +\n  ${terms};\n`,
    );
    await fs.writeFile(path.join(folder, 'tax.ts'), 'export const tax = 0.2;\n');
    const deep = `${'[\n'.repeat(4000)}1${'\n]'.repeat(4000)}`;
    await fs.writeFile(path.join(folder, 'deep.ts'), `export const deep = ${deep};\n`);
    await fs.writeFile(path.join(folder, 'faces.ts'), `export const faces = [\n${"  ':(',\n".repeat(400)}];\n`);
  });

  after(() => fs.rm(folder, { recursive: true, force: true }));

  it('is left out and counted when no parser can read it, and reviewed when it is only long', async () => {
    const { assessment, workspace } = await auditFolder(folder, { offline: true, git: false });
    assert.deepEqual(assessment.coverage.skipped, [{ file: 'deep.ts', reason: 'nested-too-deeply' }]);
    assert.deepEqual(assessment.coverage.crashes, []);
    assert.deepEqual([...workspace.files.keys()], ['faces.ts', 'sum.ts', 'tax.ts']);
    assert.equal(workspace.moduleGraph().edges.length, 1);
  });

  it('costs at most the rules that walk by recursion, and never the audit', async () => {
    const inner = await fs.mkdtemp(path.join(os.tmpdir(), 'nesting-'));
    const sum = Array.from({ length: 6000 }, (_, index) => `'part ${index}'`).join(' +\n  ');
    await fs.writeFile(
      path.join(inner, 'sum.ts'),
      `export function text(load: () => Promise<string>) {\n  try {\n    return load();\n  } finally {\n    console.log(${sum});\n  }\n}\n`,
    );
    const { assessment } = await auditFolder(inner, { offline: true, git: false });
    await fs.rm(inner, { recursive: true, force: true });
    const crashed = assessment.coverage.crashes;
    assert.ok(crashed.length > 0, 'the parser of other authors cannot convert this file');
    for (const { file, error } of crashed) assert.match(`${file} ${error}`, /^sum\.ts RangeError/);
    assert.ok(
      assessment.findings.some(({ finding }) => finding.rule === 'quality/long-function'),
      'other rules go on',
    );
  });
});
