import assert from 'node:assert/strict';
import { z } from 'zod';
import { areasSchema, createAreaLookup } from '../../src/cost/areas.ts';
import { businessSchema, resolveBusiness } from '../../src/cost/business-profile.ts';
import { specificationConstants } from '../../src/cost/cost-constants.ts';

describe('business profile', () => {
  const profileOf = (business: unknown) => resolveBusiness(businessSchema.parse(business), specificationConstants);

  const refused: readonly [string, unknown, RegExp][] = [
    ['a text for a number', { hourlyRate: '60' }, /expected a number: what one hour/],
    ['a rate of nothing', { hourlyRate: 0 }, /above 0/],
    ['a negative revenue', { annualRevenue: -1 }, /0 or more/],
    ['more revenue than the world has', { annualRevenue: 1e19 }, /at most/],
    ['infinity', { annualRevenue: Infinity }, /expected/],
    ['no team', { teamSize: 0 }, /above 0/],
    ['a percentage for a share', { discountRate: 8 }, /0\.08 for 8 %/],
    ['an unknown currency', { currency: 'XYZ' }, /no rate is known for "XYZ".*currencyPerEur/],
    ['a currency in small letters', { currency: 'eur' }, /three capital letters/],
    ['two rates', { hourlyRate: 60, dayRate: 480 }, /not both/],
    ['an unknown kind of data', { dataSensitivity: 'secret' }, /"none", "personal", "finance", "health"/],
    ['a misspelt key', { hourlyrate: 60 }, /hourlyrate/],
    ['no month', { horizonMonths: 0 }, /at least 1 month/],
    ['no application', { exposedApplications: 0 }, /at least 1 application/],
  ];
  for (const [name, business, message] of refused) {
    it(`refuses ${name} and says what to write`, () => {
      const result = businessSchema.safeParse(business);
      assert.equal(result.success, false);
      assert.match(result.error.issues[0]!.message, message);
    });
  }

  it('fills in the defaults of the specification', () => {
    const profile = profileOf({});
    assert.deepEqual(profile.currency, { code: 'EUR', perEur: 1 });
    assert.equal(profile.hourlyRateEur, 60);
    assert.equal(profile.revenueEur, 1e6);
    assert.equal(profile.payrollEur, 384_000);
    assert.equal(profile.applications, 1);
  });

  it('reads a day as eight hours, in the currency of the profile', () => {
    assert.equal(profileOf({ dayRate: 480 }).hourlyRateEur, 60);
    assert.ok(Math.abs(profileOf({ currency: 'USD', hourlyRate: 117 }).hourlyRateEur - 100) < 1e-9);
    assert.equal(profileOf({ currency: 'XYZ', currencyPerEur: 4, hourlyRate: 400 }).hourlyRateEur, 100);
    assert.equal(profileOf({ currency: 'JPY' }).hourlyRateEur, 60);
  });

  it('gives a company without revenue the size of its team', () => {
    assert.equal(profileOf({ annualRevenue: 0, teamSize: 2 }).revenueEur, 192_000);
  });

  it('takes one application up to ten million in revenue, then more', () => {
    assert.equal(profileOf({ annualRevenue: 1e7 }).applications, 1);
    assert.ok(Math.abs(profileOf({ annualRevenue: 5e9 }).applications - 22.36) < 0.01);
    assert.equal(profileOf({ annualRevenue: 5e9, exposedApplications: 3 }).applications, 3);
  });

  it('describes every field in the JSON Schema', () => {
    const schema = z.toJSONSchema(businessSchema, { io: 'input' }) as {
      properties: Record<string, { description?: string }>;
    };
    for (const [name, { description }] of Object.entries(schema.properties)) {
      assert.ok((description ?? '').length > 20, name);
    }
  });
});

describe('areas', () => {
  const area = (name: string, ...paths: string[]) => ({ name, paths });
  const areaOf = createAreaLookup([
    area('shop', 'src/**'),
    area('payment', 'src/payment/**', '**/billing.ts'),
    area('forms', 'src/**/*.tsx'),
    area('later forms', 'src/**/*.tsx'),
  ]);
  const cases: readonly [string, string | undefined][] = [
    ['src/cart.ts', 'shop'],
    ['src/payment/charge.ts', 'payment'],
    ['src/cart.tsx', 'later forms'],
    ['src/payment/card.tsx', 'payment'],
    ['lib/billing.ts', 'payment'],
    ['src/.hidden/a.ts', 'shop'],
    ['lib/a.ts', undefined],
  ];
  for (const [file, name] of cases) {
    it(`finds ${name ?? 'no area'} for ${file}`, () => assert.equal(areaOf(file)?.name, name));
  }

  it('refuses an area without globs and an unknown criticality', () => {
    assert.match(areasSchema.safeParse([{ name: 'a', paths: [] }]).error!.issues[0]!.message, /at least one glob/);
    const result = areasSchema.safeParse([{ name: 'a', paths: ['a'], criticality: 'high' }]);
    assert.match(result.error!.issues[0]!.message, /"normal", "important", "critical"/);
  });
});
