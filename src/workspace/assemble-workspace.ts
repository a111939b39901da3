import path from 'node:path';
import { relativePosix, toPosix } from '../base/paths.ts';
import { createFileModel, inProject } from './create-file-model.ts';
import type { Notice } from '../base/notice.ts';
import { isLibraryFile } from './discovery/discover-files.ts';
import type { GitHistory } from './git-history.ts';
import { isMarkupName } from './markup/markup-name.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import type { FileModel } from './file-model.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { KnownFile, KnownWorkspace } from './known-workspace.ts';
import { buildModuleGraph, type LinkTable } from './modules/build-module-graph.ts';
import type { OwnerOf } from './ownership/code-owners.ts';
import { createModuleHost, type HostSurroundings, type Snapshot } from './typescript/compiler-host.ts';
import { isEnvironmentHeld } from './typescript/environment.ts';
import { createSnapshot, type ReviewedFiles, type UnsavedTexts } from './typescript/create-snapshot.ts';
import { createProject, optionsKeyOf, type ProjectState } from './typescript/create-project.ts';
import type { ProjectPlan } from './typescript/project-plan.ts';
import type { SkippedFile, Workspace } from './workspace.ts';

/** What no edit of a source file changes. */
export interface WorkspaceBase {
  readonly root: string;
  readonly plan: ProjectPlan;
  readonly surroundings: HostSurroundings;
  /** Whether a file belongs to the review: a source by its name, not ignored, text written by people. */
  isReviewed(file: string, text: string): boolean;
  /** Manifests, lock files and what was noticed of them, with unsaved texts in place of those on disk. */
  libraries(unsaved: UnsavedTexts): LibraryResult;
  readonly known?: KnownWorkspace;
  /** See `Workspace`. */
  supportingTexts(unsaved: UnsavedTexts): ReadonlyMap<string, string>;
  readonly documents: readonly string[];
  readonly history?: GitHistory;
  readonly coverage?: ReadonlyMap<string, number>;
  readonly ownerOf: OwnerOf;
  readonly skipped: readonly SkippedFile[];
  /** Notices of everything but the libraries. */
  readonly notices: readonly Notice[];
}

type LibraryResult = Pick<Workspace, 'manifests' | 'lockFiles' | 'notices'>;

interface Version extends ReviewedFiles {
  readonly projects: readonly ProjectState[];
  readonly files: ReadonlyMap<string, FileModel>;
  readonly libraries: LibraryResult;
  readonly links: LinkTable;
  readonly environmentVersion: number;
}

/** Makes the first version of a workspace from the texts of its reviewed files. */
export function assembleWorkspace(base: WorkspaceBase, texts: ReadonlyMap<string, string>): Workspace {
  const owned = [...texts.keys()].filter((file) => !isMarkupName(file));
  const owners = new Map(owned.map((file) => [file, base.plan.ownerOf.get(file) ?? 0]));
  const contents = new Map(
    [...texts].map(([file, text]) => [file, contentOf(base, file, text, owners.get(file) ?? 0)]),
  );
  const unsaved: UnsavedTexts = new Map();
  const snapshot = snapshotOf(base, { contents, owners, unsaved });
  const projects = base.plan.projects.map(({ setup }) => createProject(base.surroundings, snapshot, setup));
  const files = filesIn(contents, owners, projects, undefined);
  const libraries = base.libraries(unsaved);
  const isHeld = isKnownHeld(base, snapshot);
  const links: LinkTable = new Map(isHeld ? base.known?.files : []);
  const environmentVersion = isHeld ? 0 : 1;
  return workspaceOf(base, { contents, owners, unsaved, projects, files, libraries, links, environmentVersion });
}

function isKnownHeld({ surroundings, known }: WorkspaceBase, snapshot: Snapshot): boolean {
  if (!known) return false;
  const isHeld = isEnvironmentHeld(known.environment, createModuleHost(surroundings, snapshot), surroundings.disk);
  if (isHeld) surroundings.environment.add(known.environment);
  return isHeld;
}

function workspaceOf(base: WorkspaceBase, version: Version): Workspace {
  let graph: ModuleGraph | undefined;
  let supporting: ReadonlyMap<string, string> | undefined;
  const projectOf = (file: string): ProjectState | undefined => version.projects[version.owners.get(file) ?? 0];
  const optionsKeys = new Map<ProjectState, string>();
  const moduleGraph = (): ModuleGraph =>
    (graph ??= buildModuleGraph({ root: base.root, files: version.files, projectOf, known: version.links }));
  return {
    root: base.root,
    files: version.files,
    fileOf: ({ fileName }) => version.files.get(relativePosix(base.root, fileName)),
    projects: version.projects.filter(({ setup }) => setup.files.size > 0),
    manifests: version.libraries.manifests,
    lockFiles: version.libraries.lockFiles,
    ...(base.history && { history: base.history }),
    ...(base.coverage && { coverage: base.coverage }),
    ownerOf: base.ownerOf,
    skipped: base.skipped,
    notices: [...base.notices, ...version.libraries.notices],
    moduleGraph,
    environmentVersion: version.environmentVersion,
    environment: () => base.surroundings.environment.record(),
    learn: (environment) => base.surroundings.environment.add(environment),
    knowledge: () => {
      moduleGraph();
      return knowledgeOf(base, version);
    },
    optionsKeyOf: (file) => {
      const project = projectOf(file);
      if (!project) return '';
      const key = optionsKeys.get(project) ?? `${project.configFile ?? ''} ${optionsKeyOf(project.setup)}`;
      optionsKeys.set(project, key);
      return key;
    },
    documents: base.documents,
    supportingTexts: () => (supporting ??= base.supportingTexts(version.unsaved)),
    withFile: (file, text) => workspaceOf(base, nextVersion(base, version, file, text)),
  };
}

function knowledgeOf({ surroundings, history }: WorkspaceBase, { files, links }: Version): KnownWorkspace {
  const known = new Map<string, KnownFile>();
  for (const [file, { hash, codeLines, syntaxProblems }] of files) {
    const entry = links.get(file);
    if (entry?.hash === hash) known.set(file, { ...entry, codeLines, syntaxProblems });
  }
  return { environment: surroundings.environment.record(), files: known, ...(history && { history }) };
}

function nextVersion(base: WorkspaceBase, version: Version, file: string, text: string | undefined): Version {
  const unsaved = new Map(version.unsaved).set(file, text);
  const owners = new Map(version.owners);
  const contents = new Map(version.contents);
  if (text !== undefined && base.isReviewed(file, text)) {
    const owner = owners.get(file) ?? base.plan.ownerOfNew(file);
    if (!isMarkupName(file)) owners.set(file, owner);
    // Wrappers of ts-morph would be made for the whole file anew; nobody needs them for an edit.
    contents.set(file, createFileModel(file, path.join(base.root, file), text));
  } else {
    owners.delete(file);
    contents.delete(file);
  }
  const comesOrGoes =
    text === undefined || !isKnown(base, version, file) || contents.has(file) !== version.contents.has(file);
  const sorted = comesOrGoes ? new Map([...contents].sort(([a], [b]) => (a < b ? -1 : 1))) : contents;
  const reviewed = { contents: sorted, owners, unsaved };
  const projects = nextProjects(base, version, reviewed, file, comesOrGoes);
  const files = filesIn(sorted, owners, projects, version.files);
  const libraries = isLibraryFile(path.posix.basename(file)) ? base.libraries(unsaved) : version.libraries;
  // What is not reviewed, such as a declaration, is part of what reviewed texts mean.
  const isTouched = base.surroundings.environment.change(toPosix(path.join(base.root, file)), text);
  const links = isTouched ? (new Map() as LinkTable) : version.links;
  const environmentVersion = version.environmentVersion + (isTouched ? 1 : 0);
  return { ...reviewed, projects, files, libraries, links, environmentVersion };
}

function isKnown({ root, surroundings }: WorkspaceBase, version: Version, file: string): boolean {
  return version.unsaved.get(file) !== undefined || surroundings.disk.fileExists(path.join(root, file));
}

/** Projects that never saw the file go on unchanged, checker and all. */
function nextProjects(
  base: WorkspaceBase,
  version: Version,
  next: ReviewedFiles,
  file: string,
  comesOrGoes: boolean,
): readonly ProjectState[] {
  const absolute = toPosix(path.join(base.root, file));
  const snapshot = snapshotOf(base, next);
  return version.projects.map((project, index) => {
    const program = project.latestProgram();
    if (program && !comesOrGoes && !program.getSourceFile(absolute)) return project;
    const files = comesOrGoes ? filesOf(next.owners, index) : project.setup.files;
    return project.next(snapshot, { ...project.setup, files }, !comesOrGoes);
  });
}

function filesOf(owners: ReadonlyMap<string, number>, project: number): ReadonlySet<string> {
  return new Set([...owners].filter(([, owner]) => owner === project).map(([file]) => file));
}

function filesIn(
  contents: ReadonlyMap<string, FileModel>,
  owners: ReadonlyMap<string, number>,
  projects: readonly ProjectState[],
  before: ReadonlyMap<string, FileModel> | undefined,
): ReadonlyMap<string, FileModel> {
  const files = new Map<string, FileModel>();
  for (const [file, content] of contents) {
    // The compiler knows nothing of pages and components: their models have no project.
    const project = isMarkupName(file) ? undefined : projects[owners.get(file) ?? 0];
    const known = before?.get(file);
    const isSame = known !== undefined && known.project === project && known.text === content.text;
    files.set(file, isSame || !project ? (known ?? content) : inProject(content, project));
  }
  return files;
}

function contentOf(base: WorkspaceBase, file: string, text: string, owner: number): FileModel {
  const { plan, known, root } = base;
  const parse = isMarkupName(file) ? parseMarkup : plan.projects[owner]?.parse;
  return createFileModel(file, path.join(root, file), text, parse, known?.files.get(file));
}

function snapshotOf(base: WorkspaceBase, reviewed: ReviewedFiles): Snapshot {
  return createSnapshot(base.root, reviewed, (owner) => base.plan.projects[owner]?.setup.bucket ?? '');
}
