import { findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser';
import semver from 'semver';
import { esmOnlySince } from './esm-only-packages.ts';
import { targetName, type LibraryUse } from './library-use.ts';

/**
 * Whether the installed version offers nothing to `require`: by its own `package.json` in `node_modules`, else by what
 * is known of well-known packages.
 */
export function isEsmOnly(use: LibraryUse): boolean {
  const installed = use.manifest.installedPackage(use.dependency.name);
  if (installed) return offersOnlyModules(installed.manifestText);
  const since = esmOnlySince.get(targetName(use));
  const version = use.installed ?? (use.range.kind === 'registry' ? semver.minVersion(use.range.range)?.version : '');
  return since !== undefined && semver.valid(version) !== null && semver.major(version ?? '') >= since;
}

/** Reads what Node reads: `exports` before `main`, and `type` for a file that ends in `.js`. */
export function offersOnlyModules(manifestText: string): boolean {
  const tree = parseTree(manifestText);
  const value = (name: string): unknown => {
    const node = tree && findNodeAtLocation(tree, [name]);
    return node && (getNodeValue(node) as unknown);
  };
  const isModule = value('type') === 'module';
  const exported = value('exports');
  if (exported === undefined || exported === null) return isModuleFile(value('main') ?? 'index.js', isModule);
  const target = targetOf(mainEntry(exported));
  return target === undefined ? targetOf(mainEntry(exported), 'import') !== undefined : isModuleFile(target, isModule);
}

function isModuleFile(file: unknown, isModule: boolean): boolean {
  if (typeof file !== 'string') return false;
  if (file.endsWith('.mjs')) return true;
  return isModule && (file.endsWith('.js') || !/\.[a-z]+$/.test(file));
}

/** What `.` leads to; without subpaths that is all of `exports`. */
function mainEntry(exported: unknown): unknown {
  const entries = entriesOf(exported);
  const hasPaths = entries.some(([key]) => key.startsWith('.'));
  return hasPaths ? entries.find(([key]) => key === '.')?.[1] : exported;
}

/** The file for one way of loading, conditions in the order in which they are written. */
function targetOf(target: unknown, way: 'require' | 'import' = 'require'): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map((one) => targetOf(one, way)).find((one) => one !== undefined);
  for (const [condition, inner] of entriesOf(target)) {
    const isMet = condition === way || condition === 'node' || condition === 'default';
    const found = isMet ? targetOf(inner, way) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
