import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { auditFolder } from '../../src/audit/audit-folder.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

const files = {
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "target": "es2022" }, "include": ["src"] }',
  'src/queue.ts': `import { exec } from 'node:child_process';
import { nextJob as next } from '@acme/queue';

export function work(): void {
  const job = next();
  exec('convert ' + job.file);
}
`,
  'src/search.ts': `import express from 'express';
import { ledger } from '@acme/ledger';

express().get('/entries', (request, response) => {
  response.json(ledger.find('month', { text: 'SELECT * FROM entries WHERE month = ' + request.query.month }));
});
`,
  'src/shell.ts': `import { exec } from 'node:child_process';
import express from 'express';
import { isKnownName, quoted } from './quoted.ts';

express().get('/convert', (request) => {
  exec('convert ' + quoted(request.query.name));
});
express().get('/known', (request) => {
  const name = request.query.name;
  if (isKnownName(name)) exec('convert ' + name);
});
`,
  'src/quoted.ts': `import { charsOf } from './chars.ts';

export function quoted(text: unknown): string {
  return charsOf(text);
}

export const isKnownName = (text: unknown): boolean => charsOf(text).length > 3;
`,
  'src/chars.ts': "export const charsOf = (text: unknown): string => `'${text}'`;\n",
} as const;

const source = { at: ['@acme/queue.nextJob()'], kind: 'http-request' };
const sink = { at: ['@acme/ledger.ledger.find'], kind: 'sql', argument: 1, fields: ['text'] };
const sanitizer = { at: ['./src/quoted.ts.quoted'], safeFor: ['command'] };
const guard = { at: ['./src/quoted.ts.isKnownName'], safeFor: 'all' };

const command = 'security/command-injection';
const inShell = [`src/shell.ts:6 ${command}`, `src/shell.ts:10 ${command}`];

const cases: readonly (readonly [title: string, models: object, found: readonly string[]])[] = [
  ['find nothing by themselves when there are none', {}, inShell],
  [
    'name a source, under whatever name it is imported',
    { sources: [source] },
    [`src/queue.ts:6 ${command}`, ...inShell],
  ],
  ['name a sink', { sinks: [sink] }, ['src/search.ts:5 security/sql-injection', ...inShell]],
  ['name another argument of a sink', { sinks: [{ ...sink, argument: 0 }] }, inShell],
  ['name a sanitizer of the workspace itself', { sanitizers: [sanitizer] }, inShell.slice(1)],
  ['name a sanitizer for another kind of sink', { sanitizers: [{ ...sanitizer, safeFor: ['sql'] }] }, inShell],
  ['name a guard of the workspace itself', { guards: [guard] }, inShell.slice(0, 1)],
];

describe('models of a team', function () {
  this.timeout(60_000);
  let root: string;
  before(() => {
    root = temporaryFolder(files);
  });

  const flowsWith = async (models: object, isKept = false): Promise<readonly string[]> => {
    fs.writeFileSync(path.join(root, 'cto-guardrails.json'), JSON.stringify({ models }));
    const cacheFolder = path.join(root, 'node_modules/.kept');
    const { assessment } = await auditFolder(root, { git: false, offline: true, keepsResults: isKept, cacheFolder });
    return assessment.findings
      .map(({ finding }) => finding)
      .filter(({ rule }) => rule.endsWith('-injection'))
      .map(({ file, range, rule }) => `${file}:${range.start.line + 1} ${rule}`)
      .sort(byPlace);
  };

  for (const [title, models, found] of cases) {
    it(title, async () => assert.deepEqual(await flowsWith(models), found));
  }

  it('count in the next audit although all results of the last one were kept', async () => {
    for (const [, models, found] of cases) assert.deepEqual(await flowsWith(models, true), found);
  });
});

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
