import { constant, type Constant, type MinutesConstant } from './constant.ts';
import { minutes } from './effort.ts';
import { incidents } from './figures-quality.ts';
import type { Drift, WeaknessFigures } from './weakness-figures.ts';

const majorEffort = effortPerFile(minutes(30, 120, 960), minutes(2, 5, 15));

/** Figures of the weaknesses that come with other people's packages. */
export const libraryFigures = {
  'vulnerable-library': { effort: { minutes: minutes(5, 10, 40) }, isVulnerableLibrary: true },
  'vulnerable-library-major': { effort: majorEffort, isVulnerableLibrary: true, drift: drift(0.1) },
  'outdated-patch': { effort: { minutes: minutes(3, 8, 40, 'A') }, drift: drift(0.1) },
  'outdated-minor': { effort: { minutes: minutes(5, 15, 90, 'A') }, drift: drift(0.1) },
  'outdated-major': { effort: majorEffort, drift: drift(0.1) },
  'outdated-framework': { effort: { minutes: minutes(480, 2400, 9600, 'A') }, drift: drift(0.1) },
  'deprecated-library': {
    effort: effortPerFile(minutes(30, 180, 1200, 'A'), minutes(5, 10, 20, 'A')),
    drift: drift(0.25),
  },
  'unmaintained-library': {
    effort: effortPerFile(minutes(60, 240, 1440, 'A'), minutes(5, 10, 20, 'A')),
    drift: drift(0.15),
  },
  'duplicate-versions': { effort: { minutes: minutes(5, 20, 120, 'A') } },
  'forbidden-licence': { effort: { minutes: minutes(60, 300, 2400, 'A') } },
  'unknown-licence': { effort: { minutes: minutes(10, 20, 120, 'A') } },
  'engine-end-of-life': { effort: { minutes: minutes(60, 480, 2400, 'A') }, drift: drift(0.1) },
  'peer-conflict': { effort: { minutes: minutes(10, 45, 300, 'A') }, incidents: incidents(0.02, 0.02, 'outage') },
  'unused-dependency': { effort: { minutes: minutes(2, 5, 20, 'A') }, drift: drift(0.1, 0.5) },
  'undeclared-dependency': { effort: { minutes: minutes(2, 5, 30, 'A') }, incidents: incidents(0.02, 0.02, 'outage') },
  'unpinned-range': { effort: { minutes: minutes(2, 5, 20, 'A') }, incidents: incidents(0.005, 0.005, 'outage') },
  'untrusted-package-source': {
    effort: { minutes: minutes(5, 20, 120, 'A') },
    incidents: incidents(0.005, 0.01, 'outage'),
  },
  'missing-lockfile': { effort: { minutes: minutes(5, 15, 60, 'A') }, incidents: incidents(0.05, 0.05, 'outage') },
} satisfies Record<string, WeaknessFigures>;

function effortPerFile(base: MinutesConstant, perFile: MinutesConstant): WeaknessFigures['effort'] {
  return { minutes: base, perPoint: { driver: 'importingFiles', minutes: perFile } };
}

function drift(forced: number, part = 1): Drift {
  return { forced: forcedChance(forced), part: driftPart(part) };
}

function forcedChance(value: number): Constant {
  return constant(
    value,
    'A',
    'Yearly chance that the upgrade is forced at a bad moment: judgement',
    'Probabilité annuelle que la mise à jour soit imposée au mauvais moment : jugement',
    [value * 0.3, Math.min(1, value * 3)],
  );
}

function driftPart(value: number): Constant {
  return constant(
    value,
    'A',
    value === 1 ? 'The whole drift counts' : 'An unused package drifts half as much as a used one',
    value === 1 ? 'Toute la dérive compte' : 'Un paquet inutilisé dérive moitié moins qu’un paquet utilisé',
  );
}
