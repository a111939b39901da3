import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Resolves ts-morph's bundled compiler and `tsserverlibrary` to the one `typescript` package, so that a process
 * never holds two compilers (each is 9 MB, and nodes of one mean nothing to the other).
 * @type {import('esbuild').Plugin}
 */
export const oneCompiler = {
  name: 'one-compiler',
  setup(build) {
    const toTypescript = async (/** @type {import('esbuild').OnResolveArgs} */ args) =>
      build.resolve('typescript', {
        kind: 'require-call',
        resolveDir: root,
        importer: args.importer,
        pluginData: 'one-compiler',
      });
    build.onResolve({ filter: /^\.\/typescript(\.js)?$/ }, (args) =>
      /@ts-morph[\\/]common/.test(args.importer) ? toTypescript(args) : undefined,
    );
    build.onResolve({ filter: /^typescript\/lib\/tsserverlibrary/ }, toTypescript);
    // Each module that imports a CommonJS package makes a copy of all its names: half a second for this one.
    build.onResolve({ filter: /^typescript$/ }, (args) =>
      args.kind === 'import-statement' ? { path: args.path, namespace: 'compiler' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'compiler' }, () => ({
      contents: "const compiler = require('typescript'); export default compiler;",
      resolveDir: root,
    }));
    // Optional plug-ins of the bill of materials, for XML and validation: asked for at run time, and not there.
    build.onResolve(
      { filter: /^(xmlbuilder2|libxmljs2|ajv-formats-draft2019|packageurl-js|spdx-expression-parse)$/ },
      (args) => (/@cyclonedx[\\/]/.test(args.importer) ? { path: args.path, external: true } : undefined),
    );
    // It asks a `require` of its own at run time, which finds no compiler beside a bundle.
    build.onLoad({ filter: /eslint-plugin-regexp[\\/]dist[\\/]index\.js$/ }, async ({ path: file }) => {
      const call = 'require("typescript")';
      const text = await fs.readFile(file, 'utf8');
      if (!text.includes(call)) throw new Error(`${file} no longer asks for the compiler as ${call}.`);
      return { contents: `import oneTypescript from 'typescript';\n${text.replaceAll(call, 'oneTypescript')}` };
    });
  },
};

/** Bundles that run in threads of their own and lie beside the one that starts them, by name. */
export const workerEntries = {
  'pattern-worker': 'src/audit/pattern-worker.ts',
  'review-worker': 'src/audit/workers/review-worker.ts',
  'eslint-runner': 'src/audit/eslint/eslint-runner.ts',
};

/** Makes CommonJS packages work inside an ES module bundle. */
export const commonJsBanner =
  "import { createRequire as __createRequire } from 'node:module';" +
  "import { fileURLToPath as __toPath } from 'node:url';" +
  "import { dirname as __dirnameOf } from 'node:path';" +
  'const require = __createRequire(import.meta.url), __filename = __toPath(import.meta.url), __dirname = __dirnameOf(__filename);';

/**
 * Files below a folder whose name ends in `suffix`, sorted.
 * @param {string} folder
 * @param {string} suffix
 * @returns {Promise<string[]>}
 */
export async function filesBelow(folder, suffix) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Leaves packages to Node's own loader, except ts-morph, whose compiler must be replaced.
 * @returns {import('esbuild').Plugin}
 */
export function otherPackagesStayOutside() {
  return {
    name: 'other-packages-stay-outside',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, (args) => {
        if (args.kind === 'entry-point' || (args.pluginData === 'one-compiler' && args.path !== 'typescript'))
          return undefined;
        if (/^(ts-morph|@ts-morph\/common)$/.test(args.path)) return undefined;
        return { path: args.path, external: true };
      });
    },
  };
}
