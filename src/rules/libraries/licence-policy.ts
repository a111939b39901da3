import path from 'node:path';
import { z } from 'zod';
import type { LibraryPolicy } from '../../registry/library-policy.ts';
import type { LockedPackage } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, placeOfLocked, throughText } from './dependency-paths.ts';
import { isExcepted } from './library-policy.ts';
import { gradeLicence, parseLicence, type LicenceGrade } from './spdx.ts';

export const rule = defineRule({
  id: 'libraries/licence-policy',
  weakness: 'forbidden-licence',
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Licence that needs a decision', fr: 'Licence à décider' },
    why: {
      en: 'A production package has a licence that the policy forbids or wants reviewed, or none that can be read. Without a policy of your own, licences that oblige you to publish your code or that forbid commercial use are told. Expressions are read as such: of `A OR B` the better counts, of `A AND B` the worse. Known where the lock file says licences (npm).',
      fr: 'Un paquet de production a une licence que la règle interdit ou veut examiner, ou aucune lisible. Sans règle à vous, sont signalées les licences qui obligent à publier votre code ou interdisent l’usage commercial. Les expressions sont lues comme telles\u00a0: de `A OR B` la meilleure compte, de `A AND B` la pire. Connu là où le fichier de verrouillage donne les licences (npm).',
    },
    forLeads: {
      en: 'The product contains other people’s code under terms that may oblige the company to publish its own, or forbid selling it.',
      fr: 'Le produit contient du code tiers sous des conditions qui peuvent obliger l’entreprise à publier le sien, ou lui interdire de le vendre.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "copyleft": "1.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/copyleft": { "version": "1.0.0", "license": "AGPL-3.0-only" } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "copyleft": "1.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/copyleft": { "version": "1.0.0", "license": "(MIT OR AGPL-3.0-only)" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    development: z.boolean().default(false).describe('Also looks at what only development installs.'),
  }),
  message: {
    en: ({ name, version, licence, grade, through }: MessageFacts) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (through ${through})`} ${english[grade](licence)}`,
    fr: ({ name, version, licence, grade, through }) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (par ${through})`} ${french[grade](licence)}`,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const pathTo = createPathFinder(workspace);
    const gradeOf = createGrader(libraries.policy);
    for (const lockFile of workspace.lockFiles) {
      // Other formats never say, and older npm seldom did, which is no fault of the packages.
      const stated = lockFile.packages.filter(({ license }) => license !== undefined).length;
      const isTelling = stated > lockFile.packages.length * 0.8;
      const isPrivate = workspace.manifests.some(
        ({ file, isPrivate }) => isPrivate && path.posix.dirname(file) === path.posix.dirname(lockFile.file),
      );
      for (const locked of lockFile.packages) {
        const { name, version } = locked;
        const grade = locked.isDevelopment && !options.development ? undefined : verdict(locked, gradeOf, isPrivate);
        if (grade === undefined || (locked.license === undefined && !isTelling)) continue;
        if (isExcepted(libraries.policy, rule.id, name, libraries.today)) continue;
        const way = pathTo(lockFile, locked);
        report(
          placeOfLocked(lockFile, locked, way),
          { name, version, licence: locked.license ?? '', grade, through: throughText(way) },
          {
            weakness: grade === 'unknown' ? 'unknown-licence' : 'forbidden-licence',
            package: { name, version },
          },
        );
      }
    }
  },
});

type Verdict = 'forbidden' | 'review' | 'unknown';

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly grade: Verdict;
  readonly through: string;
}

const english: Readonly<Record<Verdict, (licence: string) => string>> = {
  forbidden: (licence) => `has the licence ${licence}, which the policy forbids`,
  review: (licence) => `has the licence ${licence}, which somebody must look at`,
  unknown: (licence) => (licence === '' ? 'states no licence' : `states “${licence}”, which is no licence expression`),
};

const french: typeof english = {
  forbidden: (licence) => `a la licence ${licence}, que la règle interdit`,
  review: (licence) => `a la licence ${licence}, que quelqu’un doit examiner`,
  unknown: (licence) =>
    licence === ''
      ? 'n’indique aucune licence'
      : `indique «\u00a0${licence}\u00a0», qui n’est pas une expression de licence`,
};

function verdict(
  { license, resolved }: LockedPackage,
  gradeOf: (id: string) => LicenceGrade,
  isPrivate: boolean,
): Verdict | undefined {
  const expression = license === undefined ? undefined : parseLicence(license);
  // A package of one's own says so; one from elsewhere without a licence grants nothing.
  if (license === 'UNLICENSED' && isPrivate && resolved?.startsWith('https://registry.npmjs.org/') !== true)
    return undefined;
  if (!expression) return 'unknown';
  const grade = gradeLicence(expression, gradeOf);
  return grade === 'allowed' ? undefined : grade;
}

/** Licences that oblige a product's maker to publish its code, or forbid its sale. */
const demanding =
  /^(?:AGPL|GPL|SSPL|BUSL|OSL|EUPL|CECILL-2|Elastic|PolyForm|Commons-Clause|RPL|Sleepycat|CC-BY-(?:NC|SA)|UNLICENSED$)/i;

function createGrader({ licences }: LibraryPolicy): (id: string) => LicenceGrade {
  const has = (list: readonly string[], id: string): boolean =>
    list.some((one) => one.toLowerCase() === id.toLowerCase());
  const isEmpty = licences.allowed.length + licences.forbidden.length + licences.review.length === 0;
  return (id) => {
    if (has(licences.forbidden, id)) return 'forbidden';
    if (has(licences.allowed, id)) return 'allowed';
    if (has(licences.review, id)) return 'review';
    if (isEmpty) return demanding.test(id) ? 'review' : 'allowed';
    return licences.allowed.length > 0 ? 'review' : 'allowed';
  };
}
