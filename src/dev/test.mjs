// Bundles the tests into out/test and runs mocha on them: `node src/dev/test.mjs [path filter…] [-- mocha options]`.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { commonJsBanner, filesBelow, oneCompiler, otherPackagesStayOutside, root, workerEntries } from './bundling.mjs';

await import('./generate-registry.mjs');

const separator = process.argv.indexOf('--');
const named = process.argv.slice(2, separator < 0 ? undefined : separator);
const isFast = named.includes('--fast');
const filters = named.filter((name) => !name.startsWith('--'));
const mochaOptions = separator < 0 ? [] : process.argv.slice(separator + 1);
const elsewhere = ['test/vscode/'];
const notOurs = ['test/samples/', 'test/fixtures/'];

/** Suites that need the bundled product, a browser, a registry or other processes: left out by `--fast`. */
const slow = [
  'test/cli/',
  'test/server/',
  'test/panel/',
  'test/registry/',
  'test/audit/cached-audit',
  'test/audit/bad-input',
  'test/audit/workspace-eslint',
  'test/workspace/long-history',
];

const all = (await filesBelow(path.join(root, 'test'), '.test.ts'))
  .map((file) => path.relative(root, file))
  .filter((file) => !notOurs.some((folder) => file.startsWith(folder)));
const chosen = all.filter((file) =>
  filters.length > 0
    ? filters.some((filter) => file.includes(filter))
    : ![...elsewhere, ...(isFast ? slow : [])].some((folder) => file.startsWith(folder)),
);
const outdir = path.join(root, 'out/test', filters.length > 0 ? `filtered-${process.pid}` : isFast ? 'fast' : 'all');
await fs.rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [
    ...chosen.map((file) => ({ in: file, out: path.relative('test', file).replace(/\.ts$/, '') })),
    ...Object.entries(workerEntries).map(([out, file]) => ({ in: file, out })),
  ],
  outbase: 'test',
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  banner: { js: commonJsBanner },
  plugins: [oneCompiler, otherPackagesStayOutside()],
});
const files = await filesBelow(outdir, '.test.mjs');
const result = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    path.join(root, 'node_modules/mocha/bin/mocha.js'),
    '--forbid-only',
    '--timeout',
    '60000',
    ...mochaOptions,
    ...files,
  ],
  { stdio: 'inherit', cwd: root },
);
if (filters.length > 0) await fs.rm(outdir, { recursive: true, force: true });
process.exitCode = result.status ?? 1;
