import type { Node } from 'jsonc-parser';
import type { LockedFacts } from '../manifest.ts';
import type { JsonReader } from './json-lock.ts';

/** What one entry of a JSON lock file says of its package; the properties are those of its `package.json`. */
export function jsonFacts(json: JsonReader, entry: Node | undefined): LockedFacts {
  const optionalPeers = new Set(
    json
      .properties(json.property(entry, 'peerDependenciesMeta'))
      .flatMap(({ key, value }) => (json.isTrue(value, 'optional') ? [key] : [])),
  );
  const peers = rangesOf(json, entry, ['peerDependencies']);
  for (const name of optionalPeers) peers.delete(name);
  return lockedFacts({
    license: licenceOf(json, json.property(entry, 'license')),
    resolved: json.text(entry, 'resolved'),
    integrity: json.text(entry, 'integrity'),
    nodeEngine: json.text(json.property(entry, 'engines'), 'node'),
    deprecated: json.text(entry, 'deprecated'),
    hasInstallScript: json.isTrue(entry, 'hasInstallScript'),
    requires: rangesOf(json, entry, ['dependencies', 'optionalDependencies', 'requires']),
    peers,
    bins: json.properties(json.property(entry, 'bin')).map(({ key }) => key),
  });
}

/** Facts without what is unknown or empty. */
export function lockedFacts(facts: { readonly [Key in keyof LockedFacts]: LockedFacts[Key] | undefined }): LockedFacts {
  const { hasInstallScript, requires, peers, bins, ...texts } = facts;
  const known = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)) as LockedFacts;
  return {
    ...known,
    ...(hasInstallScript === true && { hasInstallScript }),
    ...(requires && requires.size > 0 && { requires }),
    ...(peers && peers.size > 0 && { peers }),
    ...(bins && bins.length > 0 && { bins }),
  };
}

function rangesOf(json: JsonReader, entry: Node | undefined, sections: readonly string[]): Map<string, string> {
  const ranges = new Map<string, string>();
  for (const section of sections) {
    for (const { key, value } of json.properties(json.property(entry, section))) {
      if (typeof value.value === 'string') ranges.set(key, value.value);
    }
  }
  return ranges;
}

/** Old packages name their licence in an object, or several in a list. */
function licenceOf(json: JsonReader, node: Node | undefined): string | undefined {
  if (typeof node?.value === 'string') return node.value;
  if (node?.type === 'object') return json.text(node, 'type');
  const all = (node?.children ?? []).flatMap((child) => licenceOf(json, child) ?? []);
  return all.length > 0 ? `(${all.join(' OR ')})` : undefined;
}
