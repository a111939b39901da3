import { constant, type Constant } from './constant.ts';
import { minutes } from './effort.ts';
import type { Drag, Incidents, WeaknessFigures } from './weakness-figures.ts';

const ordinaryFailure = incidents(0.01, 0.05, 'outage');
const slowness = incidents(0.02, 0.05, 'slow-down');

/** Figures of the weaknesses that slow development or fail on their own. */
export const qualityFigures = {
  'cognitive-complexity': complexity(),
  'cyclomatic-complexity': complexity(),
  'large-file': {
    effort: { minutes: minutes(40, 180, 420) },
    drag: drag(0.3, { by: 'lines-above-1000' }),
  },
  'long-function': { effort: { minutes: minutes(20, 40, 180) }, drag: drag(0.08) },
  'many-parameters': { effort: { minutes: minutes(20, 60, 420) }, drag: drag(0.05) },
  'duplicated-block': { effort: { minutes: minutes(15, 30, 150) }, drag: drag(0.05, { bringsDefects: false }) },
  'dead-code': { effort: { minutes: minutes(1, 5, 20) }, drag: drag(0.01, { by: '100-lines', isMinor: true }) },
  'any-hole': { effort: { minutes: minutes(5, 10, 60) }, drag: drag(0.01, { isMinor: true }), isTypeHole: true },
  'promise-misuse': { effort: { minutes: minutes(3, 10, 60) }, incidents: ordinaryFailure },
  'swallowed-error': { effort: { minutes: minutes(10, 20, 60) }, incidents: ordinaryFailure },
  'likely-bug': { effort: { minutes: minutes(5, 15, 90) }, incidents: ordinaryFailure },
  'confusing-code': { effort: { minutes: minutes(3, 10, 45) }, drag: drag(0.01, { isMinor: true }) },
  'resource-leak': { effort: { minutes: minutes(10, 30, 180) }, incidents: ordinaryFailure },
  todo: {
    effort: { minutes: minutes(5, 30, 240) },
    drag: drag(0.005, { isMinor: true, bringsDefects: false }),
  },

  'circular-dependency': {
    effort: { minutes: minutes(60, 300, 600), times: 'cutImports' },
    drag: drag(0.15, { by: 'cycle' }),
  },
  'boundary-violation': { effort: { minutes: minutes(20, 90, 360) }, drag: drag(0.1) },
  'god-module': { effort: { minutes: minutes(120, 480, 1440) }, drag: drag(0.2) },
  'missing-notes': {
    effort: { minutes: minutes(60, 180, 600) },
    drag: drag(0.03, { isMinor: true, bringsDefects: false }),
  },

  'missing-test': { effort: { minutes: minutes(60, 180, 600) }, isMissingTest: true },
  'skipped-test': { effort: { minutes: minutes(5, 20, 120) }, drag: drag(0.02, { isMinor: true }) },
  'weak-test': { effort: { minutes: minutes(10, 30, 180) }, drag: drag(0.02, { isMinor: true }) },

  'sequential-await': { effort: { minutes: minutes(10, 45, 240) }, incidents: slowness },
  'blocking-io': { effort: { minutes: minutes(10, 45, 240) }, incidents: slowness },
  'n-plus-one-query': { effort: { minutes: minutes(10, 45, 240) }, incidents: slowness },
  'quadratic-work': { effort: { minutes: minutes(5, 20, 120) }, incidents: slowness },
  'unbounded-work': { effort: { minutes: minutes(10, 45, 240) }, incidents: slowness },
  'heavy-page': { effort: { minutes: minutes(5, 20, 120) }, incidents: incidents(0.01, 0.02, 'slow-down') },
} satisfies Record<string, WeaknessFigures>;

/** Incidents a year of one such weakness, in ordinary and in critical areas. */
export function incidents(perYear: number, perYearCritical: number, kind: Incidents['kind']): Incidents {
  return { perYear: incidentRate(perYear), perYearCritical: incidentRate(perYearCritical), kind };
}

function complexity(): WeaknessFigures {
  return {
    effort: { minutes: minutes(5, 35, 300), isComplexity: true },
    drag: drag(0.03, { by: 'complexity' }),
  };
}

interface DragShape {
  readonly by?: Drag['by'];
  readonly bringsDefects?: boolean;
  readonly isMinor?: boolean;
}

function drag(weight: number, { by = 'finding', bringsDefects = true, isMinor = false }: DragShape = {}): Drag {
  return { weight: dragWeight(weight), by, bringsDefects, isMinor };
}

function dragWeight(value: number): Constant {
  return constant(
    value,
    'A',
    'Weight of the weakness in the slowdown of its file: judgement, scaled to the study of 39 code bases',
    'Poids de la faiblesse dans le ralentissement de son fichier : jugement, à l’échelle de l’étude de 39 bases de code',
    [value / 2, value * 2],
  );
}

function incidentRate(value: number): Constant {
  return constant(
    value,
    'A',
    'Incidents a year through one such place: judgement, first to be replaced by the team’s own incidents',
    'Incidents par an dus à un tel endroit : jugement, à remplacer en premier par les incidents de l’équipe',
    [value * 0.35, value * 2.9],
  );
}
