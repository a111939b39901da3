import type { AuditProgress } from '../audit/audit-options.ts';
import type { PricedAssessment } from '../audit/assess-findings.ts';
import { createAuditSession, type AuditSession } from '../audit/audit-session.ts';
import { createDependencyCards, type DependencyCards } from '../audit/dependency-card.ts';
import { loadConfiguration } from '../audit/load-configuration.ts';
import type { ToldDiagnostic } from '../audit/foreign/editor-findings.ts';
import { ruleCatalogue } from '../audit/rule-catalogue.ts';
import { reviewSyntax } from '../audit/review-syntax.ts';
import { createRulesByFile, type RulesByFile } from '../audit/rules-by-file.ts';
import { isCancellation } from '../base/cancellation.ts';
import { readConfiguration, type Configuration } from '../config/configuration.ts';
import type { Finding } from '../findings/finding.ts';
import type { RuleCatalogue } from '../triage/assessment.ts';
import { pause, until } from './abort-signal.ts';
import { createBell } from './bell.ts';
import { createFolderPrograms, type FolderPrograms } from './folder-programs.ts';
import { createJobQueue } from './job-queue.ts';

/** What a folder's session needs from the server around it. */
export interface FolderHost {
  /** Texts of open documents that stand in for the files on disk, by path relative to the folder. */
  openTexts(): ReadonlyMap<string, string>;
  /** Without trust there is no git and no network. */
  isTrusted(): boolean;
  /** Whether the user wants the workspace's own ESLint run, and trusts the workspace. */
  usesWorkspaceEslint(): boolean;
  /** Something went wrong that no result depends on. */
  onDefect(error: unknown): void;
  /** What the folder's programs and results may take of the machine's memory. */
  memoryBytes(): number;
  /** The state is another; `isSettled` when there is a new result that equals a fresh audit. */
  onChange(isSettled: boolean): void;
}

/** Where a folder's session stands. */
export type FolderState =
  | { readonly kind: 'idle' | 'ready' }
  | { readonly kind: 'indexing'; readonly progress?: AuditProgress }
  | { readonly kind: 'failed'; readonly error: unknown };

/** An assessment with its workings and the texts it was made from. */
export interface FolderResult extends PricedAssessment {
  /** Undefined for a file that is not reviewed. */
  textOf(file: string): string | undefined;
  /** The team that CODEOWNERS names for a file. */
  ownerOf(file: string): string | undefined;
  /** Rules that findings name, of other programs too. */
  readonly rules: RuleCatalogue;
  /** What the audit knows of the dependency at a place of a manifest. */
  readonly dependencyAt: DependencyCards;
}

/** Milliseconds without a change before work begins. */
const pauseMs = 150;
/** Milliseconds without a change before what nobody waits for begins. */
const settleAfterMs = 300;
const warmUpAfterMs = 500;
const saveAfterMs = 30_000;
/** More changed files than this are read faster by opening the folder anew. */
const mostUpdates = 40;

/**
 * One folder under review. Every change so far is taken in by one job; a newer change aborts the older job, so fifty
 * edits in a second cost one. Opening is not aborted by edits, or a busy typist would never see it end.
 */
export class FolderSession {
  /** Real path of the folder. */
  readonly root: string;
  readonly #host: FolderHost;
  readonly #queue = createJobQueue();
  readonly #turned = createBell();
  readonly #pending = new Map<string, string | undefined>();
  #configuration: Configuration = readConfiguration(undefined, []);
  /** Of the configuration; made when somebody types. */
  #rules: RulesByFile | undefined;
  #session: AuditSession | undefined;
  #result: FolderResult | undefined;
  #state: FolderState = { kind: 'idle' };
  #mustOpen = true;
  #isOpening = false;
  #isSettled = false;
  #savedAt: number | undefined;
  readonly #programs: FolderPrograms;

  constructor(root: string, host: FolderHost) {
    this.root = root;
    this.#host = host;
    this.#programs = createFolderPrograms(() => host.usesWorkspaceEslint());
  }

  get state(): FolderState {
    return this.#state;
  }

  /** The newest result; undefined until the folder was opened. */
  get result(): FolderResult | undefined {
    return this.#result;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  /** Whether a file is under review; before the folder was opened nobody knows, and yes is the answer. */
  reviews(file: string): boolean {
    if (!this.#session) return !/(^|\/)node_modules\//.test(file);
    return this.#session.workspace.files.has(file) || this.#pending.get(file) !== undefined;
  }

  /** Takes in another text of a file, or its end (`undefined`), at the next pause. */
  change(file: string, text: string | undefined): void {
    if (!this.#pending.has(file) && this.#session?.workspace.files.get(file)?.text === text) return;
    this.#pending.set(file, text);
    if (this.#pending.size > mostUpdates) this.#mustOpen = true;
    if (!this.#isOpening) this.#schedule();
  }

  /** A file was saved: the workspace's own ESLint, which reads from disk, looks at it when nobody types. */
  saved(file: string): void {
    this.#programs.saved(file);
    this.#rest();
  }

  /** Takes up the workspace's own ESLint, or forgets what it said, as the host now wants. */
  followEslint(): void {
    this.#programs.restart();
    if (this.#host.usesWorkspaceEslint()) {
      this.#rest();
      return;
    }
    this.#session?.hear((programs) => programs.dropEslint());
    if (this.#session) this.#publish(this.#session, this.#isSettled);
  }

  /** Counts what other extensions told the editor in place of what they told before; undefined forgets it. */
  async tell(told: readonly ToldDiagnostic[] | undefined, signal: AbortSignal): Promise<FolderResult> {
    await this.settled(signal);
    if (!this.#session) throw new Error('A settled folder has a session.');
    this.#programs.tell(this.#session, told);
    this.#publish(this.#session, this.#isSettled);
    return this.settled(signal);
  }

  /** Reads the folder at the next pause, for the first time or anew because more than the text of a file changed. */
  open(): void {
    this.#mustOpen = true;
    this.#schedule();
  }

  /** Waits until the texts so far are reviewed; findings in files that depend on them may follow. */
  async updated(signal: AbortSignal): Promise<FolderResult> {
    return this.#reach(() => !this.#mustOpen && this.#pending.size === 0, signal);
  }

  /** Waits until the result equals a fresh audit of the texts so far. */
  async settled(signal: AbortSignal): Promise<FolderResult> {
    return this.#reach(() => !this.#mustOpen && this.#pending.size === 0 && this.#isSettled, signal);
  }

  /** Reads and assesses everything anew; when cancelled the older result stays. */
  async audit(signal: AbortSignal, onProgress: (progress: AuditProgress) => void): Promise<FolderResult> {
    const mustOpenAnyway = this.#mustOpen;
    this.#mustOpen = true;
    try {
      await this.#queue.replace(async (job) => {
        const either = AbortSignal.any([job, signal]);
        await this.#catchUp(either, onProgress);
        if (this.#session) await this.#lint(this.#session, either);
      });
    } catch (error) {
      // The cancelled audit was all that wanted the folder opened anew, but edits may wait behind it.
      if (signal.aborted) this.#mustOpen = mustOpenAnyway;
      if (signal.aborted && this.#session) this.#schedule();
      // Without a cancel an edit took the job's place, and the one that did goes on.
      if (signal.aborted || !isCancellation(error)) throw error;
    }
    this.#rest();
    return this.settled(signal);
  }

  /** Findings of rules that need only the text of a file; waits for nothing. */
  syntaxFindings(file: string, text: string): readonly Finding[] {
    this.#rules ??= createRulesByFile(this.#configuration);
    return this.reviews(file) ? reviewSyntax(this.#rules, this.root, file, text) : [];
  }

  /** Ends the running job and frees everything that the folder holds. */
  dispose(): void {
    this.#queue.abort();
    this.#session = undefined;
    this.#result = undefined;
    this.#pending.clear();
    this.#state = { kind: 'failed', error: new Error('The folder was closed.') };
    this.#turned.ring();
  }

  #schedule(): void {
    this.#isSettled = false;
    if (this.#state.kind === 'failed') this.#setState({ kind: 'indexing' });
    const job = this.#queue.replace(async (signal) => {
      await pause(pauseMs, signal);
      await this.#catchUp(signal, () => undefined);
    });
    job.then(
      () => this.#rest(),
      (error: unknown) => this.#fail(error),
    );
  }

  /** What nobody waits for: programs for the next edit, results for the next session. A change ends it. */
  #rest(): void {
    const session = this.#session;
    // A change that came meanwhile has its own job, which must not be ended.
    if (!session || !this.#isSettled || this.#mustOpen || this.#pending.size > 0) return;
    const job = this.#queue.replace(async (signal) => {
      await pause(warmUpAfterMs, signal);
      await this.#lint(session, signal);
      await session.warmUp([...this.#host.openTexts().keys()], signal);
      await pause(this.#savedAt === undefined ? 0 : saveAfterMs, signal);
      if (await session.readPast(signal)) this.#publish(session, true);
      await session.save();
      this.#savedAt = performance.now();
    });
    job.catch((error: unknown) => {
      if (!isCancellation(error)) this.#host.onDefect(error);
    });
  }

  async #catchUp(signal: AbortSignal, onProgress: (progress: AuditProgress) => void): Promise<void> {
    signal.throwIfAborted();
    const isOpened = this.#mustOpen;
    if (isOpened) await this.#openFolder(signal, onProgress);
    const session = this.#session;
    if (!session) throw new Error('A folder without a session cannot catch up.');
    for (const [file, text] of [...this.#pending]) {
      await session.update(file, text, signal);
      if (this.#pending.get(file) === text) this.#pending.delete(file);
    }
    this.#publish(session, false);
    // Other files wait for a longer pause, so that a typist who goes on meets an idle server.
    if (!isOpened) await pause(settleAfterMs, signal);
    await session.settle(signal);
    this.#publish(session, true);
  }

  async #lint(session: AuditSession, signal: AbortSignal): Promise<void> {
    if (await this.#programs.lint(session, signal)) this.#publish(session, this.#isSettled);
  }

  async #openFolder(signal: AbortSignal, onProgress: (progress: AuditProgress) => void): Promise<void> {
    this.#isOpening = true;
    this.#setState({ kind: 'indexing' });
    try {
      // The new session takes over all results that the change leaves valid.
      await this.#session?.save();
      this.#configuration = await loadConfiguration(this.root);
      this.#rules = undefined;
      this.#session = await createAuditSession(this.root, this.#configuration, {
        overlay: this.#host.openTexts(),
        git: this.#host.isTrusted(),
        offline: !this.#host.isTrusted(),
        keepsResults: true,
        keepsPrograms: () => process.memoryUsage.rss() < this.#host.memoryBytes(),
        memoryBytes: this.#host.memoryBytes(),
        signal,
        onProgress: (progress) => {
          onProgress(progress);
          this.#setState({ kind: 'indexing', progress });
        },
      });
      this.#programs.restart();
      this.#programs.repeat(this.#session);
      this.#mustOpen = false;
      this.#dropKnownTexts(this.#session);
    } finally {
      this.#isOpening = false;
      if (this.#result) this.#setState({ kind: 'ready' });
    }
  }

  #dropKnownTexts(session: AuditSession): void {
    for (const [file, text] of this.#pending) {
      if (session.workspace.files.get(file)?.text === text) this.#pending.delete(file);
    }
  }

  #publish(session: AuditSession, isSettled: boolean): void {
    const { workspace } = session;
    const manifests = new Map(workspace.manifests.map(({ file, text }) => [file, text]));
    this.#result = {
      ...session.assess(),
      ownerOf: workspace.ownerOf,
      rules: new Map([...ruleCatalogue(), ...session.foreignRules()]),
      dependencyAt: createDependencyCards(workspace, session.libraries),
      textOf: (file) => workspace.files.get(file)?.text ?? manifests.get(file),
    };
    this.#isSettled = isSettled;
    this.#state = { kind: 'ready' };
    this.#turned.ring();
    this.#host.onChange(isSettled);
  }

  #fail(error: unknown): void {
    if (isCancellation(error)) return;
    this.#mustOpen = true;
    this.#setState({ kind: 'failed', error });
    this.#turned.ring();
  }

  #setState(state: FolderState): void {
    this.#state = state;
    this.#host.onChange(false);
  }

  async #reach(isReached: () => boolean, signal: AbortSignal): Promise<FolderResult> {
    while (!isReached()) {
      if (this.#state.kind === 'failed') throw this.#state.error;
      await until(this.#turned.next(), signal);
    }
    if (!this.#result) throw new Error('A settled folder has a result.');
    return this.#result;
  }
}
