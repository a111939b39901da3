import path from 'node:path';
import { relativePosix, toPosix } from '../base/paths.ts';
import { createFileModel, inProject } from './create-file-model.ts';
import type { Notice } from '../base/notice.ts';
import { isLibraryFile } from './discovery/discover-files.ts';
import type { GitHistory } from './git-history.ts';
import type { FileModel } from './file-model.ts';
import type { ModuleGraph } from './module-graph.ts';
import { buildModuleGraph } from './modules/build-module-graph.ts';
import type { HostSurroundings, Snapshot } from './typescript/compiler-host.ts';
import { createSnapshot, type ReviewedFiles, type UnsavedTexts } from './typescript/create-snapshot.ts';
import { createProject, type ProjectState } from './typescript/create-project.ts';
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
  readonly history?: GitHistory;
  readonly skipped: readonly SkippedFile[];
  /** Notices of everything but the libraries. */
  readonly notices: readonly Notice[];
}

type LibraryResult = Pick<Workspace, 'manifests' | 'lockFiles' | 'notices'>;

interface Version extends ReviewedFiles {
  readonly projects: readonly ProjectState[];
  readonly files: ReadonlyMap<string, FileModel>;
  readonly libraries: LibraryResult;
}

/** Makes the first version of a workspace from the texts of its reviewed files. */
export function assembleWorkspace(base: WorkspaceBase, texts: ReadonlyMap<string, string>): Workspace {
  const owners = new Map([...texts.keys()].map((file) => [file, base.plan.ownerOf.get(file) ?? 0]));
  const contents = new Map(
    [...texts].map(([file, text]) => [file, contentOf(base, file, text, owners.get(file) ?? 0)]),
  );
  const unsaved: UnsavedTexts = new Map();
  const snapshot = snapshotOf(base, { contents, owners, unsaved });
  const projects = base.plan.projects.map(({ setup }) => createProject(base.surroundings, snapshot, setup));
  const files = filesIn(contents, owners, projects, undefined);
  return workspaceOf(base, { contents, owners, unsaved, projects, files, libraries: base.libraries(unsaved) });
}

function workspaceOf(base: WorkspaceBase, version: Version): Workspace {
  let graph: ModuleGraph | undefined;
  const projectOf = (file: string): ProjectState | undefined => version.projects[version.owners.get(file) ?? 0];
  return {
    root: base.root,
    files: version.files,
    fileOf: ({ fileName }) => version.files.get(relativePosix(base.root, fileName)),
    projects: version.projects.filter(({ setup }) => setup.files.size > 0),
    manifests: version.libraries.manifests,
    lockFiles: version.libraries.lockFiles,
    ...(base.history && { history: base.history }),
    skipped: base.skipped,
    notices: [...base.notices, ...version.libraries.notices],
    moduleGraph: () => (graph ??= buildModuleGraph({ root: base.root, files: version.files, projectOf })),
    withFile: (file, text) => workspaceOf(base, nextVersion(base, version, file, text)),
  };
}

function nextVersion(base: WorkspaceBase, version: Version, file: string, text: string | undefined): Version {
  const unsaved = new Map(version.unsaved).set(file, text);
  const owners = new Map(version.owners);
  const contents = new Map(version.contents);
  if (text !== undefined && base.isReviewed(file, text)) {
    const owner = owners.get(file) ?? base.plan.ownerOfNew(file);
    owners.set(file, owner);
    contents.set(file, contentOf(base, file, text, owner));
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
  return { ...reviewed, projects, files, libraries };
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
    const project = projects[owners.get(file) ?? 0];
    const known = before?.get(file);
    const isSame = known !== undefined && known.project === project && known.text === content.text;
    files.set(file, isSame || !project ? (known ?? content) : inProject(content, project));
  }
  return files;
}

function contentOf(base: WorkspaceBase, file: string, text: string, owner: number): FileModel {
  return createFileModel(file, path.join(base.root, file), text, base.plan.projects[owner]?.parse);
}

function snapshotOf(base: WorkspaceBase, reviewed: ReviewedFiles): Snapshot {
  return createSnapshot(base.root, reviewed, (owner) => base.plan.projects[owner]?.setup.bucket ?? '');
}
