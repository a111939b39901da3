import { channels, type Channel, type IncidentRisk, type Price, type Range, type Totals } from '../cost/price.ts';
import type { Assessment } from '../triage/assessment.ts';
import type { ReportCost, ReportTotals } from './result-schema.ts';

/** Currency that amounts are shown in, and how many of its units one EUR buys. */
export type DisplayCurrency = Assessment['currency'];

/** A price for machines: in the displayed currency and in EUR, nothing rounded for reading. */
export function reportCost(price: Price, currency: DisplayCurrency): ReportCost {
  const inCurrency = currencyConverter(currency);
  return {
    currency: currency.code,
    fixMinutes: steadyRange(price.fixMinutes),
    fix: mapRange(price.fixEur, inCurrency),
    fixEur: steadyRange(price.fixEur),
    leavePerYear: mapRange(price.leaveEur, inCurrency),
    leavePerYearEur: steadyRange(price.leaveEur),
    carryingPerYear: mapRange(price.carryingEur, inCurrency),
    carryingPerYearEur: steadyRange(price.carryingEur),
    incidentExposurePerYear: mapRange(price.exposureEur, inCurrency),
    incidentExposurePerYearEur: steadyRange(price.exposureEur),
    byChannelPerYear: mapChannels(price.byChannelEur, inCurrency),
    byChannelPerYearEur: mapChannels(price.byChannelEur, steady),
    onlyThisPerYear: inCurrency(price.onlyThisEur),
    delayPerMonth: inCurrency(price.delayEurPerMonth),
    ...reportIncident(price.incident, currency),
    roi: steady(price.roi),
    ...(price.paybackMonths === undefined ? {} : { paybackMonths: steady(price.paybackMonths) }),
    winProbability: steady(price.winProbability),
  };
}

/** Sums for machines: in the displayed currency and in EUR, nothing rounded for reading. */
export function reportTotals(totals: Totals, currency: DisplayCurrency): ReportTotals {
  const inCurrency = currencyConverter(currency);
  return {
    findings: totals.findings,
    currency: currency.code,
    fixMinutes: steadyRange(totals.fixMinutes),
    fix: mapRange(totals.fixEur, inCurrency),
    fixEur: steadyRange(totals.fixEur),
    leavePerYear: mapRange(totals.leaveEur, inCurrency),
    leavePerYearEur: steadyRange(totals.leaveEur),
    byChannelPerYear: mapChannels(totals.byChannelEur, (range) => mapRange(range, inCurrency)),
    byChannelPerYearEur: mapChannels(totals.byChannelEur, steadyRange),
    ...reportIncident(totals.incident, currency),
  };
}

function reportIncident(incident: IncidentRisk | undefined, currency: DisplayCurrency): Pick<ReportCost, 'incident'> {
  if (incident === undefined) return {};
  return {
    incident: {
      probabilityPerYear: steady(incident.probabilityPerYear),
      loss: mapRange(incident.lossEur, currencyConverter(currency)),
      lossEur: steadyRange(incident.lossEur),
    },
  };
}

function currencyConverter({ perEur }: DisplayCurrency): (eur: number) => number {
  return (eur) => steady(eur * perEur);
}

function mapRange({ p10, p50, p90, mean }: Range, change: (value: number) => number): Range {
  return { p10: change(p10), p50: change(p50), p90: change(p90), mean: change(mean) };
}

function steadyRange(range: Range): Range {
  return mapRange(range, steady);
}

function mapChannels<From, To>(
  values: Readonly<Record<Channel, From>>,
  change: (value: From) => To,
): Record<Channel, To> {
  return Object.fromEntries(channels.map((channel) => [channel, change(values[channel])])) as Record<Channel, To>;
}

/** Ten significant digits: more than any figure deserves, and the same on every machine. */
function steady(value: number): number {
  return Number(value.toPrecision(10));
}
