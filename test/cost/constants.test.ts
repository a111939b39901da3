import assert from 'node:assert/strict';
import { provenances } from '../../src/cost/constant.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';
import { weaknesses } from '../../src/findings/weakness.ts';

interface Entry {
  readonly path: string;
  readonly value: Record<string, unknown>;
}

describe('registry of constants', () => {
  const entries = [
    ...constantsIn(specificationConstants.general, 'general'),
    ...constantsIn(specificationConstants.weaknesses, 'weaknesses'),
  ];

  it('has figures for exactly the weakness classes that findings name', () => {
    assert.deepEqual(Object.keys(specificationConstants.weaknesses).sort(), Object.keys(weaknesses).sort());
  });

  it('gives every number a tag, a source in both languages and a date', () => {
    assert.ok(entries.length > 200, `${entries.length}`);
    for (const { path, value } of entries) {
      const { tag, source, date } = value as { tag: string; source: { en: string; fr: string }; date: string };
      assert.ok(Object.hasOwn(provenances, tag), `${path} has the tag ${tag}`);
      assert.ok(source.en.length > 10 && source.fr.length > 10, `${path} has no source`);
      assert.ok(!/ [;:!?%]/.test(source.fr), `${path}: ordinary space before a sign in « ${source.fr} »`);
      assert.match(date, /^\d{4}-\d{2}-\d{2}$/, path);
    }
  });

  it('keeps every value within its range', () => {
    for (const { path, value } of entries) {
      const { p10, p90 } = value as { p10?: number; p90?: number };
      assert.equal(p10 === undefined, p90 === undefined, path);
      const middle = (value['value'] ?? value['p50']) as number;
      assert.ok(Number.isFinite(middle) && middle >= 0, path);
      if (p10 !== undefined && p90 !== undefined) assert.ok(p10 <= middle && middle <= p90 && p10 > 0, path);
    }
  });

  it('leaves no number outside a sourced constant', () => {
    const loose = looseNumbers(specificationConstants.general, 'general').concat(
      looseNumbers(specificationConstants.weaknesses, 'weaknesses'),
    );
    assert.deepEqual(loose, []);
  });
});

function constantsIn(value: unknown, path: string): Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if ('tag' in record) return [{ path, value: record }];
  return Object.entries(record).flatMap(([key, part]) => constantsIn(part, `${path}.${key}`));
}

function looseNumbers(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null || 'tag' in value) return [];
  return Object.entries(value).flatMap(([key, part]) => looseNumbers(part, `${path}.${key}`));
}
