import type { CostContext } from './cost-context.ts';
import { incidentsPerYear } from './defects.ts';
import type { DerivationWriter } from './derivation.ts';
import { criticalityConstant } from './place.ts';
import type { DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';

/** The derivation of defects: incidents that the finding causes, and bugs that structure brings. */
export function explainDefects(
  priced: PricedFinding,
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = context.constants;
  const { price, workings } = priced;
  const direct = incidentsPerYear(workings);
  return [
    writer.line(labels.title, (f) => f.money(price.byChannelEur.defects)),
    ...incidentLines(priced, context, writer),
    ...(direct === undefined ? structureLines(priced, context, writer) : directLines(priced, direct, writer)),
    writer.constant(labels.cap, general.incidentsPerYearCap),
    writer.constant(labels.sigma, general.defectSigma),
  ];
}

function incidentLines({ workings }: PricedFinding, context: CostContext, writer: DerivationWriter): DerivationLine[] {
  const { general } = context.constants;
  const { profile } = context;
  const { place, figures } = workings;
  const isSlowDown = figures.incidents?.kind === 'slow-down';
  const duration = place.criticality === 'critical' ? general.criticalOutageHours : general.outageHours;
  const criticality = criticalityConstant(general, place.criticality);
  return [
    writer.line(labels.incident, (f) => {
      const perHour = profile.revenueEur / profile.applications / general.hoursInYear.value;
      const share = isSlowDown ? ` × ${f.number(general.slowDownRevenueShare.value)}` : '';
      const lost = `${f.money(perHour)} × ${f.number(criticality.value)}${share} + ${f.number(general.outagePeople.value)} × ${f.money(profile.hourlyRateEur)}`;
      return `${f.number(general.incidentHours.value)} × ${f.money(profile.hourlyRateEur)} + ${f.hours(duration.value)} × (${lost}) = ${f.money(isSlowDown ? place.slowDownEur : place.outageEur)}`;
    }),
    writer.constant(labels.incidentHours, general.incidentHours),
    writer.constant(labels.duration, duration),
    writer.constant(labels.criticality, criticality),
    writer.constant(labels.people, general.outagePeople),
    ...(isSlowDown ? [writer.constant(labels.slowDown, general.slowDownRevenueShare)] : []),
  ];
}

function directLines({ workings }: PricedFinding, perYear: number, writer: DerivationWriter): DerivationLine[] {
  const { incidents } = workings.figures;
  if (incidents === undefined) return [];
  const rate = workings.place.criticality === 'critical' ? incidents.perYearCritical : incidents.perYear;
  return [writer.constant(labels.rate, rate, (f) => f.percent(perYear))];
}

function structureLines({ workings }: PricedFinding, context: CostContext, writer: DerivationWriter): DerivationLine[] {
  const { general } = context.constants;
  const { place, figures, drag } = workings;
  return [
    writer.line(labels.fixes, (f) => f.number(place.fixesPerYear)),
    writer.constant(labels.fixShare, general.fixShareOfIncident, (f) => f.percent(general.fixShareOfIncident.value)),
    ...(drag === undefined
      ? []
      : [
          writer.constant(
            labels.ratio,
            general.defectRiskRatio,
            (f) => `1 + ${f.number(general.defectRiskRatio.value)} × (1 − e^−${f.number(drag.fileWeight)})`,
          ),
        ]),
    ...(figures.isMissingTest === true ? [writer.constant(labels.untested, general.untestedRiskRatio)] : []),
    ...(figures.isTypeHole === true
      ? [
          writer.constant(labels.untyped, general.untypedDefectShare),
          writer.constant(labels.holes, general.untypedLinesPerHole),
        ]
      : []),
    writer.constant(labels.causality, general.causality),
  ];
}

const labels = {
  title: { en: 'Failures', fr: 'Pannes et bogues' },
  incident: { en: 'One incident', fr: 'Un incident' },
  incidentHours: { en: 'Hours of work per incident', fr: 'Heures de travail par incident' },
  duration: { en: 'Hours of outage', fr: 'Heures d’arrêt' },
  criticality: { en: 'Criticality of the area', fr: 'Criticité de la zone' },
  people: { en: 'People who wait or help', fr: 'Personnes mobilisées' },
  slowDown: { en: 'A slow-down against an outage', fr: 'Un ralentissement par rapport à une panne' },
  rate: { en: 'Incidents a year through this place', fr: 'Incidents par an dus à cet endroit' },
  fixes: { en: 'Bugs mended in the file in a year', fr: 'Bogues corrigés dans le fichier en un an' },
  fixShare: { en: 'One bug against an incident', fr: 'Un bogue par rapport à un incident' },
  ratio: { en: 'More bugs through structure', fr: 'Bogues supplémentaires dus à la structure' },
  untested: { en: 'More bugs without tests', fr: 'Bogues supplémentaires sans tests' },
  untyped: { en: 'Bugs that types would have found', fr: 'Bogues que les types auraient trouvés' },
  holes: { en: 'Lines that one any leaves unchecked', fr: 'Lignes que laisse sans contrôle un any' },
  causality: { en: 'Discount from association to cause', fr: 'Décote de causalité' },
  cap: { en: 'Most incidents a year for one application', fr: 'Incidents par an au plus pour une application' },
  sigma: { en: 'Spread', fr: 'Dispersion' },
};
