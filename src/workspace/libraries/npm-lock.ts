import type { Node } from 'jsonc-parser';
import type { LockedPackage } from '../manifest.ts';
import type { JsonReader } from './json-lock.ts';
import type { ParsedLock } from './locked-graph.ts';

/** Reads `package-lock.json` and `npm-shrinkwrap.json` of formats 1, 2 and 3. */
export function parseNpmLock(json: JsonReader): ParsedLock | undefined {
  const packages = json.property(json.tree, 'packages');
  if (packages) return parsePackages(json, packages);
  const dependencies = json.property(json.tree, 'dependencies');
  return dependencies || json.property(json.tree, 'lockfileVersion') ? parseNested(json, dependencies) : undefined;
}

/** Formats 2 and 3: one entry a place in `node_modules`. */
function parsePackages(json: JsonReader, section: Node): ParsedLock {
  const places = new Map<string, LockedPackage>();
  for (const { key, value, line } of json.properties(section)) {
    const name = json.text(value, 'name') ?? key.slice(key.lastIndexOf(marker) + marker.length);
    const version = json.text(value, 'version');
    if (!key.includes(marker) || version === undefined || json.isTrue(value, 'link')) continue;
    const isDevelopment = json.isTrue(value, 'dev') || json.isTrue(value, 'devOptional');
    places.set(key, { name, version, line, isDevelopment });
  }
  return {
    packages: [...places.values()],
    installed: (folder, dependency) =>
      placesAbove(folder)
        .map((place) => places.get(`${place}${marker}${dependency}`)?.version)
        .find((version) => version !== undefined),
  };
}

const marker = 'node_modules/';

/** `packages/app/`, `packages/`, and the empty place of the lock file itself. */
function placesAbove(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return [...parts, ''].map((_, depth) => {
    const place = parts.slice(0, parts.length - depth).join('/');
    return place === '' ? '' : `${place}/`;
  });
}

/** Format 1: packages nest where versions clash. */
function parseNested(json: JsonReader, section: Node | undefined): ParsedLock {
  const packages: LockedPackage[] = [];
  const topLevel = new Map<string, string>();
  const visit = (node: Node | undefined, isTop: boolean): void => {
    for (const { key, value, line } of json.properties(node)) {
      const written = json.text(value, 'version');
      if (written !== undefined) {
        const { name, version } = aliasOf(key, written);
        packages.push({ name, version, line, isDevelopment: json.isTrue(value, 'dev') });
        if (isTop) topLevel.set(key, version);
      }
      visit(json.property(value, 'dependencies'), false);
    }
  };
  visit(section, true);
  return { packages, installed: (_folder, dependency) => topLevel.get(dependency) };
}

function aliasOf(name: string, written: string): { readonly name: string; readonly version: string } {
  const at = written.lastIndexOf('@');
  if (!written.startsWith('npm:') || at <= 'npm:'.length) return { name, version: written };
  return { name: written.slice('npm:'.length, at), version: written.slice(at + 1) };
}
