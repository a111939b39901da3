import { z } from 'zod';
import { french } from '../base/typography.ts';
import type { Constant } from './constant.ts';
import type { CostConstants } from './cost-constants.ts';
import { generalConstants, type GeneralConstants } from './general-constants.ts';
import { weaknessFigures, type WeaknessFigures } from './weakness-figures.ts';

/** How far beyond the range of a constant a team may go: twice its ends. */
const slack = 2;

/** An assumption by the name that a profile calls it, such as `epssCritical` or `injection.riskRatio`. */
const assumptions: ReadonlyMap<string, Constant> = new Map(
  [
    ...Object.entries<Constant>(generalConstants),
    ...Object.entries<WeaknessFigures>(weaknessFigures).flatMap(([name, figures]) =>
      partsOf(figures).map(([part, constant]): [string, Constant] => [`${name}.${part}`, constant]),
    ),
  ].filter(([, { tag, p10 }]) => tag === 'A' && p10 !== undefined),
);

/** The `assumptions` of a business profile: own values for constants that rest on judgement. */
export const assumptionsSchema = z.record(z.string(), z.number()).superRefine((values, context) => {
  for (const [name, value] of Object.entries(values)) {
    const constant = assumptions.get(name);
    const message = constant === undefined ? unknownName : outOfBounds(constant, value);
    if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
  }
});

/** The set with the team's own values in place of the assumptions that they name; their ranges move along. */
export function withAssumptions(
  constants: CostConstants,
  values: Readonly<Record<string, number>> | undefined,
): CostConstants {
  const stated = new Map(Object.entries(values ?? {}));
  if (stated.size === 0) return constants;
  const replaced = (name: string, constant: Constant): Constant => {
    const value = stated.get(name);
    return value === undefined ? constant : restated(constant, value);
  };
  const general = mapValues<Constant>(constants.general, replaced);
  const weaknesses = mapValues<WeaknessFigures>(constants.weaknesses, (name, figures) =>
    mapParts(figures, (part, constant) => replaced(`${name}.${part}`, constant)),
  );
  return {
    ...constants,
    general: general as unknown as GeneralConstants,
    weaknesses: weaknesses as CostConstants['weaknesses'],
  };
}

const unknownName = 'expected the name of an assumption as the page of the cost model lists them';

function outOfBounds({ p10 = 0, p90 = 0 }: Constant, value: number): string | undefined {
  const [least, most] = [p10 / slack, p90 * slack];
  return value >= least && value <= most ? undefined : `expected a number between ${least} and ${most}`;
}

function restated(constant: Constant, value: number): Constant {
  const factor = value / constant.value;
  const { p10 = 0, p90 = 0 } = constant;
  return { ...constant, value, p10: p10 * factor, p90: p90 * factor, source: statedByTeam };
}

const statedByTeam = {
  en: 'Stated in the business profile, in place of the assumption shipped',
  fr: french('Indiqué dans le profil d’entreprise, à la place de l’hypothèse fournie'),
};

function partsOf({ attack, drag, incidents, drift }: WeaknessFigures): readonly [part: string, constant: Constant][] {
  return [
    ...(attack ? [part('riskRatio', attack.riskRatio), part('severity', attack.severity)] : []),
    ...(drag ? [part('weight', drag.weight)] : []),
    ...(incidents ? [part('incidents', incidents.perYear), part('incidentsCritical', incidents.perYearCritical)] : []),
    ...(drift ? [part('forced', drift.forced)] : []),
  ];
}

function part(name: string, constant: Constant): [part: string, constant: Constant] {
  return [name, constant];
}

function mapParts(figures: WeaknessFigures, change: (part: string, constant: Constant) => Constant): WeaknessFigures {
  const { attack, drag, incidents, drift } = figures;
  return {
    ...figures,
    ...(attack && {
      attack: {
        ...attack,
        riskRatio: change('riskRatio', attack.riskRatio),
        severity: change('severity', attack.severity),
      },
    }),
    ...(drag && { drag: { ...drag, weight: change('weight', drag.weight) } }),
    ...(incidents && {
      incidents: {
        ...incidents,
        perYear: change('incidents', incidents.perYear),
        perYearCritical: change('incidentsCritical', incidents.perYearCritical),
      },
    }),
    ...(drift && { drift: { ...drift, forced: change('forced', drift.forced) } }),
  };
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (key: string, value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
}
