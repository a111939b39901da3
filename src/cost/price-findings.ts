import type { Finding } from '../findings/finding.ts';
import type { ChannelShares } from './channel-shares.ts';
import { channelShares } from './channel-shares.ts';
import type { CostContext } from './cost-context.ts';
import { priceDefects } from './defects.ts';
import { priceDrag, weighFiles } from './drag.ts';
import type { Draft } from './draft.ts';
import { priceDrift } from './drift.ts';
import { aloneMinutes, overheadMinutes, shareFixMinutes, workMinutes } from './fix-cost.ts';
import type { Lognormal } from './lognormal.ts';
import { createPlaceLookup, type Place } from './place.ts';
import type { Price } from './price.ts';
import { createPricer } from './price-of-draft.ts';
import { priceSecurity } from './security.ts';

/** A finding with its price and what the price was made of. */
export interface PricedFinding {
  readonly finding: Finding;
  readonly price: Price;
  /** Shares of the yearly cost; over all findings they sum to the whole. */
  readonly shares: ChannelShares;
  /** Minutes it adds when everything is mended together; over all findings they sum to the whole. */
  readonly sharedMinutes: Lognormal;
  /** Inputs of the derivation, for `explainPrice`. */
  readonly workings: Draft;
}

/** Prices of one set of findings under one context. */
export interface PricedFindings {
  /** In the order of the findings given. */
  readonly findings: readonly PricedFinding[];
  readonly context: CostContext;
}

/**
 * Prices findings together: those of one file, one package or one application share what they cause, so each price
 * depends on the others. Pure; the order of the findings changes nothing. Silenced findings belong in here too,
 * so that silencing one moves no cost to another.
 */
export function priceFindings(findings: readonly Finding[], context: CostContext): PricedFindings {
  const placeOf = createPlaceLookup(context);
  const overhead = overheadMinutes(context.constants.general);
  const drafts = findings.map((finding) => draftOf(finding, placeOf(finding.file), overhead, context));
  const weights = weighFiles(drafts, context);
  priceDrag(weights, placeOf, context);
  priceDefects(drafts, weights, placeOf, context);
  priceSecurity(drafts, context);
  priceDrift(drafts, context);
  shareFixMinutes(drafts, overhead);
  const priceOf = createPricer(context);
  return {
    context,
    findings: drafts.map((draft) => {
      const shares = channelShares(draft, context);
      const sharedMinutes = { mean: draft.sharedMinutes, sigma: draft.fixMinutes.sigma };
      return { finding: draft.finding, price: priceOf(draft, shares), shares, sharedMinutes, workings: draft };
    }),
  };
}

function draftOf(finding: Finding, place: Place, overhead: Lognormal, context: CostContext): Draft {
  const figures = context.constants.weaknesses[finding.weakness];
  const ownMinutes = workMinutes(finding, figures.effort, place, context);
  return {
    finding,
    figures,
    place,
    ownMinutes,
    fixMinutes: aloneMinutes(ownMinutes, overhead, context.constants.general),
    sharedMinutes: 0,
    drag: undefined,
    functionShare: undefined,
    attack: undefined,
    dragEur: 0,
    dragMarginEur: 0,
    defectsEur: 0,
    defectsMarginEur: 0,
    securityEur: 0,
    securityMarginEur: 0,
    driftEur: 0,
    driftMarginEur: 0,
  };
}
