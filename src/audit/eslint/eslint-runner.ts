import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RawFailure, RawRemark, RawRule, RunnerJob, RunnerMessage } from './runner-messages.ts';

/** The part of ESLint's Node API that versions 8 to 10 share. */
interface Linter {
  isPathIgnored(file: string): Promise<boolean>;
  calculateConfigForFile(file: string): Promise<{ readonly parser?: unknown } | undefined>;
  lintFiles(files: readonly string[]): Promise<LintResult[]>;
  getRulesMetaForResults(results: readonly LintResult[]): Record<string, RuleMeta | undefined>;
}

interface LintResult {
  readonly messages: readonly (Partial<RawRemark> & { readonly fatal?: boolean })[];
}

interface RuleMeta {
  readonly type?: string;
  readonly docs?: { readonly description?: string };
}

type LinterClass = new (options: object) => Linter;

interface EslintApi {
  readonly ESLint: LinterClass & { readonly version: string };
  loadESLint?(options: { readonly useFlatConfig: boolean }): Promise<LinterClass>;
}

process.once('message', (job: RunnerJob) => void run(job));
process.once('disconnect', () => process.exit());

async function run(job: RunnerJob): Promise<void> {
  watch(job.limitMs);
  try {
    await lintAll(job, await linterClass(job));
    await tell(job, { kind: 'end' });
  } catch (error) {
    await tell(job, { kind: 'failed', failure: failureOf(error) });
  }
  process.disconnect();
  process.exit();
}

/** A rule that never ends keeps this thread from hearing that nobody waits for it any more; another thread does. */
function watch(limitMs: number): void {
  const code = `
    const { workerData: { limitMs, parent } } = require('node:worker_threads');
    const end = () => process.kill(process.pid, 'SIGKILL');
    setTimeout(end, limitMs);
    setInterval(() => { if (process.ppid !== parent) end(); }, 1000);`;
  new Worker(code, { eval: true, workerData: { limitMs, parent: process.ppid }, stdout: true, stderr: true }).unref();
}

async function linterClass({ eslint, isFlat }: RunnerJob): Promise<LinterClass> {
  const fromThere = createRequire(path.join(eslint, 'package.json'));
  const api = await importFrom<EslintApi>(fromThere.resolve(eslint));
  if (api.loadESLint) return api.loadESLint({ useFlatConfig: isFlat });
  if (!isFlat) return api.ESLint;
  const early = await importFrom<{ readonly FlatESLint?: LinterClass }>(path.join(eslint, 'lib', 'unsupported-api.js'));
  return early.FlatESLint ?? api.ESLint;
}

async function importFrom<T>(file: string): Promise<T> {
  const module = (await import(pathToFileURL(file).href)) as T & { readonly default?: T };
  return { ...module.default, ...module };
}

/** A rule that throws is switched off and its file linted again, so that it takes no other rule along. */
async function lintAll(job: RunnerJob, LinterOf: LinterClass): Promise<void> {
  const off: Record<string, 'off'> = {};
  const known = new Set<string>();
  const create = (): Linter =>
    new LinterOf({ cwd: job.folder, errorOnUnmatchedPattern: false, overrideConfig: { rules: off } });
  let linter = create();
  for (let index = 0; index < job.files.length; index++) {
    const file = job.files[index] ?? '';
    await tell(job, { kind: 'begin', file });
    try {
      await lintFile(job, linter, file, known);
    } catch (error) {
      const rule = ruleIdOf(error);
      if (rule === undefined && !isAboutFile(error)) throw error;
      await tell(job, { kind: 'crash', file, error: shortText(error), ...(rule !== undefined && { rule }) });
      if (rule === undefined || Object.hasOwn(off, rule)) continue;
      off[rule] = 'off';
      linter = create();
      index -= 1;
    }
  }
}

async function lintFile(job: RunnerJob, linter: Linter, file: string, known: Set<string>): Promise<void> {
  if (await linter.isPathIgnored(file)) return tell(job, { kind: 'file', file, remarks: [], rules: {} });
  const results = await linter.lintFiles([file]);
  const messages = results.flatMap((result) => result.messages);
  const fatal = messages.find((message) => message.fatal === true);
  const remarks = messages.flatMap((message) => remarkOf(message) ?? []);
  const isTheirs = fatal !== undefined && (await isMeantFor(linter, job, file));
  await tell(job, {
    kind: 'file',
    file,
    remarks,
    rules: newRules(linter, results, remarks, known),
    ...(isTheirs && { syntaxError: fatal.message ?? '' }),
  });
}

/** Without flat configuration every file that is named is read, TypeScript too where no parser for it is set up. */
async function isMeantFor(linter: Linter, { isFlat }: RunnerJob, file: string): Promise<boolean> {
  if (isFlat || /\.[cm]?jsx?$/.test(file)) return true;
  const configuration = await linter.calculateConfigForFile(file);
  return typeof configuration?.parser === 'string' && !/[\\/]espree[\\/]/.test(configuration.parser);
}

function remarkOf(message: LintResult['messages'][number]): RawRemark | undefined {
  const { ruleId, severity, message: text, line, column, endLine, endColumn } = message;
  if (typeof ruleId !== 'string' || message.fatal === true) return undefined;
  return {
    ruleId,
    severity: severity === 2 ? 2 : 1,
    message: String(text),
    line: isCounted(line) ? line : 1,
    column: isCounted(column) ? column : 1,
    ...(isCounted(endLine) && isCounted(endColumn) && { endLine, endColumn }),
  };
}

/** Plugins may report places that are none. */
function isCounted(value: number | undefined): value is number {
  return Number.isInteger(value);
}

function newRules(
  linter: Linter,
  results: readonly LintResult[],
  remarks: readonly RawRemark[],
  known: Set<string>,
): Record<string, RawRule> {
  const fresh = new Set(remarks.map(({ ruleId }) => ruleId).filter((id) => !known.has(id)));
  if (fresh.size === 0) return {};
  const metas = linter.getRulesMetaForResults(results);
  return Object.fromEntries(
    [...fresh].map((id) => {
      known.add(id);
      const { type, docs } = metas[id] ?? {};
      const description = docs?.description;
      return [
        id,
        { ...(typeof type === 'string' && { type }), ...(typeof description === 'string' && { description }) },
      ];
    }),
  );
}

/** ESLint names the rule in the error, or in its text when the rule threw before it saw the code. */
function ruleIdOf(error: unknown): string | undefined {
  const { ruleId, message } = (error ?? {}) as { readonly ruleId?: unknown; readonly message?: unknown };
  if (typeof ruleId === 'string') return ruleId;
  return /(?:^|\n)\s*(?:Error while loading rule '|Rule: ")([^'"\n]+)['"]/.exec(String(message))?.[1];
}

/** Errors of a parser or processor concern one file; anything else is the configuration's. */
function isAboutFile(error: unknown): boolean {
  return /Occurred while linting /.test(String((error as { readonly message?: unknown } | undefined)?.message));
}

function failureOf(error: unknown): RawFailure {
  const { code, messageTemplate, messageData } = (error ?? {}) as {
    readonly code?: unknown;
    readonly messageTemplate?: unknown;
    readonly messageData?: { readonly pluginName?: unknown; readonly configName?: unknown };
  };
  const missing = messageData?.pluginName ?? messageData?.configName;
  return {
    message: shortText(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof messageTemplate === 'string' && { template: messageTemplate }),
    ...(typeof missing === 'string' && { missing }),
  };
}

function shortText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 2000);
}

/** Waits until the message left this process: the next file may never give control back. */
function tell({ token }: RunnerJob, message: RunnerMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) resolve();
    else process.send({ token, message }, () => resolve());
  });
}
