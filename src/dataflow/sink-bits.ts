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
  graphql: 21,
  module: 22,
  'method-name': 23,
  'template-object': 24,
  'xml-bomb': 25,
  'page-url': 26,
  'cors-origin': 27,
  'matched-text': 28,
  'merged-object': 29,
  'record-key': 30,
};

/** The bit of a sink kind in `Taint.safeFor`. */
export function bitOf(kind: SinkKind): number {
  return 1 << order[kind];
}

/** The kinds that only objects hurt: text that arrives there is harmless. */
export const objectKinds =
  (1 << order.nosql) |
  (1 << order['mass-assignment']) |
  (1 << order['merged-object']) |
  (1 << order['template-object']);

/** Safety of what is only chosen by untrusted input: it hurts where it is called. */
export const onlyChosen = ~(1 << order['method-name']);

/** The bits of several kinds; `'all'` gives every bit. */
export function bitsOf(kinds: readonly SinkKind[] | 'all'): number {
  return kinds === 'all' ? -1 : kinds.reduce((bits, kind) => bits | bitOf(kind), 0);
}
