// Bundles the product into dist/: extension, server and CLI (which share chunks), panel. `--minify` for the VSIX.
import { build } from 'esbuild';
import fs from 'node:fs/promises';
import path from 'node:path';
import { commonJsBanner, oneCompiler, root, workerEntries } from './bundling.mjs';

const minify = process.argv.includes('--minify');
/** Built beside `dist` and moved there whole, so that who starts the product meanwhile finds the old or the new one. */
const dist = path.join(root, `dist-${process.pid}`);
const common = /** @type {const} */ ({
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  logLevel: 'warning',
  absWorkingDir: root,
});

const [engine] = await Promise.all([buildEngine(), buildExtension(), buildPanel(), copyLibraries()]);
assertOneCompiler(engine.metafile);
await fs.rm(path.join(root, 'dist'), { recursive: true, force: true });
await fs.rename(dist, path.join(root, 'dist'));

/** Server and CLI in one build, so that the compiler is in one shared chunk. */
function buildEngine() {
  return build({
    ...common,
    entryPoints: { server: 'src/server/main.ts', cli: 'src/cli/main.ts', ...workerEntries },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    metafile: true,
    plugins: [oneCompiler],
    // Its CommonJS form hides its parts from bundlers.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    banner: { js: commonJsBanner },
    define: { 'process.env.CTO_GUARDRAILS_BUNDLED': '"1"' },
  });
}

function buildExtension() {
  return build({
    ...common,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    external: ['vscode'],
  });
}

function buildPanel() {
  return build({
    ...common,
    entryPoints: { panel: 'src/panel/main.tsx' },
    outdir: dist,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
}

/** The compiler looks for its declaration files of the language beside itself. */
async function copyLibraries() {
  const library = path.join(root, 'node_modules/typescript/lib');
  const names = (await fs.readdir(library)).filter((name) => /^lib\..*\.d\.ts$|^lib\.d\.ts$/.test(name));
  await fs.mkdir(dist, { recursive: true });
  await Promise.all(names.map((name) => fs.copyFile(path.join(library, name), path.join(dist, name))));
}

/** @param {import('esbuild').Metafile} metafile */
function assertOneCompiler(metafile) {
  const compilers = Object.keys(metafile.inputs).filter((input) =>
    /(^|\/)(typescript|tsserverlibrary)\.js$/.test(input),
  );
  if (compilers.length !== 1)
    throw new Error(`The bundle holds ${compilers.length} compilers: ${compilers.join(', ')}`);
}
