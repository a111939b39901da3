import type ts from 'typescript';
import type { Notice } from '../base/notice.ts';
import type { FileModel } from './file-model.ts';
import type { GitHistory } from './git-history.ts';
import type { LockFile, Manifest } from './manifest.ts';
import type { KnownWorkspace } from './known-workspace.ts';
import type { EnvironmentRecord } from './typescript/environment.ts';
import type { ModuleGraph } from './module-graph.ts';
import type { OwnerOf } from './ownership/code-owners.ts';
import type { TypeScriptProject } from './typescript-project.ts';

/** Why a file was left out; each is counted and listed in the result. */
export type SkipReason =
  'too-large' | 'binary' | 'generated' | 'minified' | 'nested-too-deeply' | 'unreadable' | 'outside-root';

export interface SkippedFile {
  readonly file: string;
  readonly reason: SkipReason;
}

/**
 * A folder as the rest of the product sees it: sources, projects, manifests, history.
 * It reads the folder's files and executes none of them; nothing outside `root` is read, links included.
 */
export interface Workspace {
  /** Absolute real path. */
  readonly root: string;
  /** Every source file under review, by path relative to the root, in sorted order. */
  readonly files: ReadonlyMap<string, FileModel>;
  /** The reviewed file behind a compiler source file; undefined for declarations and libraries. */
  fileOf(sourceFile: ts.SourceFile): FileModel | undefined;
  readonly projects: readonly TypeScriptProject[];
  readonly manifests: readonly Manifest[];
  readonly lockFiles: readonly LockFile[];
  /** Left out without git, or where git is not allowed. */
  readonly history?: GitHistory;
  /** Share of each file's lines that tests run, 0 to 1, where a report was found. */
  readonly coverage?: ReadonlyMap<string, number>;
  /** The team that CODEOWNERS names for a file. */
  readonly ownerOf: OwnerOf;
  readonly skipped: readonly SkippedFile[];
  readonly notices: readonly Notice[];
  moduleGraph(): ModuleGraph;
  /**
   * Texts of configuration, scripts, style sheets, templates and declarations by path, sorted: what may name a package
   * without being reviewed. Read on the first call; large files are left out.
   */
  supportingTexts(): ReadonlyMap<string, string>;
  /** Paths of what people wrote for people: `README.md`, decision records and other prose, sorted. */
  readonly documents: readonly string[];
  /**
   * Counts how often something outside the reviewed texts changed what they mean: a declaration, a file that an
   * import had looked for. It begins at 0 where everything is as the earlier run found it, otherwise at 1.
   */
  readonly environmentVersion: number;
  /** Answers of the disk so far, and those that another process got for the same texts. */
  environment(): EnvironmentRecord;
  learn(environment: EnvironmentRecord): void;
  /** What a later run can begin with. */
  knowledge(): KnownWorkspace;
  /** Key of everything that decides how the file's project types it besides texts; the same in every run. */
  optionsKeyOf(file: string): string;
  /**
   * A workspace in which one file has another text, or is gone (`undefined`); everything else is shared.
   * `file` is relative to the root.
   */
  withFile(file: string, text: string | undefined): Workspace;
}

/** What the caller may decide about opening a folder. */
export interface OpenOptions {
  /** Globs of files to leave out, besides `.gitignore`. */
  readonly exclude?: readonly string[];
  /** Run the user's git to read history; false in untrusted workspaces. */
  readonly git?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: OpenProgress) => void;
  /** Texts that stand in for files on disk, such as unsaved documents; keys are relative paths. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Spares the work that an earlier run did and that nothing has changed since. */
  readonly known?: KnownWorkspace;
}

export interface OpenProgress {
  readonly phase: 'discovering' | 'loading' | 'history';
  readonly done: number;
  readonly total: number;
}
