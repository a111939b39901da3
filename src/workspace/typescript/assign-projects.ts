import path from 'node:path';
import type { ProjectConfig } from './read-tsconfig.ts';

/** Which files a project owns. */
export interface Assignment {
  readonly config: ProjectConfig;
  readonly files: readonly string[];
}

/**
 * Gives each file to one project: the nearest folder's, and in one folder the project that claims the most files,
 * so that a file is typed once. Every `tsconfig.json` and what it references goes before the others
 * (`tsconfig.build.json`…), and a configuration that others extend claims nothing unless it is a `tsconfig.json`.
 */
export function assignProjects(configs: readonly ProjectConfig[], files: readonly string[]): readonly Assignment[] {
  const tiers = tiersOf(configs);
  const owned = new Map<ProjectConfig, string[]>();
  for (const file of files) {
    const owner = ownerIn(tiers, file);
    if (!owner) continue;
    const list = owned.get(owner) ?? [];
    list.push(file);
    owned.set(owner, list);
  }
  return [...owned].map(([config, list]) => ({ config, files: list }));
}

function ownerIn(tiers: readonly (readonly ProjectConfig[])[], file: string): ProjectConfig | undefined {
  for (const tier of tiers) {
    const [owner] = tier.filter(({ claims }) => claims.has(file)).sort((a, b) => compareOwners(a, b, file));
    if (owner) return owner;
  }
  return undefined;
}

function compareOwners(a: ProjectConfig, b: ProjectConfig, file: string): number {
  return nearness(b, file) - nearness(a, file) || b.claims.size - a.claims.size || (a.file < b.file ? -1 : 1);
}

/** Depth of the configuration's folder when it holds the file; a project that reaches elsewhere comes last. */
function nearness({ file: config }: ProjectConfig, file: string): number {
  const folder = path.posix.dirname(config);
  if (folder === '.') return 0;
  return file.startsWith(`${folder}/`) ? folder.split('/').length : -1;
}

function tiersOf(configs: readonly ProjectConfig[]): readonly (readonly ProjectConfig[])[] {
  const byFile = new Map(configs.map((config) => [config.file, config]));
  const first = new Set(configs.filter(isMainConfig));
  for (const config of first)
    for (const reference of config.references) {
      const referenced = byFile.get(reference);
      if (referenced) first.add(referenced);
    }
  const bases = new Set(configs.flatMap((config) => config.bases));
  const others = configs.filter((config) => !first.has(config) && !bases.has(config.file));
  return [[...first], others];
}

function isMainConfig({ file }: ProjectConfig): boolean {
  return /^[jt]sconfig\.json$/.test(path.posix.basename(file));
}
