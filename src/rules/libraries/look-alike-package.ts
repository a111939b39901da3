import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { libraryUses, placeOfName, targetName } from './library-use.ts';
import { honestNeighbours, popularNames } from './popular-names.ts';

export const rule = defineRule({
  id: 'libraries/look-alike-package',
  weakness: 'untrusted-package-source',
  cwe: [506, 829],
  profile: 'essential',
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Name like that of a popular package', fr: 'Nom imitant celui d’un paquet populaire' },
    why: {
      en: 'One letter away from a package that millions install: a usual trap, whose install script steals tokens. It is often a slip of the keyboard. A package with many releases of its own is taken for honest.',
      fr: 'À une lettre d’un paquet que des millions installent\u00a0: un piège courant, dont le script d’installation vole des jetons. C’est souvent une faute de frappe. Un paquet qui compte de nombreuses versions est tenu pour honnête.',
    },
    forLeads: {
      en: 'Somebody may have ordered a counterfeit part. Check this name before anything is installed again.',
      fr: 'Quelqu’un a peut-être commandé une contrefaçon. Vérifiez ce nom avant toute nouvelle installation.',
    },
    bad: '{ "private": true, "dependencies": { "expres": "^4.0.0" } }',
    good: '{ "private": true, "dependencies": { "express": "^4.0.0" } }',
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that are meant, whatever they resemble.'),
  }),
  message: {
    en: ({ name, popular }: { name: string; popular: string }) => `\`${name}\` is one slip away from \`${popular}\``,
    fr: ({ name, popular }) => `\`${name}\` est à une faute de frappe de \`${popular}\``,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const members = new Set(workspace.manifests.flatMap(({ name }) => name ?? []));
    for (const use of libraryUses(workspace)) {
      const name = targetName(use);
      if (!('name' in use.range) || members.has(name) || options.ignore.includes(name)) continue;
      const popular = lookAlike(name);
      const releases = libraries.packageFacts(name)?.versions.length ?? 0;
      if (popular === undefined || releases >= manyReleases) continue;
      report(
        placeOfName(use),
        { name, popular },
        { package: { name, version: use.installed ?? use.dependency.range } },
      );
    }
  },
});

const manyReleases = 15;

/** The popular package whose name differs by one letter, a swap of two, or only in its separators. */
export function lookAlike(name: string): string | undefined {
  if (name.startsWith('@') || popularNames.has(name) || honestNeighbours.has(name)) return undefined;
  const bare = withoutSeparators(name);
  for (const popular of popularNames) {
    if (Math.abs(popular.length - name.length) > 1) continue;
    if (isOneSlip(name, popular) || (bare === withoutSeparators(popular) && bare.length >= 8)) return popular;
  }
  return undefined;
}

function withoutSeparators(name: string): string {
  return name.replace(/[-_.]/g, '');
}

/** A digit or a plural is how honest namesakes differ. */
function isOneSlip(name: string, popular: string): boolean {
  let start = 0;
  while (start < name.length && name[start] === popular[start]) start++;
  let end = 0;
  while (end < Math.min(name.length, popular.length) - start && name.at(-1 - end) === popular.at(-1 - end)) end++;
  const added = name.slice(start, name.length - end);
  const missing = popular.slice(start, popular.length - end);
  if (/^\d+$/.test(added) || /^\d+$/.test(missing)) return false;
  if (start === 0 && missing === '') return false;
  if (added.length <= 1 && missing.length <= 1) return !(added === 's' && missing === '' && end === 0);
  return added.length === 2 && missing.length === 2 && added[0] === missing[1] && added[1] === missing[0];
}
