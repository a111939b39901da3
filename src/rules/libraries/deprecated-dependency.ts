import { z } from 'zod';
import type { LibraryFacts } from '../../registry/library-facts.ts';
import { defineRule } from '../define-rule.ts';
import { successors } from './renamed-packages.ts';
import { freshInstall } from './lateness.ts';
import type { LibraryUse } from './library-use.ts';
import { createImportCounter, libraryUses, placeOfName } from './library-use.ts';

export const rule = defineRule({
  id: 'libraries/deprecated-dependency',
  weakness: 'deprecated-library',
  cwe: [477],
  needs: 'libraries',
  docs: {
    title: { en: 'Deprecated dependency', fr: 'Dépendance dépréciée' },
    why: {
      en: 'Its publisher has given this version up: no fixes follow, not even for security. The publisher’s own words usually say what to use instead.',
      fr: 'Son éditeur a abandonné cette version\u00a0: plus aucune correction ne suivra, même de sécurité. Les mots de l’éditeur disent en général quoi utiliser à la place.',
    },
    forLeads: {
      en: 'A building block of the product is no longer looked after by anyone. When it breaks or a hole is found, the team is alone with it.',
      fr: 'Une brique du produit n’est plus entretenue par personne. Si elle casse ou qu’une faille y est trouvée, l’équipe sera seule.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "request": "^2.88.0" } }
// @registry
{ "request": { "name": "request", "latest": "2.88.2", "versions": ["2.88.2"], "deprecated": { "2.88.2": "No longer supported" }, "fetchedAt": "2026-11-01" } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "undici": "^6.0.0" } }
// @registry
{ "undici": { "name": "undici", "latest": "6.21.0", "versions": ["6.21.0"], "fetchedAt": "2026-11-01" } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that are kept although they are deprecated.'),
  }),
  message: {
    en: ({ name, version, reason }: MessageFacts) =>
      `\`${name}\` ${version} is deprecated${quoted(reason, ': “', '”')}`,
    fr: ({ name, version, reason }) =>
      `\`${name}\` ${version} est déprécié${quoted(reason, '\u00a0: «\u00a0', '\u00a0»')}`,
  },
  detect: ({ workspace, libraries, options, report }) => {
    const countImports = createImportCounter(workspace);
    for (const use of libraryUses(workspace)) {
      const { name } = use.dependency;
      const found = options.ignore.includes(name) ? undefined : deprecationOf(use, libraries);
      if (!found) continue;
      report(
        placeOfName(use),
        { name, ...found },
        {
          drivers: { importingFiles: countImports(use) },
          package: { name, version: use.installed ?? use.dependency.range },
          tag: 'deprecated',
        },
      );
    }
  },
});

interface Deprecation {
  readonly version: string;
  /** The publisher's words, one line; may be empty. */
  readonly reason: string;
}

interface MessageFacts extends Deprecation, Readonly<Record<string, string>> {
  readonly name: string;
}

/** By the registry, else by the lock file's own note, else because the package is known to go by another name now. */
function deprecationOf(use: LibraryUse, libraries: LibraryFacts): Deprecation | undefined {
  if (!('name' in use.range)) return undefined;
  const { manifest, dependency } = use;
  const facts = libraries.packageFacts(use.range.name);
  const version = use.installed ?? (facts && freshInstall(use.range, facts)) ?? dependency.range;
  const noted = manifest.lockFile?.lockedPackage(manifest.file, dependency.name)?.deprecated;
  const successor = facts ? undefined : successors.get(use.range.name);
  const reason = facts?.deprecated.get(version) ?? noted ?? (successor && `use ${successor}`);
  return reason === undefined ? undefined : { version, reason };
}

function quoted(text: string, before: string, after: string): string {
  return text === '' ? '' : before + text + after;
}
