// Bundles one TypeScript entry of src/dev and runs it: `node src/dev/run.mjs src/dev/generate.ts --check`.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { commonJsBanner, otherPackagesStayOutside, oneCompiler, root } from './bundling.mjs';

const [entry = '', ...options] = process.argv.slice(2);
const outfile = path.join(root, 'out/dev', `${path.basename(entry, '.ts')}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'inline',
  logLevel: 'warning',
  banner: { js: commonJsBanner },
  plugins: [oneCompiler, otherPackagesStayOutside()],
});
const result = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...options], { stdio: 'inherit' });
process.exitCode = result.status ?? 1;
