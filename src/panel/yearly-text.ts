import type { Amounts } from './amounts.ts';
import { usePanel } from './panel-context.ts';
import type { AmountRange, Incident } from './summary-types.ts';
import type { PanelTexts } from './texts.ts';

/** Writes a yearly cost, as a range or as a mean alone; small ones are only called small. */
export function useYearly(): (cost: AmountRange | number) => string {
  const { summary, texts, amounts } = usePanel();
  const { smallestShownEur } = summary;
  return (cost) => {
    const mean = typeof cost === 'number' ? cost : cost.mean;
    if (mean <= 0) return texts.finding.noMoney;
    if (mean < smallestShownEur) return texts.finding.perYear(texts.finding.under(amounts.rounded(smallestShownEur)));
    return texts.finding.perYear(typeof cost === 'number' ? amounts.about(cost) : amounts.money(cost));
  };
}

/** A rare event in words: its chance a year beside what it costs, never one without the other. */
export function incidentText({ probabilityPerYear, lossEur }: Incident, texts: PanelTexts, amounts: Amounts): string {
  return texts.finding.incidentText(amounts.chance(probabilityPerYear), amounts.money(lossEur));
}
