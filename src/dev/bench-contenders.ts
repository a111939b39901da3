import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { rules } from '../rules/registry.generated.ts';
import { sourceFilesIn } from './count-lines.ts';

/** A program whose cost on a folder is measured. */
export interface Contender {
  readonly name: string;
  readonly command: (folder: string) => readonly string[];
  /** Brings the folder and the cache into the state that the name says; not measured. */
  readonly prepare?: (folder: string) => void;
}

/** Where everything lies; paths absolute but `project`, the tsconfig that compilers check. */
export interface BenchPlaces {
  readonly tools: string;
  readonly project: string;
  readonly cache: string;
  readonly scratch: string;
  readonly product: string;
}

/** What the cost of everything else is a ratio of. */
export const referenceName = 'tsc 6 --noEmit';

/**
 * The product in its states, and the tools beside it that are installed in `tools`: `npm i` there of
 * `typescript-7@npm:typescript@7`, `eslint`, `typescript-eslint`, `typescript@6` and `oxlint`.
 */
export function contendersFor(places: BenchPlaces): readonly Contender[] {
  const { tools, project, cache, scratch, product } = places;
  const audit = (folder: string, ...more: readonly string[]): string[] => [
    ...['node', path.join(product, 'cli.mjs'), 'audit', folder, '--offline', '--quiet'],
    ...['--format', 'json', '--output', path.join(scratch, 'result.json'), ...more],
  ];
  const own = path.join(scratch, 'own-rules.json');
  fs.writeFileSync(own, JSON.stringify({ rules: hostedOff() }));
  const emptyCache = (): void => fs.rmSync(cache, { recursive: true, force: true });
  return [
    {
      name: referenceName,
      command: (folder) => ['node', path.resolve('node_modules/typescript/bin/tsc'), ...tscArguments(folder, project)],
    },
    { name: 'audit, cold', command: (folder) => audit(folder), prepare: emptyCache },
    { name: 'audit, warm', command: (folder) => audit(folder) },
    { name: 'audit, one file changed', command: (folder) => audit(folder), prepare: changeOneFile },
    {
      name: 'audit, cold, own rules and data flow only',
      // It keeps nothing, so that what the next warm audit finds stays as the one before left it.
      command: (folder) => audit(folder, '--config', own, '--no-cache'),
    },
    ...nativeTsc(tools, project),
    eslint(tools, scratch),
    ...oxlint(tools),
  ];
}

function hostedOff(): Record<string, 'off'> {
  return Object.fromEntries(rules.filter(({ needs }) => needs === 'estree').map(({ id }) => [id, 'off'] as const));
}

/** The largest source file of at most about a thousand lines outside of tests: the one that gets edited. */
export function editedFile(folder: string): string {
  const files = sourceFilesIn(folder)
    .filter((file) => file.endsWith('.ts') && !/(^|\/)(tests?|samples?|runtime-tests)\/|\.test\.ts$/.test(file))
    .map((file) => ({ file, lines: fs.readFileSync(path.join(folder, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines <= 1100)
    .sort((a, b) => b.lines - a.lines || (a.file < b.file ? -1 : 1));
  const [largest] = files;
  if (!largest) throw new Error(`${folder} has no TypeScript source to edit.`);
  return path.join(folder, largest.file);
}

function changeOneFile(folder: string): void {
  fs.appendFileSync(editedFile(folder), `\nexport const benchmark${Date.now()} = 1;\n`);
}

/** Whether a tsconfig only points at others: `tsc -p` on it checks nothing, and every ratio to it would be wrong. */
export function checksNothing(folder: string, project: string): boolean {
  const config = path.join(folder, project);
  if (!fs.existsSync(config)) return false;
  const { config: json } = ts.parseConfigFileTextToJson(config, fs.readFileSync(config, 'utf8')) as {
    readonly config?: { readonly files?: readonly string[]; readonly include?: readonly string[] };
  };
  return json?.files?.length === 0 && json.include === undefined;
}

function tscArguments(folder: string, project: string): string[] {
  const config = path.join(folder, project);
  return ['--noEmit', '--skipLibCheck', ...(fs.existsSync(config) ? ['-p', config] : ['--allowJs', '--checkJs'])];
}

function nativeTsc(tools: string, project: string): Contender[] {
  const bins = ['typescript-7/bin/tsc', '@typescript/native-preview/bin/tsgo.js'];
  const found = bins.map((bin) => path.join(tools, 'node_modules', bin)).find((bin) => fs.existsSync(bin));
  return found
    ? [{ name: 'tsc 7 --noEmit', command: (folder) => ['node', found, ...tscArguments(folder, project)] }]
    : [];
}

function oxlint(tools: string): Contender[] {
  const bin = path.join(tools, 'node_modules/oxlint/bin/oxlint');
  return fs.existsSync(bin) ? [{ name: 'oxlint', command: (folder) => ['node', bin, folder] }] : [];
}

function eslint(tools: string, scratch: string): Contender {
  const inTools = path.join(tools, 'node_modules');
  const modules = fs.existsSync(path.join(inTools, 'typescript-eslint')) ? inTools : path.resolve('node_modules');
  const config = path.join(scratch, 'eslint.config.mjs');
  return {
    name: 'eslint, recommended-type-checked',
    prepare: (folder) => fs.writeFileSync(config, eslintConfig(modules, folder)),
    command: (folder) => [
      ...['node', '--max-old-space-size=8192', path.join(modules, 'eslint/bin/eslint.js'), '--no-config-lookup'],
      ...['--config', config, '--no-inline-config', folder],
    ],
  };
}

function eslintConfig(modules: string, folder: string): string {
  return `import tseslint from ${JSON.stringify(path.join(modules, 'typescript-eslint/dist/index.js'))};
export default tseslint.config(
  { ignores: ['**/*.js', '**/*.mjs', '**/*.cjs', '**/*.d.ts'] },
  { basePath: ${JSON.stringify(folder)}, extends: [tseslint.configs.recommendedTypeChecked], files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: ${JSON.stringify(folder)} } } },
);
`;
}
