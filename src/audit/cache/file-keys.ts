import { createHash } from 'node:crypto';
import type { Workspace } from '../../workspace/workspace.ts';
import { rulesThatNeed, type ActiveRule } from '../active-rules.ts';
import type { RulesByFile } from '../rules-by-file.ts';
import { importComponents, type ImportComponent } from './import-components.ts';
import { isTemplate } from '../../workspace/markup/raw-outputs.ts';
import { tiers, type Tier } from './tier.ts';

/** For each tier in which rules run over a file, a key of everything that its findings there depend on. */
export type FileKeys = Readonly<Partial<Record<Tier, string>>>;

/**
 * Makes the keys of all files. `gate` stands for what no text under review says: the build of the product, what is
 * installed, what imports can find. Syntactic findings depend on the text alone; typed ones also on all that the file
 * imports, directly or not, and on what its project declares globally; flows on all that these and its importers
 * import, and on `models`, what the team adds to those of the product. A result under an equal key is the result of a fresh run.
 */
export function fileKeys(
  workspace: Workspace,
  rules: RulesByFile,
  build: string,
  { gate, models }: { readonly gate: string; readonly models: string },
): Map<string, FileKeys> {
  const graph = workspace.moduleGraph();
  const components = importComponents(workspace.files.keys(), graph);
  const own = memoised((file: string): string =>
    digest([file, workspace.files.get(file)?.hash ?? '', ...(graph.linksOf(file)?.externals ?? [])]),
  );
  const closures = closureHashes(components, own);
  const projects = projectHashes(workspace, components, own);
  const views = templateHash(workspace);
  const ruleKey = memoisedRuleKeys();
  const keys = new Map<string, FileKeys>();
  for (const [index, { files }] of components.entries()) {
    for (const file of files) {
      const hash = workspace.files.get(file)?.hash ?? '';
      const project = projects.get(workspace.optionsKeyOf(file)) ?? '';
      const parts: Record<Tier, readonly string[]> = {
        syntax: [hash],
        types: [hash, gate, project, closures.down[index] ?? ''],
        estree: [hash, gate, project, closures.down[index] ?? ''],
        flows: [hash, gate, project, closures.up[index] ?? '', models, views],
        patterns: [hash, gate, project, closures.up[index] ?? '', models],
      };
      keys.set(file, keysOf(file, build, rules.of(file), parts, ruleKey));
    }
  }
  return keys;
}

/** Data flows go on into the templates that the code renders. */
function templateHash(workspace: Workspace): string {
  return digest([...workspace.supportingTexts()].filter(([file]) => isTemplate(file)).flat());
}

/** One short key of many parts, whatever characters they hold. */
export function digest(parts: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url');
}

function memoised(compute: (file: string) => string): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const value = known.get(file) ?? compute(file);
    known.set(file, value);
    return value;
  };
}

function keysOf(
  file: string,
  build: string,
  rules: readonly ActiveRule[],
  parts: Readonly<Record<Tier, readonly string[]>>,
  ruleKey: (rules: readonly ActiveRule[], tier: Tier) => string | undefined,
): FileKeys {
  return Object.fromEntries(
    tiers.flatMap((tier) => {
      const active = ruleKey(rules, tier);
      return active === undefined ? [] : [[tier, digest([build, active, file, ...parts[tier]])]];
    }),
  );
}

function memoisedRuleKeys(): (rules: readonly ActiveRule[], tier: Tier) => string | undefined {
  const known = new Map<readonly ActiveRule[], Map<Tier, string | undefined>>();
  return (rules, tier) => {
    const byTier = known.get(rules) ?? new Map<Tier, string | undefined>();
    known.set(rules, byTier);
    if (!byTier.has(tier)) byTier.set(tier, ruleKeyOf(rulesThatNeed(rules, tier)));
    return byTier.get(tier);
  };
}

function ruleKeyOf(rules: readonly ActiveRule[]): string | undefined {
  if (rules.length === 0) return undefined;
  return digest(rules.map(({ rule, options }) => `${rule.id} ${JSON.stringify(options)}`).sort());
}

interface Closures {
  /** Of a component and all that it imports; of the same for all that import it. */
  readonly down: readonly string[];
  readonly up: readonly string[];
}

function closureHashes(components: readonly ImportComponent[], own: (file: string) => string): Closures {
  const down: string[] = [];
  const sorted = (indexes: ReadonlySet<number>, hashes: readonly string[]): string[] =>
    [...indexes].map((index) => hashes[index] ?? '').sort();
  for (const [index, { files, imports }] of components.entries())
    down[index] = digest([...files.map(own), '', ...sorted(imports, down)]);
  const up: string[] = [];
  for (const [index, { importers }] of [...components.entries()].reverse())
    up[index] = digest([down[index] ?? '', '', ...sorted(importers, up)]);
  return { down, up };
}

/** By options key: what the files of a project and all that they import bring into its program for everyone. */
function projectHashes(
  workspace: Workspace,
  components: readonly ImportComponent[],
  own: (file: string) => string,
): ReadonlyMap<string, string> {
  const startsOf = new Map<string, Set<number>>();
  for (const [index, { files }] of components.entries()) {
    for (const key of new Set(files.map((file) => workspace.optionsKeyOf(file))))
      startsOf.set(key, (startsOf.get(key) ?? new Set()).add(index));
  }
  return new Map(
    [...startsOf].map(([key, starts]) => [key, digest([key, ...sharedParts(workspace, components, starts, own)])]),
  );
}

function sharedParts(
  workspace: Workspace,
  components: readonly ImportComponent[],
  starts: ReadonlySet<number>,
  own: (file: string) => string,
): readonly string[] {
  const graph = workspace.moduleGraph();
  const parts = new Set<string>();
  const reached = new Set(starts);
  for (const index of reached) {
    const component = components[index];
    for (const other of component?.imports ?? []) reached.add(other);
    for (const file of component?.files ?? []) {
      const links = graph.linksOf(file);
      if (links?.isGlobal) parts.add(own(file));
      // A path relative to the file means something else elsewhere.
      for (const external of links?.externals ?? []) parts.add(external);
    }
  }
  return [...parts].sort();
}
