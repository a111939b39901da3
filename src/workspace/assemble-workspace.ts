import path from 'node:path';
import type ts from 'typescript';
import { relativePosix, toPosix } from '../base/paths.ts';
import { createFileModel, inProject } from './create-file-model.ts';
import type { FileModel } from './file-model.ts';
import type { ModuleGraph } from './module-graph.ts';
import { buildModuleGraph } from './modules/build-module-graph.ts';
import type { HostSurroundings, Snapshot } from './typescript/compiler-host.ts';
import { createProject, type ProjectState } from './typescript/create-project.ts';
import type { ProjectPlan } from './typescript/project-plan.ts';
import type { Workspace } from './workspace.ts';

/** What no edit of a source file changes. */
export interface WorkspaceBase {
  readonly root: string;
  readonly plan: ProjectPlan;
  readonly surroundings: HostSurroundings;
  /** Whether a file belongs to the review: a source by its name, not ignored, text written by people. */
  isReviewed(file: string, text: string): boolean;
  /** Manifests, lock files, history, skips and notices, with one text replaced where they are made of it. */
  around(file?: string, text?: string): AroundSources;
}

export type AroundSources = Pick<Workspace, 'manifests' | 'lockFiles' | 'history' | 'skipped' | 'notices'>;

interface Version {
  /** Every reviewed file without its project, by path relative to the root. */
  readonly contents: ReadonlyMap<string, FileModel>;
  readonly owners: ReadonlyMap<string, number>;
  /** Unsaved texts of files outside the review, and `undefined` for deleted files, by absolute path. */
  readonly unsaved: ReadonlyMap<string, string | undefined>;
  readonly projects: readonly ProjectState[];
  readonly files: ReadonlyMap<string, FileModel>;
  readonly around: AroundSources;
}

/** Makes the first version of a workspace from the texts of its reviewed files. */
export function assembleWorkspace(base: WorkspaceBase, texts: ReadonlyMap<string, string>): Workspace {
  const owners = new Map([...texts.keys()].map((file) => [file, base.plan.ownerOf.get(file) ?? 0]));
  const contents = new Map(
    [...texts].map(([file, text]) => [file, contentOf(base, file, text, owners.get(file) ?? 0)]),
  );
  const unsaved = new Map<string, string | undefined>();
  const snapshot = snapshotOf(base, { contents, owners, unsaved });
  const projects = base.plan.projects.map(({ setup }) => {
    const files = new Set([...setup.files].filter((file) => contents.has(file)));
    return createProject(base.surroundings, snapshot, { ...setup, files });
  });
  const files = filesIn(contents, owners, projects, undefined);
  return workspaceOf(base, { contents, owners, unsaved, projects, files, around: base.around() });
}

function workspaceOf(base: WorkspaceBase, version: Version): Workspace {
  let graph: ModuleGraph | undefined;
  const projectOf = (file: string): ProjectState | undefined => version.projects[version.owners.get(file) ?? 0];
  return {
    root: base.root,
    files: version.files,
    fileOf: ({ fileName }) => version.files.get(relativePosix(base.root, fileName)),
    projects: version.projects.filter(({ setup }) => setup.files.size > 0),
    ...version.around,
    moduleGraph: () => (graph ??= buildModuleGraph({ root: base.root, files: version.files, projectOf })),
    withFile: (file, text) => workspaceOf(base, nextVersion(base, version, file, text)),
  };
}

function nextVersion(base: WorkspaceBase, version: Version, file: string, text: string | undefined): Version {
  const contents = new Map(version.contents);
  const owners = new Map(version.owners);
  const unsaved = new Map(version.unsaved);
  const absolute = toPosix(path.join(base.root, file));
  unsaved.set(absolute, text);
  if (text !== undefined && base.isReviewed(file, text)) {
    const owner = owners.get(file) ?? base.plan.ownerOfNew(file);
    owners.set(file, owner);
    contents.set(file, contentOf(base, file, text, owner));
  } else {
    owners.delete(file);
    contents.delete(file);
  }
  const comesOrGoes = text === undefined || contents.has(file) !== version.contents.has(file);
  const projects = nextProjects(base, version, { contents, owners, unsaved }, absolute, comesOrGoes);
  const sorted = comesOrGoes ? new Map([...contents].sort(([a], [b]) => (a < b ? -1 : 1))) : contents;
  const files = filesIn(sorted, owners, projects, version.files);
  return { contents: sorted, owners, unsaved, projects, files, around: base.around(file, text) };
}

/** Projects that never saw the file go on unchanged, checker and all. */
function nextProjects(
  base: WorkspaceBase,
  version: Version,
  next: Pick<Version, 'contents' | 'owners' | 'unsaved'>,
  absolute: string,
  comesOrGoes: boolean,
): readonly ProjectState[] {
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

function snapshotOf(base: WorkspaceBase, version: Pick<Version, 'contents' | 'owners' | 'unsaved'>): Snapshot {
  const prefix = `${toPosix(base.root).replace(/\/$/, '')}/`;
  const bucketOfFile = (file: string): string => base.plan.projects[version.owners.get(file) ?? 0]?.setup.bucket ?? '';
  return {
    source: (absolute) => {
      if (!absolute.startsWith(prefix)) return undefined;
      const file = absolute.slice(prefix.length);
      const content = version.contents.get(file);
      if (!content) return undefined;
      return { text: content.text, bucket: bucketOfFile(file), tree: (): ts.SourceFile => content.sourceFile };
    },
    overlay: (absolute) => version.unsaved.get(absolute),
    isGone: (absolute) => version.unsaved.has(absolute) && version.unsaved.get(absolute) === undefined,
  };
}
