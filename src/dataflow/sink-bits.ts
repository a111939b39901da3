import type { SinkKind } from './flow-analysis.ts';

const order: Readonly<Record<SinkKind, number>> = {
  sql: 0,
  nosql: 1,
  command: 2,
  code: 3,
  template: 4,
  ldap: 5,
  xpath: 6,
  header: 7,
  log: 8,
  'html-response': 9,
  'html-dom': 10,
  path: 11,
  'archive-entry': 12,
  redirect: 13,
  'request-url': 14,
  xml: 15,
  deserialization: 16,
  'property-name': 17,
  'mass-assignment': 18,
  'regular-expression': 19,
  format: 20,
};

/** The bit of a sink kind in `Taint.safeFor`. */
export function bitOf(kind: SinkKind): number {
  return 1 << order[kind];
}

/** The bits of several kinds; `'all'` gives every bit. */
export function bitsOf(kinds: readonly SinkKind[] | 'all'): number {
  return kinds === 'all' ? -1 : kinds.reduce((bits, kind) => bits | bitOf(kind), 0);
}
