import type { Node } from 'jsonc-parser';
import type { JsonReader } from './json-lock.ts';
import { jsonFacts } from './locked-facts.ts';
import { type LockedEntry, lockedGraph, type ParsedLock } from './locked-graph.ts';

/** Reads `bun.lock`: `packages` maps a place (`name`, or `parent/name` where versions clash) to `[name@version, …]`. */
export function parseBunLock(json: JsonReader): ParsedLock | undefined {
  const section = json.property(json.tree, 'packages');
  const workspaces = json.properties(json.property(json.tree, 'workspaces'));
  if (!section || workspaces.length === 0) return undefined;
  const properties = json.properties(section);
  const places = new Set(properties.map(({ key }) => key));
  const entries = new Map<string, LockedEntry>();
  for (const { key, value, line } of properties) {
    const entry = entryOf(json, key, value, line, places);
    if (entry) entries.set(key, entry);
  }
  const nameOf = (folder: string): string | undefined =>
    json.text(workspaces.find(({ key }) => key === folder)?.value, 'name');
  const roots = workspaces.flatMap(({ key, value }) =>
    ['dependencies', 'optionalDependencies']
      .flatMap((kind) => json.properties(json.property(value, kind)))
      .map(({ key: name }) => placeOf(nameOf(key) ?? '', name, places)),
  );
  const graph = lockedGraph(entries, roots);
  const locked: ParsedLock['locked'] = (folder, dependency) =>
    graph.at(placeOf(nameOf(folder) ?? '', dependency, places));
  return {
    packages: graph.packages,
    dependenciesOf: (one) => graph.dependenciesOf(one),
    locked,
    installed: (folder, dependency) => locked(folder, dependency, undefined)?.version,
  };
}

function entryOf(
  json: JsonReader,
  place: string,
  value: Node,
  line: number,
  places: ReadonlySet<string>,
): LockedEntry | undefined {
  const items = value.type === 'array' ? (value.children ?? []) : [];
  const identity: unknown = items[0]?.value;
  if (typeof identity !== 'string') return undefined;
  const at = identity.indexOf('@', 1);
  const version = identity.slice(at + 1);
  if (at < 0 || /^(workspace|link|file|root):/.test(version)) return undefined;
  const facts = items.find(({ type }) => type === 'object');
  const dependencies = ['dependencies', 'optionalDependencies', 'peerDependencies']
    .flatMap((kind) => json.properties(json.property(facts, kind)))
    .map(({ key }) => placeOf(place, key, places));
  const integrity: unknown = items.at(-1)?.value;
  const known = { ...jsonFacts(json, facts), ...(typeof integrity === 'string' && items.length > 1 && { integrity }) };
  return { name: identity.slice(0, at), version, line, dependencies, facts: known };
}

/** The nearest place of a package as seen from another: `a/b/c`, then `a/c`, then `c`. */
function placeOf(from: string, name: string, places: ReadonlySet<string>): string {
  const parts = from === '' ? [] : from.split('/');
  for (let length = parts.length; length > 0; length--) {
    const place = `${parts.slice(0, length).join('/')}/${name}`;
    if (places.has(place)) return place;
  }
  return name;
}
