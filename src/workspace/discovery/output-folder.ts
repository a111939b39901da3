const toolFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.angular',
  '.parcel-cache',
  '.turbo',
  '.cache',
  '.yarn',
  '.pnpm-store',
  '.nyc_output',
  '.serverless',
  '.vercel',
]);

/** Whether a folder belongs to a tool by its name alone: packages, version control, caches. */
export function isToolFolder(name: string): boolean {
  return toolFolders.has(name);
}

const outputNames = /^(dist|build|out|output|lib|es|esm|cjs|umd|coverage)$/;

/**
 * Whether a folder with a conventional output name holds what a compiler or bundler wrote. The name alone says
 * nothing (many keep sources in `build` or `lib`); source maps, build information or a coverage report do.
 */
export function isGeneratedOutput(name: string, entries: ReadonlySet<string>): boolean {
  if (!outputNames.test(name)) return false;
  if (entries.has('lcov.info') || entries.has('lcov-report')) return true;
  const names = [...entries];
  if (names.some((entry) => entry.endsWith('.tsbuildinfo'))) return true;
  return names.some((entry) => /\.[cm]?js\.map$/.test(entry) && entries.has(entry.slice(0, -'.map'.length)));
}
