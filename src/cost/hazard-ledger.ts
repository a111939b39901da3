import type { CostContext } from './cost-context.ts';
import { directDefectPool } from './defects.ts';
import type { Draft } from './draft.ts';
import { settlePool, type Hazard, type HazardPool } from './saturation.ts';
import { attackPools } from './security.ts';

/** What findings save through incidents while others are mended one after the other. */
export interface HazardLedger {
  savingOf(members: readonly Draft[]): number;
  /** Takes findings out, and gives those whose saving is another by that. */
  mend(members: readonly Draft[]): readonly Draft[];
}

/** Keeps the pools in which incidents saturate together. */
export function createHazardLedger(drafts: readonly Draft[], context: CostContext): HazardLedger {
  const pools = [...attackPools(drafts, context), directDefectPool(drafts, context)].map(createPool);
  return {
    savingOf: (members) => pools.reduce((sum, pool) => sum + pool.savingOf(members), 0),
    mend: (members) => pools.flatMap((pool) => pool.mend(members)),
  };
}

/** A pool this small is settled anew after each pick. */
const smallPool = 300;

/** A larger one when this share of its hazard has gone since it was settled. */
const noticeable = 0.05;

function createPool({ drafts, hazards, rule }: HazardPool): HazardLedger {
  const present = new Map(drafts.map((draft, index): [Draft, Hazard] => [draft, hazards[index] ?? none]));
  let hazard = hazards.reduce((sum, each) => sum + each.hazard, 0);
  let settledHazard = hazard;
  let savings = settle(present, hazard, rule);
  return {
    savingOf: (members) => members.reduce((sum, draft) => sum + (savings.get(draft) ?? 0), 0),
    mend: (members) => {
      const isFull = rule.decay === 1 || hazard > rule.capacity;
      const before = present.size;
      for (const draft of members) {
        hazard -= present.get(draft)?.hazard ?? 0;
        present.delete(draft);
      }
      const isNoticeable = present.size <= smallPool || hazard < settledHazard * (1 - noticeable);
      if (!isFull || present.size === before || !isNoticeable) return [];
      settledHazard = hazard;
      savings = settle(present, hazard, rule);
      return [...present.keys()];
    },
  };
}

const none: Hazard = { hazard: 0, lossEur: 0 };

/**
 * What mending each alone saves. Beyond the capacity that is nothing, although mending several would save: there each
 * counts with its share of the whole.
 */
function settle(
  present: ReadonlyMap<Draft, Hazard>,
  hazard: number,
  rule: HazardPool['rule'],
): ReadonlyMap<Draft, number> {
  const { sharesEur, marginsEur } = settlePool([...present.values()], rule);
  const values = hazard > rule.capacity ? sharesEur : marginsEur;
  return new Map([...present.keys()].map((draft, index) => [draft, values[index] ?? 0]));
}
