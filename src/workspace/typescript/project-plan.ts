import { toPosix } from '../../base/paths.ts';
import type { Notice } from '../../base/notice.ts';
import type { ConfinedFileSystem } from '../confined-file-system.ts';
import type { Parse } from '../create-file-model.ts';
import type { Discovery } from '../discovery/discover-files.ts';
import { assignProjects } from './assign-projects.ts';
import { bucketOf, type ProjectSetup } from './create-project.ts';
import { inferredOptions } from './inferred-options.ts';
import { openMorphProject } from './morph-parser.ts';
import { type FileListing, listByFolder, type ProjectConfig, readProjectConfig } from './read-tsconfig.ts';

/** A project with the parser of its files. */
export interface PlannedProject {
  readonly setup: ProjectSetup;
  readonly parse: Parse;
}

/** Which projects there are and which files each owns. Index 0 is always the inferred project. */
export interface ProjectPlan {
  readonly projects: readonly PlannedProject[];
  readonly ownerOf: ReadonlyMap<string, number>;
  readonly notices: readonly Notice[];
  /** Index of the project that a file which was not there at opening would belong to. */
  ownerOfNew(file: string): number;
}

/** Reads every configuration and shares the files out among the projects. */
export function planProjects(root: string, disk: ConfinedFileSystem, discovery: Discovery): ProjectPlan {
  const read = (file: string, listing: FileListing): ProjectConfig =>
    readProjectConfig({ root: toPosix(root), disk, listing }, file);
  const listing = listByFolder(root, [...discovery.sources, ...discovery.declarations]);
  const configs = readAll(discovery.configs, (file) => read(file, listing));
  const assignments = assignProjects(configs, discovery.sources);
  const claimed = new Set(assignments.flatMap(({ files }) => files));
  const unclaimed = discovery.sources.filter((file) => !claimed.has(file));
  const plan = (setup: ProjectSetup): PlannedProject => ({ setup, parse: lazyParser(root, setup, disk) });
  const inferred = plan(inferredSetup(unclaimed, ambientFor(discovery, configs)));
  const projects = [inferred, ...assignments.map(({ config, files }) => plan(setupOf(config, files, discovery)))];
  return {
    projects,
    ownerOf: new Map(projects.flatMap(({ setup }, index) => [...setup.files].map((file) => [file, index]))),
    notices: distinct(configs.flatMap((config) => config.notices)),
    ownerOfNew: (file) => {
      const alone = listByFolder(root, [file]);
      const widened = configs.map((config) => withClaim(config, read(config.file, alone)));
      const [owner] = assignProjects(widened, [file]);
      return Math.max(
        0,
        projects.findIndex(({ setup }) => owner && setup.configFile === owner.config.file),
      );
    },
  };
}

function readAll(files: readonly string[], read: (file: string) => ProjectConfig): readonly ProjectConfig[] {
  const configs = new Map<string, ProjectConfig>();
  const queue = [...files];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (configs.has(file) || file.startsWith('../')) continue;
    const config = read(file);
    configs.set(file, config);
    queue.push(...config.references);
  }
  return [...configs.values()];
}

function withClaim(config: ProjectConfig, alone: ProjectConfig): ProjectConfig {
  return { ...config, claims: new Set([...config.claims, ...alone.claims]) };
}

function setupOf(config: ProjectConfig, files: readonly string[], { declarations }: Discovery): ProjectSetup {
  return {
    configFile: config.file,
    options: config.options,
    bucket: bucketOf(config.options),
    files: new Set(files),
    declarations: declarations.filter((file) => config.claims.has(file)),
  };
}

function inferredSetup(files: readonly string[], declarations: readonly string[]): ProjectSetup {
  const options = inferredOptions();
  return { options, bucket: bucketOf(options), files: new Set(files), declarations };
}

/** Declarations that no configuration claims: with plain JavaScript they may declare its globals. */
function ambientFor({ declarations }: Discovery, configs: readonly ProjectConfig[]): readonly string[] {
  return declarations.filter((file) => !configs.some(({ claims }) => claims.has(file)));
}

/** ts-morph is opened for a project when its first file is parsed: a warm run parses none. */
function lazyParser(root: string, { options }: ProjectSetup, disk: ConfinedFileSystem): Parse {
  let parse: Parse | undefined;
  return (absolutePath, text) => (parse ??= openMorphProject(root, options, disk))(absolutePath, text);
}

function distinct(notices: readonly Notice[]): readonly Notice[] {
  return [
    ...new Map(notices.map((notice) => [`${notice.code}|${notice.file ?? ''}|${notice.text.en}`, notice])).values(),
  ];
}
