import ts from 'typescript';
import { z } from 'zod';
import { firstLineOf } from '../architecture/first-line.ts';
import { folderOf } from '../architecture/package-areas.ts';
import { defineRule } from '../define-rule.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import type { ModuleGraph } from '../../workspace/module-graph.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { containsBelow } from '../syntax/walk.ts';

interface Data {
  readonly [key: string]: number | boolean;
  readonly changes: number;
  /** Per cent, -1 where coverage is not known. */
  readonly share: number;
  readonly lines: number;
  readonly isRequired: boolean;
}

export const rule = defineRule({
  id: 'tests/untested-source',
  weakness: 'missing-test',
  precision: 0.9,
  needs: 'workspace',
  docs: {
    title: { en: 'Code that changes often without a test', fr: 'Code souvent modifié sans test' },
    why: {
      en: 'The file changes often, and no test imports it, directly or through one other file, nor bears its name; every change is checked by hand or not at all. Begin with a test of what was mended last.',
      fr: 'Le fichier change souvent, et aucun test ne l’importe, directement ou par un autre fichier, ni ne porte son nom ; chaque modification est vérifiée à la main ou pas du tout. Commencez par tester ce qui a été réparé en dernier.',
    },
    forLeads: {
      en: 'This part changes all the time and nothing checks it automatically: mistakes are found by customers.',
      fr: 'Cette partie change sans cesse et rien ne la vérifie automatiquement : ce sont les clients qui trouvent les erreurs.',
    },
    bad: Array.from({ length: 300 }, (_, index) => `export const fee${index} = (x: number) => (x > 1 ? x : 1);`).join(
      '\n',
    ),
    exampleFile: 'src/shipping-fees.ts',
    good: 'export const prices = [1];',
  },
  options: z.strictObject({
    minChanges: z.int().min(1).default(10).describe('Commits in the last 12 months from which a file needs a test.'),
    largeLines: z
      .int()
      .min(1)
      .default(300)
      .describe('Lines of code from which a file needs a test where no history is known.'),
    minLines: z.int().min(1).default(40).describe('Lines of code below which a file needs no test of its own.'),
    minCoverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe('Share of lines that tests must run where coverage is known.'),
    required: z
      .array(z.string())
      .default([])
      .describe('Folders and files that need a test however seldom they change.'),
    ignore: z.array(z.string()).default([]).describe('Folders and files that need none.'),
  }),
  message: {
    en: ({ changes, share, lines, isRequired }: Data) =>
      share >= 0
        ? `Tests run only ${share} % of this file`
        : changes > 0
          ? `Changed ${changes} times in a year, and no test reaches this file`
          : isRequired
            ? 'No test reaches this file, which must have one'
            : `${lines} lines of code that no test reaches`,
    fr: ({ changes, share, lines, isRequired }) =>
      share >= 0
        ? `Les tests n’exécutent que ${share} % de ce fichier`
        : changes > 0
          ? `Modifié ${changes} fois en un an, et aucun test n’atteint ce fichier`
          : isRequired
            ? 'Aucun test n’atteint ce fichier, qui doit en avoir un'
            : `${lines} lignes de code qu’aucun test n’atteint`,
  },
  detect: ({ workspace, options, report }) => {
    const files = [...workspace.files.values()];
    const graph = workspace.moduleGraph();
    const reached = reachedByTests(files, linkTargets(workspace, graph));
    for (const file of files) {
      if (file.role !== 'production' || file.codeLines < options.minLines || isIgnored(file.path, options.ignore))
        continue;
      const changes = workspace.history?.files.get(file.path)?.commits ?? 0;
      const isRequired = isIgnored(file.path, options.required);
      if (!isRequired && !changesOften(file, changes, workspace, options)) continue;
      const covered = workspace.coverage?.get(file.path);
      const isTested = covered === undefined ? reached.has(file.path) : covered >= options.minCoverage;
      if (isTested || !hasLogic(file.sourceFile)) continue;
      const share = covered === undefined ? -1 : Math.round(covered * 100);
      report(
        firstLineOf(file),
        { changes, share, lines: file.codeLines, isRequired },
        { drivers: { lines: file.codeLines } },
      );
    }
  },
});

/** Files that a test imports, itself or through one file with code between, and files that a test is named after. */
function reachedByTests(files: readonly FileModel[], targetsOf: TargetsOf): ReadonlySet<string> {
  const tests = files.filter(({ role }) => role === 'test').map(({ path }) => path);
  const entries = new Set(files.filter(isEntry).map(({ path }) => path));
  const reached = new Set<string>();
  for (const test of tests) {
    for (const file of importedThroughEntries(test, targetsOf, entries)) {
      reached.add(file);
      for (const further of importedThroughEntries(file, targetsOf, entries)) {
        reached.add(further);
        // The parts of a module stand in its own folder: who tests the module runs them.
        for (const part of targetsOf(further)) if (isBelow(part, further)) reached.add(part);
      }
    }
  }
  const names = new Set(tests.map((path) => stem(path)));
  for (const { path } of files) if (names.has(stem(path))) reached.add(path);
  return reached;
}

function isBelow(part: string, module: string): boolean {
  return part.startsWith(module.slice(0, module.lastIndexOf('/') + 1)) && module.includes('/');
}

/** What a file imports; a file that only passes on what others export stands for them. */
function importedThroughEntries(from: string, targetsOf: TargetsOf, entries: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const to of targetsOf(file)) {
      if (found.has(to)) continue;
      found.add(to);
      if (entries.has(to)) open.push(to);
    }
  }
  return found;
}

type TargetsOf = (file: string) => readonly string[];

/** Files that a file imports, also those behind the name of another package of the workspace, which need not be installed. */
function linkTargets(workspace: Workspace, graph: ModuleGraph): TargetsOf {
  const folders = new Map(
    workspace.manifests.flatMap((manifest) =>
      manifest.name === undefined ? [] : [[manifest.name, folderOf(manifest)] as const],
    ),
  );
  const behindNames = new Map<string, string[]>();
  for (const { from, package: name, specifier } of graph.packageImports) {
    const folder = folders.get(name);
    if (folder === undefined) continue;
    const known = behindNames.get(from) ?? [];
    behindNames.set(from, known);
    known.push(...sourcesOf(folder, specifier.slice(name.length + 1), workspace));
  }
  return (file) => [...graph.importsOf(file).map(({ to }) => to), ...(behindNames.get(file) ?? [])];
}

/** Where the sources of a package's entrance usually stand: `src/index.ts`, `src/links.ts` or `src/links/index.ts` for `links`. */
function sourcesOf(folder: string, subpath: string, { files }: Workspace): readonly string[] {
  const base = subpath.replace(/\.[cm]?js$/, '');
  return ['src/', '', 'lib/']
    .flatMap((source) => (base === '' ? [`${source}index`] : [source + base, `${source}${base}/index`]))
    .flatMap((path) =>
      ['.ts', '.tsx', '.mts', '.js', '.mjs', '.jsx'].map(
        (extension) => (folder === '' ? '' : `${folder}/`) + path + extension,
      ),
    )
    .filter((path) => files.has(path));
}

/** A barrel: imports and re-exports, and no code of its own. */
function isEntry({ sourceFile: { statements } }: FileModel): boolean {
  return (
    statements.length > 0 && statements.every((node) => ts.isExportDeclaration(node) || ts.isImportDeclaration(node))
  );
}

/** `basket` for `src/basket.ts`, `test/basket.test.ts` and `src/basket/index.ts`. */
function stem(path: string): string {
  const parts = path.split('/');
  const name = (parts.at(-1) ?? '').replace(/([._-](test|spec|e2e))?\.[cm]?[jt]sx?$/, '');
  return name === 'index' ? (parts.at(-2) ?? name) : name;
}

interface Limits {
  readonly minChanges: number;
  readonly largeLines: number;
}

/** Where no history is known, the size of a file stands in for how often it changes. */
function changesOften(file: FileModel, changes: number, workspace: Workspace, limits: Limits): boolean {
  if (workspace.history) return changes >= limits.minChanges;
  return file.codeLines >= limits.largeLines && !isMarkup(file.path);
}

/** Markup makes a component long, and says little of what can go wrong in it. */
function isMarkup(path: string): boolean {
  return /\.[jt]sx$/.test(path);
}

/** Paths are folders or files relative to the root, as written in the configuration. */
function isIgnored(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path === prefix || path.startsWith(prefix.replace(/\/?$/, '/')));
}

/** Types, constants and lists of routes have nothing to test. */
function hasLogic(sourceFile: ts.SourceFile): boolean {
  return containsBelow(
    sourceFile,
    (node) =>
      ts.isIfStatement(node) ||
      ts.isIterationStatement(node, false) ||
      ts.isConditionalExpression(node) ||
      ts.isSwitchStatement(node) ||
      ts.isTryStatement(node),
  );
}
