import type { CostContext } from './cost-context.ts';
import type { Draft } from './draft.ts';
import { nothing, sum, type Lognormal } from './lognormal.ts';
import type { Channel } from './price.ts';

/** Yearly cost of one finding by channel, EUR. */
export type ChannelShares = Readonly<Record<Channel, Lognormal>>;

/** The finding's share of each channel, with the spread that belongs to it. */
export function channelShares(draft: Draft, { constants: { general } }: CostContext): ChannelShares {
  return {
    drag: share(draft.dragEur, general.dragSigma.value),
    defects: share(draft.defectsEur, general.defectSigma.value),
    security: share(draft.securityEur, attackSigma(draft, general)),
    drift: share(draft.driftEur, general.driftSigma.value),
  };
}

/** Sum over some channels; those that cost nothing do not count. */
export function sumShares(shares: ChannelShares, channels: readonly Channel[], correlation: number): Lognormal {
  let only: Channel | undefined;
  for (const channel of channels) {
    if (shares[channel].mean <= 0) continue;
    if (only !== undefined) return sum(partsOf(shares, channels), correlation);
    only = channel;
  }
  return only === undefined ? nothing : shares[only];
}

function partsOf(shares: ChannelShares, channels: readonly Channel[]): Lognormal[] {
  return channels.map((channel) => shares[channel]).filter(({ mean }) => mean > 0);
}

function share(mean: number, sigma: number): Lognormal {
  return mean > 0 ? { mean, sigma } : nothing;
}

function attackSigma({ attack }: Draft, general: CostContext['constants']['general']): number {
  if (attack?.kind === 'library') return general.libraryAttackSigma.value;
  return attack?.kind === 'secret' ? general.secretSigma.value : general.ownCodeSigma.value;
}
