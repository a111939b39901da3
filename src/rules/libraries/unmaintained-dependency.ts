import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { createImportCounter, libraryUses, placeOfName } from './library-use.ts';

export const rule = defineRule({
  id: 'libraries/unmaintained-dependency',
  weakness: 'unmaintained-library',
  cwe: [1104],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Unmaintained dependency', fr: 'Dépendance non maintenue' },
    why: {
      en: 'Nothing was published for years. Small finished packages may live on like that; others stop working with the next Node or framework, and a hole found in them stays open. The date is that of the last release, or of the last change of the package’s metadata, which can only be later.',
      fr: 'Rien n’a été publié depuis des années. De petits paquets achevés peuvent vivre ainsi\u202f; d’autres cesseront de marcher avec le prochain Node ou cadriciel, et une faille qu’on y trouve reste ouverte. La date est celle de la dernière version, ou du dernier changement des métadonnées, qui ne peut être que plus tardive.',
    },
    forLeads: {
      en: 'Nobody seems to look after this building block any more. Plan its replacement before it is urgent.',
      fr: 'Plus personne ne semble entretenir cette brique. Prévoyez son remplacement avant que ce soit urgent.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "old-timer": "1.0.0" } }
// @registry
{ "old-timer": { "name": "old-timer", "latest": "1.0.0", "versions": ["1.0.0"], "lastPublished": "2019-05-01T00:00:00.000Z", "fetchedAt": "2026-11-01" } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "old-timer": "1.0.0" } }
// @registry
{ "old-timer": { "name": "old-timer", "latest": "1.0.0", "versions": ["1.0.0"], "lastPublished": "2026-05-01T00:00:00.000Z", "fetchedAt": "2026-11-01" } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    years: z.number().min(1).default(4).describe('Years without a release after which it is reported.'),
    ignore: z.array(z.string()).default([]).describe('Packages that are finished rather than abandoned.'),
  }),
  message: {
    en: ({ name, date }: { name: string; date: string }) => `\`${name}\` has had no release since ${date}`,
    fr: ({ name, date }) => `\`${name}\` n’a pas eu de nouvelle version depuis le ${date}`,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const countImports = createImportCounter(workspace);
    const limit = Date.parse(libraries.today) - options.years * 365.25 * 24 * 60 * 60 * 1000;
    for (const use of libraryUses(workspace)) {
      const { name, kind } = use.dependency;
      const facts = 'name' in use.range ? libraries.packageFacts(use.range.name) : undefined;
      const isTypes = name.startsWith('@types/');
      if (!facts?.lastPublished || isTypes || kind !== 'dependencies' || options.ignore.includes(name)) continue;
      // What its publisher gave up is told as deprecated.
      if (Date.parse(facts.lastPublished) >= limit || facts.deprecated.has(facts.latest)) continue;
      report(
        placeOfName(use),
        { name, date: facts.lastPublished.slice(0, 10) },
        {
          drivers: { importingFiles: countImports(use) },
          package: { name, version: use.installed ?? use.dependency.range },
        },
      );
    }
  },
});
