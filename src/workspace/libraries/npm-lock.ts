import type { Node } from 'jsonc-parser';
import type { LockedFacts } from '../manifest.ts';
import type { JsonReader } from './json-lock.ts';
import { jsonFacts } from './locked-facts.ts';
import { type LockedEntry, lockedGraph, type ParsedLock } from './locked-graph.ts';

/** Reads `package-lock.json` and `npm-shrinkwrap.json` of formats 1, 2 and 3. */
export function parseNpmLock(json: JsonReader): ParsedLock | undefined {
  const packages = json.property(json.tree, 'packages');
  if (packages) return parsePackages(json, packages);
  const dependencies = json.property(json.tree, 'dependencies');
  return dependencies || json.property(json.tree, 'lockfileVersion') ? parseNested(json, dependencies) : undefined;
}

const marker = 'node_modules/';

interface Place extends Omit<LockedEntry, 'dependencies'> {
  readonly needs: readonly string[];
}

/** Formats 2 and 3: one entry a place in `node_modules`. */
function parsePackages(json: JsonReader, section: Node): ParsedLock {
  const places = new Map<string, Place>();
  for (const { key, value, line } of json.properties(section)) {
    const place = key.includes(marker) ? placeOf(json, key, value, line) : undefined;
    if (place) places.set(key, place);
  }
  const entries = linked(places);
  const graph = lockedGraph(entries, []);
  const locked: ParsedLock['locked'] = (folder, dependency) => graph.at(resolve(entries, folder, dependency) ?? '');
  return {
    packages: graph.packages,
    dependenciesOf: (one) => graph.dependenciesOf(one),
    locked,
    installed: (folder, dependency) => locked(folder, dependency, undefined)?.version,
  };
}

function placeOf(json: JsonReader, key: string, value: Node, line: number): Place | undefined {
  const version = json.text(value, 'version');
  if (version === undefined || json.isTrue(value, 'link')) return undefined;
  const facts = jsonFacts(json, value);
  return {
    name: json.text(value, 'name') ?? key.slice(key.lastIndexOf(marker) + marker.length),
    version,
    line,
    isDevelopment: json.isTrue(value, 'dev') || json.isTrue(value, 'devOptional'),
    facts,
    needs: needsOf(json, value, facts),
  };
}

/** Peers count where they are there, the optional ones too: npm keeps a package that only these hold. */
function needsOf(json: JsonReader, entry: Node, { requires }: LockedFacts): readonly string[] {
  const peers = json.properties(json.property(entry, 'peerDependencies')).map(({ key }) => key);
  return [...(requires?.keys() ?? []), ...peers];
}

function linked(places: ReadonlyMap<string, Place>): ReadonlyMap<string, LockedEntry> {
  const entries = new Map<string, LockedEntry>();
  for (const [key, { needs, ...place }] of places) {
    const dependencies = needs.flatMap((name) => resolve(places, key, name) ?? []);
    entries.set(key, { ...place, dependencies });
  }
  return entries;
}

/** Place of a package as seen from a folder, by Node's own way up: `packages/app`, `packages`, and the top. */
function resolve(places: ReadonlyMap<string, unknown>, folder: string, name: string): string | undefined {
  for (let from = folder; ; from = from.slice(0, Math.max(from.lastIndexOf('/'), 0))) {
    const place = `${from === '' ? '' : `${from}/`}${marker}${name}`;
    if (places.has(place)) return place;
    if (from === '') return undefined;
  }
}

/** Format 1: packages nest where versions clash; the places are those that they get in `node_modules`. */
function parseNested(json: JsonReader, section: Node | undefined): ParsedLock {
  const places = new Map<string, Place>();
  const visit = (node: Node | undefined, above: string): void => {
    for (const { key, value, line } of json.properties(node)) {
      const place = `${above}${marker}${key}`;
      const written = json.text(value, 'version');
      if (written !== undefined) {
        const requires = new Map(json.properties(json.property(value, 'requires')).map(({ key: name }) => [name, '']));
        places.set(place, {
          ...aliasOf(key, written),
          line,
          isDevelopment: json.isTrue(value, 'dev'),
          facts: jsonFacts(json, value),
          needs: [...requires.keys()],
        });
      }
      visit(json.property(value, 'dependencies'), `${place}/`);
    }
  };
  visit(section, '');
  const graph = lockedGraph(linked(places), []);
  return {
    packages: graph.packages,
    dependenciesOf: (one) => graph.dependenciesOf(one),
    locked: (_folder, dependency) => graph.at(`${marker}${dependency}`),
    installed: (_folder, dependency) => graph.at(`${marker}${dependency}`)?.version,
  };
}

function aliasOf(name: string, written: string): { readonly name: string; readonly version: string } {
  const at = written.lastIndexOf('@');
  if (!written.startsWith('npm:') || at <= 'npm:'.length) return { name, version: written };
  return { name: written.slice('npm:'.length, at), version: written.slice(at + 1) };
}
