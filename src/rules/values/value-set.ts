/**
 * Kinds of values that an expression can have, as bits; a set of kinds is their union. Truthy and falsy values of one
 * type are apart, so that the set also tells how a condition ends.
 */
export const kinds = {
  undefined: 1,
  null: 2,
  true: 4,
  false: 8,
  number: 16,
  /** 0 and NaN. */
  zero: 32,
  text: 64,
  emptyText: 128,
  symbol: 256,
  bigint: 512,
  zeroBigint: 1024,
  function: 2048,
  /** An object literal without a conversion of its own: as text it is `[object Object]`. */
  plainObject: 4096,
  /** Any other object: arrays, dates, instances, wrappers. */
  object: 8192,
} as const;

/** A set of kinds; 0 when no value ever gets there. */
export type ValueSet = number;

export const anyValue: ValueSet = 16383;
export const nullish: ValueSet = kinds.undefined | kinds.null;
export const booleans: ValueSet = kinds.true | kinds.false;
export const numbers: ValueSet = kinds.number | kinds.zero;
export const texts: ValueSet = kinds.text | kinds.emptyText;
export const bigints: ValueSet = kinds.bigint | kinds.zeroBigint;
export const objects: ValueSet = kinds.plainObject | kinds.object;
export const falsy: ValueSet = nullish | kinds.false | kinds.zero | kinds.emptyText | kinds.zeroBigint;
export const truthy: ValueSet = anyValue & ~falsy;

/** How a condition with such a value ends; undefined when it may end either way. */
export function truthOf(value: ValueSet): boolean | undefined {
  if (value === 0) return undefined;
  if ((value & falsy) === 0) return true;
  return (value & truthy) === 0 ? false : undefined;
}

/** Answers of `typeof` and the values they stand for. */
const answers = new Map<string, ValueSet>([
  ['undefined', kinds.undefined],
  ['boolean', booleans],
  ['number', numbers],
  ['string', texts],
  ['symbol', kinds.symbol],
  ['bigint', bigints],
  ['function', kinds.function],
  ['object', objects | kinds.null],
]);

/** The values for which `typeof` gives this text; undefined for a text that it never gives. */
export function valuesOfTypeof(answer: string): ValueSet | undefined {
  return answers.get(answer);
}

const groups: readonly (readonly [ValueSet, string, string])[] = [
  [kinds.undefined, '`undefined`', '`undefined`'],
  [kinds.null, '`null`', '`null`'],
  [booleans, 'a boolean', 'un booléen'],
  [numbers, 'a number', 'un nombre'],
  [texts, 'a string', 'une chaîne'],
  [kinds.symbol, 'a symbol', 'un symbole'],
  [bigints, 'a bigint', 'un bigint'],
  [kinds.function, 'a function', 'une fonction'],
  [objects, 'an object', 'un objet'],
];

/** Names the types in a set: “a number or `undefined`”. */
export function describeValue(value: ValueSet, language: 'en' | 'fr'): string {
  const names = groups.filter(([bits]) => (bits & value) !== 0).map(([, en, fr]) => (language === 'en' ? en : fr));
  const or = language === 'en' ? ' or ' : ' ou ';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${or}${names.at(-1) ?? ''}`;
}

/** Whole types behind a set: a truthy number stands for any number. */
export function typesIn(value: ValueSet): ValueSet {
  return groups.reduce((types, [bits]) => ((bits & value) === 0 ? types : types | bits), 0);
}
