import { french } from '../base/typography.ts';
import type { Constant } from './constant.ts';
import { specificationConstants, type CostConstants } from './cost-constants.ts';
import type { WeaknessFigures } from './weakness-figures.ts';

/** Day of the back-test that the values come from. */
const fittedOn = '2026-11-22';

/** What the back-test found on one half of its repositories; `media/back-test.md` says how it did on the other. */
const found = { dragCeiling: 0.4, defectRiskRatio: 0.4, weightScale: 2 } as const;

/**
 * The second set of figures: what can be fitted to the history of public repositories is, everything else is as the
 * specification states it. A profile may choose it; it is no better proven than its page says.
 */
export const fittedConstants: CostConstants = {
  id: 'fitted-2026-11',
  date: fittedOn,
  general: {
    ...specificationConstants.general,
    dragCeiling: fitted(specificationConstants.general.dragCeiling, found.dragCeiling),
    defectRiskRatio: fitted(specificationConstants.general.defectRiskRatio, found.defectRiskRatio),
  },
  weaknesses: Object.fromEntries(
    Object.entries<WeaknessFigures>(specificationConstants.weaknesses).map(([name, figures]) => [
      name,
      scaled(figures),
    ]),
  ) as CostConstants['weaknesses'],
};

function scaled(figures: WeaknessFigures): WeaknessFigures {
  if (figures.drag === undefined) return figures;
  const { weight } = figures.drag;
  return { ...figures, drag: { ...figures.drag, weight: fitted(weight, weight.value * found.weightScale) } };
}

function fitted(constant: Constant, value: number): Constant {
  return { ...constant, value, tag: 'D', date: fittedOn, source };
}

const source = {
  en: 'Fitted to the later fixes and changes of six public repositories (back-test), within the range of the specification',
  fr: french(
    'Calé sur les corrections et modifications ultérieures de six dépôts publics (test rétrospectif), dans la fourchette de la spécification',
  ),
};
