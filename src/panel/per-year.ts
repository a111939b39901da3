import type { Amounts } from './amounts.ts';
import type { AmountRange } from './summary-types.ts';
import type { PanelTexts } from './texts.ts';

/** Below this a yearly cost is not worth a figure of its own, EUR. */
const smallestShownEur = 50;

/** A yearly cost in words, as a range; small ones are only called small. */
export function perYear(range: AmountRange, texts: PanelTexts, amounts: Amounts): string {
  return inWords(range.mean, () => amounts.money(range), texts, amounts);
}

/** A yearly cost known by its mean alone, in words. */
export function aboutPerYear(eur: number, texts: PanelTexts, amounts: Amounts): string {
  return inWords(eur, () => amounts.about(eur), texts, amounts);
}

function inWords(eur: number, figure: () => string, { finding }: PanelTexts, amounts: Amounts): string {
  if (eur <= 0) return finding.noMoney;
  return finding.perYear(eur < smallestShownEur ? finding.under(amounts.rounded(smallestShownEur)) : figure());
}
