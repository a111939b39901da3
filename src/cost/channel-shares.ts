import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import { sum, type Lognormal } from './lognormal.ts';
import type { Channel } from './price.ts';

/** Yearly cost of one finding by channel, EUR. */
export type ChannelShares = Readonly<Record<Channel, Lognormal>>;

/** The finding's share of each channel, with the spread that belongs to it. */
export function channelShares(draft: Draft, { constants: { general } }: CostContext): ChannelShares {
  return {
    drag: { mean: draft.dragEur, sigma: general.dragSigma.value },
    defects: { mean: draft.defectsEur, sigma: general.defectSigma.value },
    security: { mean: draft.securityEur, sigma: attackSigma(draft, general) },
    drift: { mean: draft.driftEur, sigma: general.driftSigma.value },
  };
}

/** Sum over some channels; those that cost nothing do not count. */
export function sumShares(shares: ChannelShares, channels: readonly Channel[], correlation: number): Lognormal {
  const parts = channels.map((channel) => shares[channel]).filter(({ mean }) => mean > 0);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : sum(parts, correlation);
}

function attackSigma({ attack }: Draft, general: CostContext['constants']['general']): number {
  if (attack?.kind === 'library') return general.libraryAttackSigma.value;
  return attack?.kind === 'secret' ? general.secretSigma.value : general.ownCodeSigma.value;
}
