import type { CostContext } from './cost-context.ts';
import type { DerivationWriter } from './derivation.ts';
import { slowdownOf } from './drag.ts';
import type { FunctionShare } from './function-share.ts';
import { developmentHours, usableHistory } from './place.ts';
import type { DerivationLine } from './price.ts';
import type { PricedFinding } from './price-findings.ts';

/** The derivation of development drag: hours, weight, slowdown, discount, share. */
export function explainDrag(
  { price, workings }: PricedFinding,
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { general } = context.constants;
  const { place, drag, figures, functionShare } = workings;
  const ceiling = general.dragCeiling;
  const lines = [
    writer.line(labels.title, (f) => f.money(price.byChannelEur.drag)),
    ...hourLines(workings, context, writer),
  ];
  if (figures.drag !== undefined) lines.push(writer.constant(labels.weightConstant, figures.drag.weight));
  if (functionShare !== undefined) lines.push(functionLine(functionShare, writer));
  if (drag !== undefined) {
    const slowdown = slowdownOf(drag.fileWeight, general);
    lines.push(
      writer.line(labels.weight, (f) => `${f.number(drag.weight)} / ${f.number(drag.fileWeight)}`),
      writer.constant(
        labels.slowdown,
        ceiling,
        (f) => `1 + ${f.number(ceiling.value)} × (1 − e^−${f.number(drag.fileWeight)}) = × ${f.number(slowdown)}`,
      ),
      writer.constant(labels.causality, general.causality),
      writer.line(
        labels.file,
        (f) =>
          `${f.hours(place.hoursPerYear)} × (1 − 1 / ${f.number(slowdown)}) × ${f.money(context.profile.hourlyRateEur)} × ${f.number(general.causality.value)}${place.hasSingleOwner ? ` × ${f.number(general.singleOwnerFactor.value)}` : ''} = ${f.money(drag.fileEur)}`,
      ),
    );
  }
  if (place.hasSingleOwner) lines.push(writer.constant(labels.singleOwner, general.singleOwnerFactor));
  return [...lines, writer.constant(labels.sigma, general.dragSigma)];
}

function functionLine({ commits, of }: FunctionShare, writer: DerivationWriter): DerivationLine {
  return writer.line(
    labels.functionShare,
    (f) => `${f.number(commits)} / ${f.number(of)} = ${f.percent(commits / of)}`,
  );
}

function hourLines(
  { place }: PricedFinding['workings'],
  context: CostContext,
  writer: DerivationWriter,
): DerivationLine[] {
  const { profile, constants } = context;
  const history = usableHistory(context);
  const label = history === undefined ? labels.lineShare : labels.changeShare;
  const lines = [
    writer.line(label, (f) => f.percent(place.changeShare)),
    writer.constant(labels.hours, constants.general.hoursPerYear, (f) => {
      const people =
        history === undefined
          ? profile.teamSize
          : Math.min(profile.teamSize, history.authorMonths / history.windowMonths);
      return `${f.number(constants.general.hoursPerYear.value)} × ${f.percent(profile.shareOfTime)} × ${f.number(people)} × ${f.percent(place.changeShare)} = ${f.hours(developmentHours(context) * place.changeShare)}`;
    }),
  ];
  return lines;
}

const labels = {
  title: { en: 'Development time (not cash)', fr: 'Temps de développement (pas de trésorerie)' },
  changeShare: {
    en: 'Share of the changes that touch this file',
    fr: 'Part des modifications qui touchent ce fichier',
  },
  lineShare: {
    en: 'Share of the lines of code (there is no usable git history)',
    fr: 'Part des lignes de code (pas d’historique git exploitable)',
  },
  hours: {
    en: 'Hours a year × share of time × people × share of the file',
    fr: 'Heures par an × part du temps × personnes × part du fichier',
  },
  weightConstant: { en: 'Weight of this class', fr: 'Poids de cette classe' },
  functionShare: {
    en: 'Changes of the file that fall in this function',
    fr: 'Modifications du fichier qui touchent cette fonction',
  },
  weight: { en: 'Weight of this finding / of all in the file', fr: 'Poids de ce constat / de tous ceux du fichier' },
  slowdown: { en: 'Changes to the file take longer', fr: 'Les modifications du fichier prennent plus de temps' },
  causality: { en: 'Discount from association to cause', fr: 'Décote de causalité' },
  file: { en: 'Yearly drag of the file', fr: 'Ralentissement annuel du fichier' },
  singleOwner: {
    en: 'One person makes nearly all changes',
    fr: 'Une seule personne fait presque toutes les modifications',
  },
  sigma: { en: 'Spread', fr: 'Dispersion' },
};
