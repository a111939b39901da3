import type { Language } from '../base/language.ts';
import type { RuleClock } from './run-rules.ts';
import type { TypeScriptProject } from '../workspace/typescript-project.ts';

/** What the caller of an audit decides; what changes a finding or a figure lives in `cto-guardrails.json`. */
export interface AuditOptions {
  /** Language of what a broken file of ours is told in; English when left out. */
  readonly language?: Language;
  /** Never opens a socket; library facts come from the cache, if any. */
  readonly offline?: boolean;
  /** Reads history through the user's git; false in untrusted workspaces. */
  readonly git?: boolean;
  /** Absolute path of a configuration that stands in for the root's `cto-guardrails.json`. */
  readonly configFile?: string;
  /** Absolute path of an OSV export, a folder or a zip. */
  readonly advisories?: string;
  /** Where registry answers are kept; the user's cache folder when left out. */
  readonly cacheFolder?: string;
  /** Takes results of unchanged files from the cache folder and leaves the new ones there. */
  readonly keepsResults?: boolean;
  /** Executes the workspace's own ESLint with its configuration: only where the user trusts the workspace and asks. */
  readonly workspaceEslint?: boolean;
  /** Looks through the git history for secrets before the result is there; `readPast` does so later. */
  readonly readsPast?: boolean;
  /** Told how long each rule took; then this process does all the work. */
  readonly onRuleTime?: RuleClock;
  /** Processes that review besides this one; chosen by the work, the cores and the free memory when left out. */
  readonly workers?: number;
  /** Bytes that the heap of each process may take; a quarter of the machine's memory when left out. */
  readonly memoryBytes?: number;
  /** Whether the program of a project stays in memory when its files are done; it never does when left out. */
  readonly keepsPrograms?: (project: TypeScriptProject) => boolean;
  /** Unsaved texts by path relative to the root. */
  readonly overlay?: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AuditProgress) => void;
}

export interface AuditProgress {
  readonly phase: 'discovering' | 'loading' | 'history' | 'libraries' | 'analysing' | 'eslint' | 'pricing';
  readonly done: number;
  readonly total: number;
}
