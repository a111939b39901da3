import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { createPathFinder, placeOfLocked, throughText } from './dependency-paths.ts';
import { isExcepted, matchesName } from './library-policy.ts';

export const rule = defineRule({
  id: 'libraries/install-script',
  weakness: 'untrusted-package-source',
  cwe: [829, 506],
  profile: 'strict',
  precision: 0.5,
  needs: 'libraries',
  docs: {
    title: { en: 'Package that runs code when installed', fr: 'Paquet qui exécute du code à l’installation' },
    why: {
      en: 'Its scripts run on every developer’s and build machine, with their tokens at hand, before anybody has read them. Most hijacked releases act there. Packages that are known to build native code are allowed from the start; npm’s `ignore-scripts` and the allow lists of other managers keep the rest out.',
      fr: 'Ses scripts s’exécutent sur chaque poste et chaque machine de construction, jetons à portée de main, avant que quiconque les ait lus. La plupart des versions piratées agissent là. Les paquets connus pour compiler du code natif sont admis d’emblée\u202f; `ignore-scripts` de npm et les listes d’autres gestionnaires écartent le reste.',
    },
    forLeads: {
      en: 'Installing this package lets its publisher run programs on the team’s machines.',
      fr: 'Installer ce paquet permet à son éditeur d’exécuter des programmes sur les machines de l’équipe.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "greeter": "1.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/greeter": { "version": "1.0.0", "hasInstallScript": true } } }`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "greeter": "1.0.0" } }
// @file: package-lock.json
{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/greeter": { "version": "1.0.0" } } }`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Packages whose scripts may run; `*` stands for any characters.'),
  }),
  message: {
    en: ({ name, version, through }: MessageFacts) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (through ${through})`} runs a script of its own when it is installed`,
    fr: ({ name, version, through }) =>
      `\`${name}\` ${version}${through === '' ? '' : ` (par ${through})`} exécute un script à lui lors de son installation`,
  },
  detect: ({ workspace, libraries: { policy, today }, options, report }) => {
    const pathTo = createPathFinder(workspace);
    for (const lockFile of workspace.lockFiles) {
      for (const locked of lockFile.packages) {
        const { name, version, hasInstallScript = false } = locked;
        const isAllowed = nativeBuilders.test(name) || options.allow.some((pattern) => matchesName(pattern, name));
        if (!hasInstallScript || isAllowed || isExcepted(policy, rule.id, name, today)) continue;
        const way = pathTo(lockFile, locked);
        report(
          placeOfLocked(lockFile, locked, way),
          { name, version, through: throughText(way) },
          { package: { name, version } },
        );
      }
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
  readonly through: string;
}

/** Packages that compile or fetch a native part of their own, and that very many install. */
const nativeBuilders =
  /^(?:esbuild|fsevents|sharp|bcrypt|argon2|sqlite3|better-sqlite3|canvas|node-sass|keytar|electron|puppeteer|playwright.*|cypress|@swc\/.+|@parcel\/.+|@biomejs\/biome|core-js.*|protobufjs|bufferutil|utf-8-validate|re2|msgpackr-extract|lmdb|cpu-features|ssh2|@prisma\/.+|prisma|unrs-resolver|@tailwindcss\/oxide|nx|@vscode\/.+|node-pty|deasync|leveldown|iltorb|zeromq|grpc|husky|workerd|sass-embedded|bigint-buffer|msw|@apollo\/protobufjs|nodegit|libsql|isolated-vm|tree-sitter.*)$/;
