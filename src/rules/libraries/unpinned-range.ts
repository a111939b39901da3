import semver from 'semver';
import { z } from 'zod';
import type { DependencyRange } from '../../workspace/dependency-range.ts';
import type { ReportExtras } from '../define-rule.ts';
import { defineRule } from '../define-rule.ts';
import type { LibraryUse } from './library-use.ts';
import { libraryUses, placeOfName, placeOfRange } from './library-use.ts';
import { rangeInTeamStyle, rewriteRange } from './range-style.ts';

export const rule = defineRule({
  id: 'libraries/unpinned-range',
  weakness: 'unpinned-range',
  needs: 'libraries',
  docs: {
    title: { en: 'Range that accepts anything', fr: 'Intervalle qui accepte tout' },
    why: {
      en: 'A range without an upper end, a tag such as `latest`, or a git address without a commit lets the next installation take a new major, or a hijacked release, that nobody looked at. The lock file holds it back only until someone renews it.',
      fr: 'Un intervalle sans borne supérieure, une étiquette comme `latest` ou une adresse git sans commit laisse la prochaine installation prendre une nouvelle version majeure, ou une version piratée, que personne n’a regardée. Le fichier de verrouillage ne l’empêche que jusqu’à son prochain renouvellement.',
    },
    forLeads: {
      en: 'Whoever publishes this building block decides alone when the product changes.',
      fr: 'L’éditeur de cette brique décide seul du moment où le produit change.',
    },
    bad: '{ "private": true, "dependencies": { "knex": "*" } }',
    good: '{ "private": true, "dependencies": { "knex": "^3.1.0" } }',
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages whose newest version is always wanted.'),
  }),
  message: {
    en: ({ name, range, form }: MessageFacts) => `\`${name}\` ${english[form](range)}`,
    fr: ({ name, range, form }) => `\`${name}\` ${french[form](range)}`,
  },
  detect: ({ workspace, options, report }) => {
    const ignored = new Set([...options.ignore, ...workspace.manifests.flatMap(({ name }) => name ?? [])]);
    for (const use of libraryUses(workspace)) {
      const form = openForm(use.range);
      const { name, range } = use.dependency;
      if (form === undefined || ignored.has(name)) continue;
      // An empty range has no text to underline.
      report(range === '' ? placeOfName(use) : placeOfRange(use), { name, range, form }, extrasOf(use));
    }
  },
});

type Form = 'any' | 'unbounded' | 'tag' | 'git';

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly range: string;
  readonly form: Form;
}

const english: Readonly<Record<Form, (range: string) => string>> = {
  any: () => 'may be any version, the next major included',
  unbounded: (range) => `has no upper end: \`${range}\` takes every later major`,
  tag: (range) => `follows the tag \`${range}\`, which its publisher moves at will`,
  git: () => 'comes from git without a commit, so it changes whenever the branch or tag does',
};

const french: typeof english = {
  any: () => 'peut être n’importe quelle version, la prochaine majeure comprise',
  unbounded: (range) => `n’a pas de borne supérieure\u00a0: \`${range}\` accepte toute version majeure à venir`,
  tag: (range) => `suit l’étiquette \`${range}\`, que son éditeur déplace à sa guise`,
  git: () => 'vient de git sans commit\u00a0: il change dès que la branche ou l’étiquette bouge',
};

/** How a range is open; undefined when it is not. */
function openForm(range: DependencyRange): Form | undefined {
  if (range.kind === 'tag') return 'tag';
  if (range.kind === 'git') return isCommit(range.commitish) ? undefined : 'git';
  if (range.kind !== 'registry') return undefined;
  const parsed = new semver.Range(range.range, { loose: true });
  if (!parsed.test(`${Number.MAX_SAFE_INTEGER}.0.0`)) return undefined;
  return parsed.test('0.0.0') ? 'any' : 'unbounded';
}

function isCommit(commitish: string | undefined): boolean {
  return commitish !== undefined && /^[0-9a-f]{7,64}$/i.test(commitish);
}

function extrasOf(use: LibraryUse): ReportExtras {
  const { installed, range, dependency, manifest } = use;
  const canWrite = installed !== undefined && semver.valid(installed) !== null && dependency.range !== '';
  const isFromRegistry = range.kind === 'registry' || range.kind === 'tag';
  return {
    package: { name: dependency.name, version: installed ?? dependency.range },
    fixes: canWrite && isFromRegistry ? [rewriteRange(use, rangeInTeamStyle(manifest, installed))] : [],
  };
}
