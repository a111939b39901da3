import { z } from 'zod';
import type { DeclaredDependency, Manifest } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import { ambientTypes, knownCommands, loadedBy } from './implicit-uses.ts';
import { removeDependency } from './manifest-edits.ts';
import { collectMentions, manifestProperty, type PackageMentions } from './package-mentions.ts';

export const rule = defineRule({
  id: 'libraries/unused-dependency',
  weakness: 'unused-dependency',
  cwe: [1104],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'Unused dependency', fr: 'Dépendance inutilisée' },
    why: {
      en: 'Nothing around this manifest imports the package, runs its commands or names it in a setting. It is still installed, updated and audited each time, and its install scripts run. Drivers, presets and plug-ins that another package loads count as used, and so does anything that a setting names.',
      fr: 'Rien autour de ce manifeste n’importe le paquet, ne lance ses commandes ni ne le nomme dans un réglage. Il est pourtant installé, mis à jour et audité chaque fois, et ses scripts d’installation s’exécutent. Les pilotes, préréglages et extensions qu’un autre paquet charge comptent comme utilisés, de même que tout ce qu’un réglage nomme.',
    },
    forLeads: {
      en: 'The product carries somebody else’s code that it does not need: upkeep and risk for nothing.',
      fr: 'Le produit embarque du code tiers dont il n’a pas besoin\u00a0: de l’entretien et un risque pour rien.',
    },
    bad: `// @file: package.json
{ "private": true, "dependencies": { "left-pad": "1.3.0" } }
// @file: src/index.js
console.log('nothing padded here');`,
    good: `// @file: package.json
{ "private": true, "dependencies": { "left-pad": "1.3.0" } }
// @file: src/index.js
import pad from 'left-pad';
console.log(pad('5', 3));`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages that are used in a way no file shows.'),
    development: z.boolean().default(true).describe('Also reports unused development dependencies.'),
  }),
  message: {
    en: ({ name, isDevelopment }: { name: string; isDevelopment: boolean }) =>
      `\`${name}\` is declared${isDevelopment ? ' for development' : ''}, and nothing here uses it`,
    fr: ({ name, isDevelopment }) =>
      `\`${name}\` est déclaré${isDevelopment ? ' pour le développement' : ''}, et rien ici ne l’utilise`,
  },
  detect: ({ workspace, options, report }) => {
    const mentions = collectMentions(workspace);
    for (const manifest of workspace.manifests.filter((one) => mentions.hasSources(one))) {
      const isUsed = createUseTest(workspace, manifest, mentions);
      for (const dependency of candidates(manifest, options.development)) {
        const { name, range, nameRange } = dependency;
        if (options.ignore.includes(name) || isUsed(dependency)) continue;
        report(
          { file: manifest.file, range: nameRange },
          { name, isDevelopment: dependency.kind === 'devDependencies' },
          {
            package: { name, version: manifest.installedVersion(name) ?? range },
            tag: 'unnecessary',
            fixes: removeDependency(manifest, dependency),
          },
        );
      }
    }
  },
});

/** What is optional or expected of a host is not this manifest's to use. */
function candidates({ dependencies }: Manifest, withDevelopment: boolean): readonly DeclaredDependency[] {
  const peers = new Set(dependencies.filter(({ kind }) => kind === 'peerDependencies').map(({ name }) => name));
  return dependencies.filter(
    ({ name, kind, range }) =>
      !peers.has(name) &&
      !/^(?:workspace|link|file|portal):/.test(range) &&
      (kind === 'dependencies' || (withDevelopment && kind === 'devDependencies')),
  );
}

function createUseTest(
  workspace: Workspace,
  manifest: Manifest,
  mentions: PackageMentions,
): (dependency: DeclaredDependency) => boolean {
  const words = mentions.around(manifest);
  const declared = manifest.dependencies.map(({ name }) => name);
  // A package brought along may expect one that only the workspace can declare.
  const expected = new Set((manifest.lockFile?.packages ?? []).flatMap(({ peers }) => [...(peers?.keys() ?? [])]));
  const hasTypeScript = [...workspace.files.keys()].some((file) => /\.[cm]?tsx?$/.test(file));
  const isBundled =
    manifestProperty(manifest, 'bundleDependencies') ?? manifestProperty(manifest, 'bundledDependencies');
  return ({ name }) =>
    isBundled !== undefined ||
    words.has(name) ||
    expected.has(name) ||
    commandsOf(manifest, name).some((command) => words.has(command)) ||
    isNamedShortly(name, words) ||
    (name.startsWith('@types/') && isTypeUsed(name, words, declared)) ||
    ((name === 'typescript' || name === 'tslib' || name === 'ts-node') && hasTypeScript) ||
    loadedBy.some(({ loaded, by }) => loaded.test(name) && declared.some((other) => other !== name && by.test(other)));
}

function commandsOf(manifest: Manifest, name: string): readonly string[] {
  const locked = manifest.lockFile?.lockedPackage(manifest.file, name)?.bins ?? [];
  return [
    ...locked,
    ...(knownCommands.get(name) ?? []),
    ...(name.startsWith('@') ? [name.slice(name.indexOf('/') + 1)] : []),
  ];
}

/** Tools leave a prefix out where they name their own: `env` for `@babel/preset-env`, `react` for `eslint-plugin-react`. */
function isNamedShortly(name: string, words: ReadonlySet<string>): boolean {
  const bare = name.startsWith('@') ? name.slice(name.indexOf('/') + 1) : name;
  const short =
    /^(?:babel-|eslint-|stylelint-|prettier-|postcss-|gulp-|grunt-|karma-|rollup-|vite-|webpack-|hubot-|remark-|rehype-|metalsmith-|broccoli-|cypress-|jest-|mocha-|nodemailer-|passport-|serverless-|cz-|commitlint-|semantic-release-)?(?:plugin-|preset-|config-|contrib-|transform-|environment-|reporter-|formatter-|parser-)?(?<short>.+)$/.exec(
      bare,
    )?.groups?.short;
  const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
  if (
    scope !== undefined &&
    /\/(?:eslint-(?:plugin|config)|stylelint-config|prettier-config|tsconfig|commitlint-config)/.test(name)
  )
    return words.has(scope.slice(1)) || words.has(bare) || [...words].some((word) => word.startsWith(scope));
  return short !== undefined && short !== name && words.has(short);
}

function isTypeUsed(name: string, words: ReadonlySet<string>, declared: readonly string[]): boolean {
  const target = name.slice('@types/'.length).replace(/^(.+)__(.+)$/, '@$1/$2');
  return ambientTypes.test(name) || words.has(target) || declared.includes(target);
}
