import type { Value } from './value.ts';

/** What the parts of a value hold, by name, with facts about the whole that are asked for all the time. */
export interface Fields extends ReadonlyMap<string, Value> {
  /** Something inside is untrusted. */
  readonly isTainted: boolean;
  /** Levels of fields inside; 0 for none. */
  readonly depth: number;
  /** Shape of the whole as `inputShape` writes it, where nothing is untrusted; kept once it was asked for. */
  drawn: { readonly key: string; readonly isShareable: boolean } | undefined;
}

/** Fields made from entries. */
export function fieldsOf(entries: Iterable<readonly [string, Value]>): Fields {
  const map = new Map(entries);
  let isTainted = false;
  let depth = 0;
  for (const value of map.values()) {
    isTainted ||= value.taints.length > 0 || value.fields.isTainted;
    depth = Math.max(depth, value.fields.depth + 1);
  }
  return Object.assign(map, { isTainted, depth, drawn: undefined });
}
