import { formatEffort, formatMonths } from '../base/duration.ts';
import { presentValueFactor } from './business-profile.ts';
import { gradeMeanings, winWords } from './confidence-words.ts';
import type { CostContext } from './cost-context.ts';
import { createDerivationWriter, type DerivationWriter } from './derivation.ts';
import { explainDefects } from './explain-defects.ts';
import { explainDrag } from './explain-drag.ts';
import { explainDrift } from './explain-drift.ts';
import { explainFix } from './explain-fix.ts';
import { explainSecurity } from './explain-security.ts';
import { channels, type Channel, type DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';

/** Developers read the formulas; leads read what it means. */
export type Audience = 'developer' | 'lead';

/**
 * How a price came about, line by line in both languages: the result and what moves it most, then the channels from
 * the dearest to the cheapest, then the fix and what follows from both. Every constant has its tag and source.
 */
export function explainPrice(
  priced: PricedFinding,
  context: CostContext,
  audience: Audience,
): readonly DerivationLine[] {
  const writer = createDerivationWriter(context.profile.currency);
  const summary = summaryLines(priced, writer, audience);
  if (audience === 'lead') return [...summary, ...meaningLines(priced, writer), gradeLine(priced, writer)];
  return [
    ...summary,
    ...channelsByCost(priced).flatMap((channel) => explainChannel[channel](priced, context, writer)),
    ...explainFix(priced, context, writer),
    ...resultLines(priced, context, writer),
    gradeLine(priced, writer),
  ];
}

const explainChannel: Readonly<
  Record<Channel, (priced: PricedFinding, context: CostContext, writer: DerivationWriter) => DerivationLine[]>
> = { drag: explainDrag, defects: explainDefects, security: explainSecurity, drift: explainDrift };

function channelsByCost({ price: { byChannelEur } }: PricedFinding): Channel[] {
  return channels.filter((channel) => byChannelEur[channel] > 0).sort((a, b) => byChannelEur[b] - byChannelEur[a]);
}

function summaryLines(
  { price, finding }: PricedFinding,
  writer: DerivationWriter,
  audience: Audience,
): DerivationLine[] {
  const { leaveEur } = price;
  if (leaveEur.mean <= 0) return [writer.line(labels.leave, (f) => f.text(unpriced(finding.weakness)))];
  const isExact = audience === 'developer';
  return [
    writer.line(labels.leave, (f) => {
      const perYear = f.language === 'fr' ? 'par an' : 'a year';
      if (!isExact) return `${f.about(leaveEur.p10, leaveEur.p90)} ${perYear}`;
      const mean = `${f.language === 'fr' ? 'moyenne' : 'mean'} ${f.money(leaveEur.mean)}`;
      return `${f.money(leaveEur.p10)} / ${f.money(leaveEur.p50)} / ${f.money(leaveEur.p90)} ${perYear} (${mean})`;
    }),
    writer.line(labels.driver, (f) => f.text(price.largestDriver)),
  ];
}

function unpriced(weakness: string): { readonly en: string; readonly fr: string } {
  return weakness.endsWith('-licence') ? texts.licence : texts.nothing;
}

function meaningLines(priced: PricedFinding, writer: DerivationWriter): DerivationLine[] {
  const { price } = priced;
  const { incident } = price;
  const lines = [
    writer.line(labels.fix, (f) => formatEffort(price.fixMinutes.p50, f.language)),
    writer.line(labels.win, (f) => f.text(winWords(price.winProbability))),
    writer.line(labels.delay, (f) => f.money(price.delayEurPerMonth)),
  ];
  if (price.paybackMonths !== undefined) {
    const months = price.paybackMonths;
    lines.push(writer.line(labels.payback, (f) => formatMonths(months, f.language)));
  }
  if (incident !== undefined) {
    const { probabilityPerYear, lossEur } = incident;
    lines.unshift(
      writer.line(labels.incident, (f) =>
        f.language === 'fr'
          ? `environ ${f.roughly(probabilityPerYear)} par an ; si cela arrive, le plus souvent ${f.range(lossEur.p10, lossEur.p90)}`
          : `about ${f.roughly(probabilityPerYear)} a year; if it happens, typically ${f.range(lossEur.p10, lossEur.p90)}`,
      ),
    );
  }
  if (price.byChannelEur.drag > 0) lines.unshift(timeNotCash(priced, writer));
  return lines;
}

function timeNotCash({ price, workings }: PricedFinding, writer: DerivationWriter): DerivationLine {
  const hourlyEur = (price.fixEur.mean * 60) / price.fixMinutes.mean;
  return writer.line(labels.time, (f) => {
    const effort = formatEffort((price.byChannelEur.drag / hourlyEur) * 60, f.language);
    const share = f.percent(workings.place.changeShare);
    return f.language === 'fr'
      ? `environ ${effort} par an, du salaire déjà versé ; le fichier reçoit ${share} des modifications`
      : `about ${effort} a year, salary already paid; the file gets ${share} of the changes`;
  });
}

function resultLines({ price }: PricedFinding, { profile }: CostContext, writer: DerivationWriter): DerivationLine[] {
  const presentValue = presentValueFactor(profile);
  const lines = [
    writer.line(labels.onlyThis, (f) => f.money(price.onlyThisEur)),
    writer.line(
      labels.roi,
      (f) =>
        `${f.money(price.leaveEur.mean)} × ${f.number(presentValue)} / ${f.money(price.fixEur.mean)} = ${f.number(price.roi)}`,
    ),
    writer.line(labels.win, (f) => f.text(winWords(price.winProbability))),
    writer.line(labels.delay, (f) => f.money(price.delayEurPerMonth)),
  ];
  if (price.paybackMonths === undefined) return lines;
  const months = price.paybackMonths;
  return [
    ...lines,
    writer.line(
      labels.payback,
      (f) =>
        `12 × ${f.money(price.fixEur.mean)} / ${f.money(price.leaveEur.mean)} = ${f.number(months)} ${f.language === 'fr' ? 'mois' : 'months'}`,
    ),
  ];
}

function gradeLine({ price }: PricedFinding, writer: DerivationWriter): DerivationLine {
  return writer.line(labels.grade, (f) => `${price.grade} · ${f.text(gradeMeanings[price.grade])}`);
}

const labels = {
  leave: { en: 'Cost of leaving it', fr: 'Coût de l’inaction' },
  driver: { en: 'What moves it most', fr: 'Ce qui pèse le plus' },
  incident: { en: 'Chance of an incident', fr: 'Risque d’incident' },
  time: { en: 'Development time, not cash', fr: 'Temps de développement, pas de trésorerie' },
  fix: { en: 'Fix', fr: 'Coût de correction' },
  win: { en: 'Will fixing pay for itself?', fr: 'La correction se remboursera-t-elle ?' },
  payback: { en: 'Pays for itself in', fr: 'Se rembourse en' },
  delay: { en: 'Each month of delay costs about', fr: 'Chaque mois de report coûte environ' },
  onlyThis: { en: 'Saved a year by fixing only this one', fr: 'Économie par an en ne corrigeant que ce constat' },
  roi: { en: 'Return over the horizon', fr: 'Rendement sur l’horizon' },
  grade: { en: 'Confidence', fr: 'Fiabilité' },
};

const texts = {
  nothing: { en: 'nothing that the model prices', fr: 'rien que le modèle chiffre' },
  licence: {
    en: 'not priced: regulators’ fines and licence claims are too rare to price',
    fr: 'non chiffré : amendes et litiges de licence sont trop rares pour être chiffrés',
  },
};
