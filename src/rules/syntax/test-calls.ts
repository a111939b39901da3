import ts from 'typescript';
import { nameParts } from './names.ts';
import { findAncestor, parentOf } from './walk.ts';

/** A call of a test runner: `describe.only(…)` is the suite function `describe` with the modifier `only`. */
export interface TestCall {
  readonly kind: 'suite' | 'test' | 'hook';
  /** The function's name without a focusing or skipping prefix: `it` for `xit`. */
  readonly base: string;
  /** Names behind the first one, and `only` or `skip` for a prefix. */
  readonly modifiers: readonly string[];
}

const kinds: ReadonlyMap<string, TestCall['kind']> = new Map([
  ...['describe', 'suite', 'context'].map((name) => [name, 'suite'] as const),
  ...['it', 'test', 'specify'].map((name) => [name, 'test'] as const),
  ...['before', 'beforeAll', 'beforeEach', 'after', 'afterAll', 'afterEach', 'setup', 'teardown'].map(
    (name) => [name, 'hook'] as const,
  ),
]);

const prefixes: ReadonlyMap<string, string> = new Map([
  ['f', 'only'],
  ['x', 'skip'],
]);

/** Modules that give a file the functions of a test runner. */
export const testRunnerModules: ReadonlySet<string> = new Set([
  'mocha',
  '@jest/globals',
  'vitest',
  'test',
  'jasmine',
  '@playwright/test',
  'bun:test',
  '@japa/runner',
]);

/**
 * Reads a callee as a test runner's function by name alone; `each` tables (`it.each(rows)(…)`) are looked through.
 */
export function testCall(callee: ts.Expression): TestCall | undefined {
  if (ts.isCallExpression(callee)) return testCall(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return testCall(callee.tag);
  const [first = '', ...modifiers] = nameParts(callee);
  const kind = kinds.get(first);
  if (kind) return { kind: modifiers[0] === 'describe' ? 'suite' : kind, base: first, modifiers };
  const prefix = prefixes.get(first.charAt(0));
  const base = first.slice(1);
  const prefixedKind = kinds.get(base);
  if (!prefix || !prefixedKind || prefixedKind === 'hook') return undefined;
  return { kind: prefixedKind, base, modifiers: [prefix, ...modifiers] };
}

/** Whether the function is the body of a suite: it groups tests and holds no logic of its own. */
export function isSuiteBody(node: ts.Node): boolean {
  return kindOfBody(node) === 'suite';
}

/** Whether the function is the body of one test: steps and checks in a row. */
export function isTestBody(node: ts.Node): boolean {
  return kindOfBody(node) === 'test';
}

/**
 * Whether a node stands in the body of a named test or suite: only the test itself calls a server that starts there, and
 * a check there decides on nothing but the test.
 */
export function standsInTest(node: ts.Node): boolean {
  return findAncestor(node, isNamedBody) !== undefined;
}

function isNamedBody(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  const call = parentOf(node);
  const name = call && ts.isCallExpression(call) ? call.arguments[0] : undefined;
  return name !== undefined && (ts.isStringLiteralLike(name) || ts.isTemplateExpression(name)) && isTestOrSuite(node);
}

function isTestOrSuite(node: ts.Node): boolean {
  const kind = kindOfBody(node);
  return kind === 'test' || kind === 'suite';
}

function kindOfBody(node: ts.Node): TestCall['kind'] | undefined {
  const call = parentOf(node);
  return call && ts.isCallExpression(call) && call.expression !== node ? testCall(call.expression)?.kind : undefined;
}
