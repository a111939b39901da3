import semver from 'semver';
import { z } from 'zod';
import type { Language, Localized } from '../../base/language.ts';
import type { Weakness } from '../../findings/weakness.ts';
import type { LibraryFacts, PackageFacts } from '../../registry/library-facts.ts';
import type { ReportExtras } from '../define-rule.ts';
import { defineRule } from '../define-rule.ts';
import { createChangedPlaces, type ChangedPlace } from './changed-places.ts';
import { isFramework, leaderOf } from './frameworks.ts';
import type { Lateness, VersionPart } from './lateness.ts';
import { freshInstall, latenessOf } from './lateness.ts';
import type { LibraryUse } from './library-use.ts';
import { createImportCounter, libraryUses, placeOfRange } from './library-use.ts';
import { isExcepted, pinOf } from './library-policy.ts';
import { rangeLike, rewriteRange } from './range-style.ts';

const parts = ['patch', 'minor', 'major'] as const satisfies readonly VersionPart[];

export const rule = defineRule({
  id: 'libraries/outdated-dependency',
  weakness: 'outdated-minor',
  cwe: [1104],
  needs: 'libraries',
  docs: {
    title: { en: 'Outdated dependency', fr: 'Dépendance en retard' },
    why: {
      en: 'Fixes and compatibility arrive in newer versions only, and each version skipped makes the next upgrade larger. Compared with the newest stable version that its publisher recommends, so only with the network.',
      fr: 'Les corrections et la compatibilité n’arrivent que dans les nouvelles versions, et chaque version sautée alourdit la mise à jour suivante. La comparaison porte sur la dernière version stable recommandée par l’éditeur, donc avec le réseau seulement.',
    },
    forLeads: {
      en: 'A building block of the product is older than what its maker offers today. The longer it waits, the dearer the move, and an urgent security fix then cannot be had quickly.',
      fr: 'Une brique du produit est plus ancienne que ce que propose son éditeur aujourd’hui. Plus on attend, plus le changement coûte cher, et un correctif de sécurité urgent ne pourra pas être obtenu rapidement.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "pino": "8.11.0" } }
// @registry
{ "pino": { "name": "pino", "latest": "9.4.0", "versions": ["8.11.0", "9.0.0", "9.4.0"], "fetchedAt": "2026-11-01" } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "pino": "9.4.0" } }
// @registry
{ "pino": { "name": "pino", "latest": "9.4.0", "versions": ["8.11.0", "9.0.0", "9.4.0"], "fetchedAt": "2026-11-01" } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    minimum: z.enum(parts).default('patch').describe('Smallest difference that is reported.'),
    ignore: z.array(z.string()).default([]).describe('Packages that stay behind on purpose.'),
  }),
  message: {
    en: ({ name, installed, newest, part, count, since, places }: MessageFacts) =>
      `\`${name}\` ${installed} is ${inWords(count, 'en')} ${part} ${count === 1 ? 'version' : 'versions'} behind ${newest}${since === '' ? '' : `, since ${since}`}${changedText(places, 'en')}`,
    fr: ({ name, installed, newest, part, count, since, places }) =>
      `\`${name}\` ${installed} a ${inWords(count, 'fr')} ${count === 1 ? 'version' : 'versions'} ${frenchPart(part, count)} de retard sur ${newest}${since === '' ? '' : `, depuis le ${since}`}${changedText(places, 'fr')}`,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const countImports = createImportCounter(workspace);
    const changedPlaces = createChangedPlaces(workspace, libraries);
    const ignored = new Set(options.ignore);
    const late = libraryUses(workspace)
      .filter(({ dependency }) => !ignored.has(dependency.name))
      .filter((use) => !isExcepted(libraries.policy, rule.id, use.dependency.name, libraries.today))
      .flatMap((use) => lateUse(use, libraries) ?? [])
      .filter(({ lateness }) => parts.indexOf(lateness.part) >= parts.indexOf(options.minimum));
    for (const one of late.filter((candidate) => !movesWith(candidate, late))) {
      const companions = late.filter((other) => movesWith(other, [one]));
      const changed =
        one.lateness.impact === 'major' ? changedPlaces(one.use, one.installed, one.lateness.newest) : undefined;
      const extras = extrasOf(one, companions, countImports(one.use), changed);
      report(placeOfRange(one.use), messageFacts(one, changed), extras);
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly installed: string;
  readonly newest: string;
  readonly part: VersionPart;
  readonly count: number;
  /** Day since which it is so behind; empty where the registry does not tell. */
  readonly since: string;
  /** Places that use what the newest version declares otherwise; -1 where the two were not compared. */
  readonly places: number;
}

interface LateUse {
  readonly use: LibraryUse;
  readonly installed: string;
  readonly lateness: Lateness;
}

function lateUse(use: LibraryUse, libraries: LibraryFacts): LateUse | undefined {
  if (!('name' in use.range)) return undefined;
  const published = libraries.packageFacts(use.range.name);
  if (!published) return undefined;
  const facts = wantedFacts(published, libraries);
  const installed = use.installed ?? freshInstall(use.range, facts);
  const lateness = installed === undefined ? undefined : latenessOf(installed, facts);
  return installed !== undefined && lateness ? { use, installed, lateness } : undefined;
}

/** Facts without the versions that a pin or the cool-down rules out. */
function wantedFacts(facts: PackageFacts, { policy, today }: LibraryFacts): PackageFacts {
  const pin = pinOf(policy, facts.name, today);
  const youngest = Date.parse(today) - policy.coolDownDays * 24 * 60 * 60 * 1000;
  const isWanted = (version: string): boolean => {
    const date = policy.coolDownDays === 0 ? undefined : facts.released?.get(version);
    return (
      (!pin || semver.satisfies(version, pin.range, { loose: true })) &&
      (date === undefined || Date.parse(date) < youngest)
    );
  };
  return { ...facts, versions: facts.versions.filter(isWanted) };
}

/** A companion of a framework is no upgrade of its own while the framework in the same manifest is late too. */
function movesWith({ use, lateness }: LateUse, late: readonly LateUse[]): boolean {
  const leader = leaderOf(use.dependency.name);
  if (leader === undefined || lateness.part !== 'major') return false;
  return late.some(
    (other) =>
      other.use.dependency.name === leader && other.use.manifest === use.manifest && other.lateness.part === 'major',
  );
}

function messageFacts({ use, installed, lateness }: LateUse, changed: Changed): MessageFacts {
  return {
    name: use.dependency.name,
    installed,
    newest: lateness.newest,
    part: lateness.part,
    count: lateness.count,
    since: lateness.since ?? '',
    places: changed?.length ?? -1,
  };
}

function extrasOf(
  late: LateUse,
  companions: readonly LateUse[],
  importingFiles: number,
  changed: Changed = [],
): ReportExtras {
  const { use, lateness } = late;
  const { name, range, kind } = use.dependency;
  const isProject = isFramework(name) && lateness.part === 'major';
  return {
    weakness: isProject ? 'outdated-framework' : (`outdated-${lateness.impact}` satisfies Weakness),
    drivers: { importingFiles, ...(isProject && kind === 'dependencies' ? { isPublicRuntime: true } : {}) },
    package: { name, version: use.installed ?? range },
    related: [
      ...companions.map((companion) => ({ at: placeOfRange(companion.use), message: companionText(companion) })),
      ...changed.slice(0, mostPlaces).map((place) => ({ at: place.node, message: placeText(place, lateness.newest) })),
    ],
    fixes: fixesOf(late),
  };
}

/** A major may break the code, so its range is changed by a person; a range of another form is left as it is. */
function fixesOf({ use, lateness }: LateUse): ReportExtras['fixes'] & object {
  if (lateness.impact === 'major' || use.range.kind !== 'registry') return [];
  const range = rangeLike(use.range.range, lateness.newest);
  return range === undefined || range === use.range.range ? [] : [rewriteRange(use, range)];
}

function companionText({ use, installed, lateness }: LateUse): Localized {
  const name = `\`${use.dependency.name}\` ${installed}`;
  return { en: `${name} moves along to ${lateness.newest}`, fr: `${name} suit, vers ${lateness.newest}` };
}

type Changed = readonly ChangedPlace[] | undefined;

/** Further ones are a number. */
const mostPlaces = 20;

function placeText({ name, change }: ChangedPlace, newest: string): Localized {
  return change === 'removed'
    ? { en: `\`${name}\` is gone in ${newest}`, fr: `\`${name}\` n’existe plus en ${newest}` }
    : { en: `\`${name}\` is declared otherwise in ${newest}`, fr: `\`${name}\` est déclaré autrement en ${newest}` };
}

function changedText(places: number, language: Language): string {
  if (places < 0) return '';
  if (places === 0) {
    return language === 'fr'
      ? '\u202f; rien de ce que ce code en utilise n’a changé de type'
      : '; nothing that this code uses of it changed its type';
  }
  return language === 'fr'
    ? `\u202f; ${places} ${places === 1 ? 'endroit utilise' : 'endroits utilisent'} ce qui a changé`
    : `; ${places} ${places === 1 ? 'place uses' : 'places use'} what changed`;
}

const words = {
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  fr: ['une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
};

function inWords(count: number, language: keyof typeof words): string {
  return words[language][count - 1] ?? String(count);
}

function frenchPart(part: string, count: number): string {
  const word = part === 'major' ? 'majeure' : part === 'minor' ? 'mineure' : 'corrective';
  return count === 1 ? word : `${word}s`;
}
