import path from 'node:path';
import semver from 'semver';
import ts from 'typescript';
import { z } from 'zod';
import type { FileModel } from '../../workspace/file-model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { defineRule } from '../define-rule.ts';
import { stringValue } from '../syntax/names.ts';
import { walkBelow } from '../syntax/walk.ts';
import { isExcepted } from './library-policy.ts';
import { createImporters, libraryUses, placeOfRange, type LibraryUse } from './library-use.ts';
import { isEsmOnly } from './module-format.ts';
import { manifestProperty } from './package-mentions.ts';
import { createSupportedNodes, type SupportedNode } from './supported-nodes.ts';

export const rule = defineRule({
  id: 'libraries/esm-only-required',
  weakness: 'peer-conflict',
  cwe: [1395],
  precision: 0.7,
  needs: 'libraries',
  docs: {
    title: { en: 'ES module required from CommonJS', fr: 'Module ES chargé depuis du CommonJS' },
    why: {
      en: 'The installed version ships ES modules only, and `require` loads those from Node 20.19 and 22.12 on. On an older Node that this project says it supports, the program stops with ERR_REQUIRE_ESM as soon as the line runs. Nothing is told of packages that a bundler turns into one format.',
      fr: 'La version installée ne fournit que des modules ES, que `require` charge à partir de Node 20.19 et 22.12. Sur un Node plus ancien que ce projet dit prendre en charge, le programme s’arrête avec ERR_REQUIRE_ESM dès que la ligne s’exécute. Rien n’est dit des paquets qu’un assembleur ramène à un seul format.',
    },
    forLeads: {
      en: 'The product stops at start on some of the systems that it claims to support.',
      fr: 'Le produit s’arrête au démarrage sur certains des systèmes qu’il dit prendre en charge.',
    },
    bad: `// @file: package.json
{ "private": true, "engines": { "node": ">=18" }, "dependencies": { "chalk": "5.3.0" } }
// @file: index.js
const chalk = require('chalk');
module.exports = chalk.red('stop');`,
    good: `// @file: package.json
{ "private": true, "engines": { "node": ">=18" }, "dependencies": { "chalk": "4.1.2" } }
// @file: index.js
const chalk = require('chalk');
module.exports = chalk.red('stop');`,
    exampleFile: 'package.json',
  },
  options: z.strictObject({
    ignore: z.array(z.string()).default([]).describe('Packages whose format is dealt with elsewhere.'),
  }),
  message: {
    en: ({ name, version, file, node }: MessageFacts) =>
      `\`${name}\` ${version} is an ES module only, and ${file} loads it with \`require\`, which Node ${node} cannot`,
    fr: ({ name, version, file, node }) =>
      `\`${name}\` ${version} n’est qu’un module ES, et ${file} le charge par \`require\`, ce que Node ${node} ne sait pas faire`,
  },
  detect: ({ workspace, libraries: { policy, today }, options, report }) => {
    const importers = createImporters(workspace);
    const supported = createSupportedNodes(workspace);
    const ignored = new Set(options.ignore);
    for (const use of libraryUses(workspace)) {
      const { name } = use.dependency;
      const node = supported(use.manifest).find((one) => !requiresModules(one));
      if (!node || ignored.has(name) || isBundled(use) || !isEsmOnly(use)) continue;
      const places = importers(use).flatMap((file) => requiresOf(workspace, file, use));
      const [first] = places;
      if (!first || isExcepted(policy, rule.id, name, today)) continue;
      const version = use.installed ?? use.dependency.range;
      report(
        placeOfRange(use),
        { name, version, file: first.file.path, node: node.range },
        {
          package: { name, version },
          related: places.map(({ at }) => ({
            at,
            message: { en: `Loads \`${name}\``, fr: `Charge \`${name}\`` },
          })),
        },
      );
    }
  },
});

interface MessageFacts extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly node: string;
}

/** https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require */
function requiresModules({ range }: SupportedNode): boolean {
  const lowest = /^\d+(\.\d+)?$/.test(range) ? newestOf(range) : semver.minVersion(range, { loose: true });
  return lowest === null || semver.satisfies(lowest, '^20.19.0 || >=22.12.0');
}

/** A line of releases stands for its newest. */
function newestOf(line: string): string {
  return line.includes('.') ? `${line}.999` : `${line}.999.0`;
}

const bundlers =
  /^(?:webpack|vite|rollup|esbuild|parcel|next|nuxt|tsup|tsdown|@vercel\/ncc|@rspack\/core|@rsbuild\/core|react-scripts|@angular\/cli|gatsby|astro|browserify|metro|expo)$/;

function isBundled({ manifest }: LibraryUse): boolean {
  return manifest.dependencies.some(({ name }) => bundlers.test(name));
}

interface Place {
  readonly file: FileModel;
  readonly at: ts.Node;
}

function requiresOf(workspace: Workspace, path: string, use: LibraryUse): readonly Place[] {
  const file = workspace.files.get(path);
  if (!file || !isCommonJs(file, use)) return [];
  const { name } = use.dependency;
  const places: Place[] = compilesToRequire(file)
    ? file.sourceFile.statements.filter((one) => isValueImport(one, name)).map((at) => ({ file, at }))
    : [];
  if (!file.text.includes('require(')) return places;
  walkBelow(file.sourceFile, (node) => {
    const isRequire =
      ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require';
    if (isRequire && stringValue(node.arguments[0]) === name) places.push({ file, at: node });
    return undefined;
  });
  return places;
}

/** By its ending, else by `type` of the manifest that the file belongs to. */
function isCommonJs({ path: file }: FileModel, { manifest }: LibraryUse): boolean {
  const ending = path.posix.extname(file);
  if (/^\.[cm][jt]s$/.test(ending)) return ending.startsWith('.c');
  return manifestProperty(manifest, 'type')?.value !== 'module';
}

/** TypeScript turns imports into `require` where its `module` is CommonJS, and says nothing of the format. */
function compilesToRequire({ path: file, project }: FileModel): boolean {
  if (!/\.[cm]?tsx?$/.test(file) || !project) return false;
  return project.program().getCompilerOptions().module === ts.ModuleKind.CommonJS;
}

function isValueImport(node: ts.Statement, name: string): boolean {
  if (!ts.isImportDeclaration(node) || stringValue(node.moduleSpecifier) !== name) return false;
  const clause = node.importClause;
  if (!clause?.namedBindings || clause.name) return clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  const isOnlyTypes =
    ts.isNamedImports(clause.namedBindings) && clause.namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
  return clause.phaseModifier !== ts.SyntaxKind.TypeKeyword && !isOnlyTypes;
}
