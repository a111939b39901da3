import { z } from 'zod';
import type { CostDrivers, Fix } from '../../findings/finding.ts';
import type { Advisory } from '../../registry/advisory.ts';
import type { LibraryFacts } from '../../registry/library-facts.ts';
import type { ReportExtras } from '../define-rule.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder } from './dependency-paths.ts';
import { createCallTest } from './library-calls.ts';
import { isExcepted } from './library-policy.ts';
import type { LibraryUse } from './library-use.ts';
import { createImportCounter, libraryUses, placeOfRange, targetName } from './library-use.ts';
import { rangeLike, rewriteRange } from './range-style.ts';
import type { SafeVersion } from './safe-version.ts';
import { smallestSafeVersion } from './safe-version.ts';
import { transitivePackages } from './transitive-packages.ts';
import { wayOut } from './ways-out.ts';

export const rule = defineRule({
  id: 'libraries/vulnerable-dependency',
  weakness: 'vulnerable-library',
  cwe: [1395],
  profile: 'essential',
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Vulnerable dependency', fr: 'Dépendance vulnérable' },
    why: {
      en: 'The installed version has publicly known vulnerabilities, and tools that look for them are public too. Told at the range in the manifest for a package that is declared, in the lock file for one that came along; the version named is the smallest later one that no known vulnerability touches.',
      fr: 'La version installée a des failles connues publiquement, et les outils qui les cherchent sont publics aussi. Signalée sur l’intervalle du manifeste pour un paquet déclaré, dans le fichier de verrouillage pour un paquet venu avec un autre\u202f; la version indiquée est la plus petite version ultérieure qu’aucune faille connue ne touche.',
    },
    forLeads: {
      en: 'Third-party code in the product has holes that anyone can look up. Most are never exploited here; the ones that code of yours reaches should not wait.',
      fr: 'Du code tiers dans le produit a des failles que chacun peut trouver dans un annuaire. La plupart ne seront jamais exploitées ici\u202f; celles que votre code atteint ne doivent pas attendre.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "minimist": "1.2.5" } }
// @registry
{ "minimist": { "advisories": [{ "ids": ["GHSA-xvch-5gv4-984h"], "cwe": [1321], "cvss": 9.8, "affected": [{ "range": "<1.2.6", "fixed": "1.2.6" }] }] } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "minimist": "1.2.6" } }
// @registry
{ "minimist": { "advisories": [{ "ids": ["GHSA-xvch-5gv4-984h"], "cwe": [1321], "cvss": 9.8, "affected": [{ "range": "<1.2.6", "fixed": "1.2.6" }] }] } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Ids of vulnerabilities that do not concern this code.'),
  }),
  message: {
    en: ({ name, versions, count, ids, safe }: MessageFacts) =>
      `\`${name}\` ${versions} has ${count === 1 ? 'a known vulnerability' : `${count} known vulnerabilities`} (${ids}); ${safe === '' ? 'no safe version is known' : `${safe} is safe`}`,
    fr: ({ name, versions, count, ids, safe }) =>
      `\`${name}\` ${versions} a ${count === 1 ? 'une faille connue' : `${count} failles connues`} (${ids})\u202f; ${safe === '' ? 'aucune version sûre connue' : `${safe} est sûre`}`,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const find = createFinder(libraries, new Set(options.ignore));
    const isCalled = createCallTest(workspace);
    const pathTo = createPathFinder(workspace);
    const countImports = createImportCounter(workspace);
    const uses = libraryUses(workspace);
    for (const use of uses) {
      const version = use.installed ?? exactVersion(use);
      const found = version === undefined ? undefined : find(targetName(use), [version]);
      if (!found) continue;
      const reach = reachOf(use, countImports(use), isCalled);
      report(placeOfRange(use), messageFacts(found), { ...extrasOf(found, reach), fixes: fixesOf(use, found) });
    }
    for (const { name, versions, at, isDevelopment, lockFile } of transitivePackages(workspace, uses)) {
      const found = find(name, versions);
      if (!found) continue;
      const locked = lockFile.packages.find((one) => one.name === name && one.version === found.versions[0]);
      const way = locked && pathTo(lockFile, locked);
      const out = way && wayOut(workspace, lockFile, way, found.safe, libraries);
      const declared = way?.manifest.dependencies.find((dependency) => dependency.name === way.declared);
      report(at, messageFacts(found), {
        ...extrasOf(found, isDevelopment ? 'development' : 'transitive'),
        ...(out ? { fixes: out.fixes } : {}),
        ...(out && declared
          ? { related: [{ at: { file: way.manifest.file, range: declared.nameRange }, message: out.advice }] }
          : {}),
      });
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string | number>> {
  readonly name: string;
  readonly versions: string;
  readonly count: number;
  /** The gravest few, for people. */
  readonly ids: string;
  /** Every id with its aliases, for programs. */
  readonly allIds: string;
  /** Empty when no safe version is known. */
  readonly safe: string;
}

interface Vulnerable {
  readonly name: string;
  /** Vulnerable versions in ascending order. */
  readonly versions: readonly string[];
  readonly advisories: readonly Advisory[];
  readonly safe: SafeVersion | undefined;
}

type Reach = NonNullable<CostDrivers['vulnerability']>['reach'];

/** Finds what touches any of some versions of a package; a way out must be one for all of them. */
function createFinder(libraries: LibraryFacts, ignored: ReadonlySet<string>) {
  const relevant = (name: string, version: string) =>
    libraries
      .advisoriesFor(name, version)
      .filter(({ ids }) => !ids.some((id) => ignored.has(id)))
      .filter(({ ids }) => !isExcepted(libraries.policy, rule.id, name, libraries.today, ids));
  return (name: string, all: readonly string[]): Vulnerable | undefined => {
    const versions = all.filter((version) => relevant(name, version).length > 0);
    const newest = versions.at(-1);
    if (newest === undefined) return undefined;
    const byId = new Map(versions.flatMap((version) => relevant(name, version)).map((one) => [one.ids[0], one]));
    const advisories = [...byId.values()].sort((a, b) => gravity(b) - gravity(a));
    return { name, versions, advisories, safe: smallestSafeVersion(name, newest, advisories, libraries) };
  };
}

/** Without a lock file only an exact range says what is installed. */
function exactVersion({ range }: LibraryUse): string | undefined {
  return range.kind === 'registry' ? /^[=v]?(\d+\.\d+\.\d+(?:-[\w.-]+)?)$/.exec(range.range)?.[1] : undefined;
}

function reachOf(use: LibraryUse, importingFiles: number, isCalled: (use: LibraryUse) => boolean): Reach {
  if (use.dependency.kind === 'devDependencies') return 'development';
  if (importingFiles === 0) return 'transitive';
  return isCalled(use) ? 'called' : 'imported';
}

function messageFacts({ name, versions, advisories, safe }: Vulnerable): MessageFacts {
  const shown = advisories.slice(0, maxIds).map(({ ids }) => ids[0] ?? '');
  const more = advisories.length - shown.length;
  return {
    name,
    versions: versions.join(', '),
    count: advisories.length,
    ids: shown.join(', ') + (more > 0 ? ` +${more}` : ''),
    allIds: advisories.flatMap(({ ids }) => ids).join(' '),
    safe: safe?.version ?? '',
  };
}

const maxIds = 3;

function extrasOf({ name, versions, advisories, safe }: Vulnerable, reach: Reach): ReportExtras {
  const cvss = Math.max(...advisories.map(gravity));
  const scores = advisories.flatMap(({ epss }) => epss ?? []);
  return {
    weakness: safe && !safe.mayBreak ? 'vulnerable-library' : 'vulnerable-library-major',
    package: { name, version: versions[0] ?? '' },
    drivers: {
      vulnerability: {
        reach,
        cwe: [...new Set(advisories.flatMap(({ cwe }) => cwe))],
        ...(cvss > 0 ? { cvss } : {}),
        ...(scores.length > 0 ? { epss: Math.max(...scores) } : {}),
        ...(advisories.some(({ knownExploited }) => knownExploited) ? { knownExploited: true } : {}),
      },
    },
  };
}

/** Base score; for a severity in words the middle of its band in CVSS 3.1's qualitative scale; 0 for neither. */
function gravity({ cvss, severity }: Advisory): number {
  return cvss ?? (severity === undefined ? 0 : { low: 2, moderate: 5.5, high: 8, critical: 9.5 }[severity]);
}

/** A safe version that may break the code is for a person to move to. */
function fixesOf(use: LibraryUse, { safe }: Vulnerable): readonly Fix[] {
  if (!safe || safe.mayBreak || use.range.kind !== 'registry') return [];
  const range = rangeLike(use.range.range, safe.version);
  return range === undefined ? [] : [rewriteRange(use, range)];
}
