import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Bundles the journeys of one folder under `test/vscode` to CommonJS in `out/vscode/`; resolves with the files. */
export async function bundleJourneys(root: string, kind: 'host' | 'ui'): Promise<readonly string[]> {
  const folder = path.join(root, 'test/vscode', kind);
  const outdir = path.join(root, 'out/vscode', kind);
  const sources = (await readdir(folder)).filter((name) => name.endsWith('.journey.ts') || name === 'index.ts');
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: sources.map((name) => path.join(folder, name)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode'],
    packages: 'external',
  });
  return sources.map((name) => path.join(outdir, name.replace(/\.ts$/, '.cjs')));
}
