import fs from 'node:fs';
import path from 'node:path';
import { jsonOf } from '../../base/json-text.ts';
import { relativePosix } from '../../base/paths.ts';
import { unlessRefused } from '../../workspace/confined-file-system.ts';

/** A folder of the workspace with an ESLint configuration, and the ESLint installed for it. Nothing was executed. */
export interface EslintFolder {
  /** Path relative to the root, with `/`; empty for the root. */
  readonly folder: string;
  /** Name of the configuration file. */
  readonly configuration: string;
  readonly isFlat: boolean;
  /** Undefined where none is installed. */
  readonly installed?: InstalledEslint;
  /** Paths relative to the root. */
  readonly files: readonly string[];
}

export interface InstalledEslint {
  /** Absolute folder of the package. */
  readonly package: string;
  readonly version: string;
}

const flatNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`);
const cascadingNames = ['.js', '.cjs', '.yaml', '.yml', '.json', ''].map((ending) => `.eslintrc${ending}`);

/**
 * Shares files out among the folders whose ESLint configuration counts for them: the nearest with a flat one, else the
 * outermost with an older one, since those cascade by themselves. Files without any are left out.
 */
export function findEslint(root: string, files: Iterable<string>): EslintFolder[] {
  const looks = new Map<string, Look>();
  const groups = new Map<string, { look: Look; files: string[] }>();
  for (const file of files) {
    if (!isScript(file)) continue;
    const look = lookFrom(root, path.dirname(path.join(root, file)), looks);
    if (look === undefined) continue;
    const group = groups.get(look.folder);
    if (group) group.files.push(file);
    else groups.set(look.folder, { look, files: [file] });
  }
  return [...groups.values()].map(({ look, files: own }) => {
    const installed = installedEslint(look.folder);
    return { ...look, folder: relativePosix(root, look.folder), ...(installed && { installed }), files: own };
  });
}

type Look = { readonly folder: string; readonly configuration: string; readonly isFlat: boolean };
type Looks = Map<string, Look | undefined>;

function isScript(file: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue)$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

function lookFrom(root: string, folder: string, looks: Looks): Look | undefined {
  if (looks.has(folder)) return looks.get(folder);
  const own = configurationIn(folder);
  const above = folder === root ? undefined : lookFrom(root, path.dirname(folder), looks);
  const found = own && (own.isFlat || above === undefined) ? own : above;
  looks.set(folder, found);
  return found;
}

function configurationIn(folder: string): Look | undefined {
  const has = (name: string): boolean => fs.existsSync(path.join(folder, name));
  const flat = flatNames.find(has);
  if (flat !== undefined) return { folder, configuration: flat, isFlat: true };
  const cascading = cascadingNames.find(has);
  if (cascading !== undefined) return { folder, configuration: cascading, isFlat: false };
  const manifest = readJson(path.join(folder, 'package.json'));
  return manifest !== undefined && Object.hasOwn(manifest, 'eslintConfig')
    ? { folder, configuration: 'package.json', isFlat: false }
    : undefined;
}

/** Looks where Node would, upwards; a hoisted ESLint may lie above the opened folder. */
function installedEslint(folder: string): InstalledEslint | undefined {
  const place = path.join(folder, 'node_modules', 'eslint');
  const manifest = readJson(path.join(place, 'package.json'));
  const version = manifest?.['version'];
  if (typeof version === 'string') return { package: place, version };
  const above = path.dirname(folder);
  return above === folder ? undefined : installedEslint(above);
}

function readJson(file: string): Readonly<Record<string, unknown>> | undefined {
  const text = unlessRefused(() => fs.readFileSync(file, 'utf8'));
  const value = text === undefined ? undefined : jsonOf(text);
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}
