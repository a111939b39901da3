import semver from 'semver';
import { z } from 'zod';
import type { Manifest } from '../../workspace/manifest.ts';
import { defineRule } from '../define-rule.ts';
import { libraryUses, placeOfRange, type LibraryUse } from './library-use.ts';

interface Family {
  readonly leader: string;
  readonly members: RegExp;
  /** How much of the version number they share. */
  readonly shares: 'version' | 'minor' | 'major';
}

/** Packages that are released together and check, or need, each other's version. */
const families: readonly Family[] = [
  { leader: 'react', members: /^(?:react-dom|react-test-renderer)$/, shares: 'version' },
  { leader: 'react', members: /^@types\/react(?:-dom)?$/, shares: 'major' },
  { leader: '@angular/core', members: /^@angular\/(?!cdk|material|fire|cli|pwa|ssr|build)/, shares: 'minor' },
  {
    leader: '@nestjs/core',
    members: /^@nestjs\/(?:common|platform-.+|testing|microservices|websockets)$/,
    shares: 'major',
  },
  {
    leader: 'vue',
    members:
      /^(?:@vue\/(?:compiler-sfc|compiler-dom|server-renderer|reactivity|runtime-.+|shared)|vue-template-compiler|vue-server-renderer)$/,
    shares: 'version',
  },
  { leader: 'next', members: /^(?:@next\/.+|eslint-config-next)$/, shares: 'major' },
  {
    leader: 'jest',
    members: /^(?:babel-jest|jest-(?:circus|cli|config|environment-jsdom|environment-node)|@jest\/globals)$/,
    shares: 'major',
  },
  { leader: 'vitest', members: /^@vitest\/(?:coverage-.+|ui|browser|runner|snapshot|expect)$/, shares: 'version' },
  { leader: 'prisma', members: /^@prisma\/client$/, shares: 'version' },
  { leader: '@typescript-eslint/parser', members: /^@typescript-eslint\/eslint-plugin$/, shares: 'major' },
  { leader: '@tiptap/core', members: /^@tiptap\/.+$/, shares: 'major' },
  { leader: '@trpc/server', members: /^@trpc\/.+$/, shares: 'major' },
  { leader: '@tanstack/react-query', members: /^@tanstack\/react-query-.+$/, shares: 'major' },
  { leader: 'express', members: /^@types\/express$/, shares: 'major' },
  { leader: 'socket.io', members: /^socket\.io-client$/, shares: 'major' },
  {
    leader: '@storybook/react',
    members: /^@storybook\/(?:addon-(?:essentials|links|interactions)|blocks|test)$/,
    shares: 'major',
  },
];

export const rule = defineRule({
  id: 'libraries/mismatched-family',
  weakness: 'peer-conflict',
  cwe: [1395],
  precision: 0.9,
  needs: 'libraries',
  docs: {
    title: { en: 'Packages that must move together', fr: 'Paquets qui doivent avancer ensemble' },
    why: {
      en: 'These packages are released together, or one describes the types of the other. In different versions they fail at run time, or the compiler checks calls against an interface that is not there.',
      fr: 'Ces paquets paraissent ensemble, ou l’un décrit les types de l’autre. Dans des versions différentes ils échouent à l’exécution, ou le compilateur vérifie les appels contre une interface qui n’est pas là.',
    },
    forLeads: {
      en: 'Parts of one building kit come from different editions: errors appear that neither edition has on its own.',
      fr: 'Des pièces d’un même jeu viennent d’éditions différentes\u00a0: il en sort des erreurs qu’aucune édition n’a seule.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "react": "18.3.1", "react-dom": "17.0.2" } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "react": "18.3.1", "react-dom": "18.3.1" } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that may differ from their family.'),
  }),
  message: {
    en: ({ name, version, leader, leaderVersion }: MessageFacts) =>
      `\`${name}\` ${version} does not go with \`${leader}\` ${leaderVersion}`,
    fr: ({ name, version, leader, leaderVersion }) =>
      `\`${name}\` ${version} ne va pas avec \`${leader}\` ${leaderVersion}`,
  },
  detect: ({ workspace, options, report }) => {
    const uses = libraryUses(workspace).filter(({ dependency }) => !options.ignore.includes(dependency.name));
    const byManifest = new Map<Manifest, LibraryUse[]>();
    for (const use of uses) byManifest.set(use.manifest, [...(byManifest.get(use.manifest) ?? []), use]);
    for (const own of byManifest.values()) {
      for (const { leader, members, shares } of families) {
        const head = own.find(({ dependency }) => dependency.name === leader);
        const leaderVersion = head && versionOf(head);
        if (!leaderVersion) continue;
        for (const use of own.filter(({ dependency }) => members.test(dependency.name))) {
          const version = versionOf(use);
          // A link to a package of the workspace is written as 0.0.0.
          if (!version || version.version === '0.0.0' || agree(version, leaderVersion, shares)) continue;
          report(
            placeOfRange(use),
            { name: use.dependency.name, version: version.version, leader, leaderVersion: leaderVersion.version },
            { package: { name: use.dependency.name, version: version.version } },
          );
        }
      }
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
  readonly leader: string;
  readonly leaderVersion: string;
}

/** What is installed, or the lowest version that the range allows. */
function versionOf({ installed, range }: LibraryUse): semver.SemVer | null {
  if (installed !== undefined) return semver.parse(installed);
  return range.kind === 'registry' ? semver.minVersion(range.range, { loose: true }) : null;
}

function agree(a: semver.SemVer, b: semver.SemVer, shares: Family['shares']): boolean {
  if (a.major !== b.major) return false;
  if (shares === 'major') return true;
  if (shares === 'minor') return a.minor === b.minor;
  return a.compareMain(b) === 0;
}
