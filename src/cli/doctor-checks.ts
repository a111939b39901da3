import fs from 'node:fs/promises';
import path from 'node:path';
import { engines } from '../../package.json';
import { findEslint } from '../audit/eslint/find-eslint.ts';
import { loadConfiguration } from '../audit/load-configuration.ts';
import type { Notice } from '../base/notice.ts';
import type { Configuration } from '../config/configuration.ts';
import { defaultCacheFolder, loadLibraryFacts } from '../registry/load-library-facts.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from './command-context.ts';
import { doctorWords, type DoctorWords } from './doctor-words.ts';

/** One fact that an audit relies on. */
export interface DoctorCheck {
  readonly level: Notice['level'];
  readonly label: string;
  readonly text: string;
}

export interface DoctorOptions {
  readonly root: string;
  readonly configFile?: string;
  readonly offline: boolean;
}

/** Looks at everything that an audit of the folder would rely on, in the very way that the audit does. */
export async function doctorChecks(options: DoctorOptions, context: CommandContext): Promise<readonly DoctorCheck[]> {
  const { language, terminal } = context;
  const words = doctorWords[language];
  const configuration = await loadConfiguration(options.root, options.configFile);
  const workspace = await openWorkspace(options.root, {
    exclude: configuration.root.exclude,
    git: true,
    signal: terminal.signal,
  });
  return [
    nodeCheck(words),
    folderCheck(workspace, words),
    ...gitChecks(workspace, context),
    ...configurationChecks(configuration, await hasConfiguration(options), context),
    projectsCheck(workspace, words),
    ...workspace.notices.filter(({ code }) => !isAboutHistory(code)).map((notice) => noticeCheck(notice, context)),
    {
      level: 'info',
      label: words.labels.libraries,
      text: words.libraries(workspace.manifests.length, workspace.lockFiles.length),
    },
    ...eslintChecks(workspace, words),
    await cacheCheck(words),
    ...(await networkChecks(workspace, configuration, options, context)),
  ];
}

function nodeCheck(words: DoctorWords): DoctorCheck {
  const needed = engines.node.replace(/[^\d.]/g, '');
  const isOld = process.versions.node.localeCompare(needed, 'en', { numeric: true }) < 0;
  return {
    level: isOld ? 'error' : 'info',
    label: words.labels.node,
    text: words.node(process.versions.node, needed, isOld),
  };
}

function folderCheck({ root, files, skipped }: Workspace, words: DoctorWords): DoctorCheck {
  const codeLines = [...files.values()].reduce((sum, file) => sum + file.codeLines, 0);
  return {
    level: files.size === 0 ? 'warning' : 'info',
    label: words.labels.folder,
    text: words.folder(root, files.size, codeLines, skipped.length),
  };
}

function gitChecks({ history, notices }: Workspace, { language }: CommandContext): DoctorCheck[] {
  const words = doctorWords[language];
  const { git: label } = words.labels;
  const warnings = notices
    .filter(({ code }) => isAboutHistory(code))
    .map(({ text }): DoctorCheck => ({ level: 'warning', label, text: text[language] }));
  if (history === undefined) return warnings.length > 0 ? warnings : [{ level: 'warning', label, text: words.noGit }];
  const { head, headDate, windowMonths, activeAuthors } = history;
  const facts = { head: head.slice(0, 10), date: headDate.slice(0, 10), months: windowMonths, authors: activeAuthors };
  return [{ level: 'info', label, text: words.git(facts) }, ...warnings];
}

function isAboutHistory(code: string): boolean {
  return /^(git|history)-|^no-(repository|commits)$/.test(code);
}

async function hasConfiguration({ root, configFile }: DoctorOptions): Promise<boolean> {
  if (configFile !== undefined) return true;
  return fs.access(path.join(root, 'cto-guardrails.json')).then(
    () => true,
    () => false,
  );
}

function configurationChecks(
  { problems, root }: Configuration,
  exists: boolean,
  { language }: CommandContext,
): DoctorCheck[] {
  const words = doctorWords[language];
  const label = words.labels.configuration;
  if (problems.length > 0) return problems.map(({ text }) => ({ level: 'error', label, text: text[language] }));
  if (!exists) return [{ level: 'warning', label, text: words.noConfiguration }];
  return root.business === undefined
    ? [{ level: 'warning', label, text: words.noBusiness }]
    : [{ level: 'info', label, text: words.validConfiguration }];
}

function projectsCheck({ projects, files }: Workspace, words: DoctorWords): DoctorCheck {
  const withConfig = projects.filter(({ configFile }) => configFile !== undefined).length;
  const withoutConfig = [...files.values()].filter(({ project }) => project?.configFile === undefined).length;
  return { level: 'info', label: words.labels.projects, text: words.projects(withConfig, withoutConfig) };
}

function noticeCheck({ level, text, file }: Notice, { language }: CommandContext): DoctorCheck {
  return { level, label: file ?? doctorWords[language].labels.folder, text: text[language] };
}

function eslintChecks({ root, files }: Workspace, words: DoctorWords): DoctorCheck[] {
  const label = words.labels.eslint;
  const folders = findEslint(root, files.keys());
  if (folders.length === 0) return [{ level: 'info', label, text: words.noEslint }];
  return folders.map(({ folder, configuration, installed }) => ({
    level: installed ? 'info' : 'warning',
    label,
    text: words.eslint(folder === '' ? configuration : `${folder}/${configuration}`, installed?.version),
  }));
}

async function cacheCheck(words: DoctorWords): Promise<DoctorCheck> {
  const folder = defaultCacheFolder();
  const nearest = await nearestExisting(folder);
  const isWritable = await fs.access(nearest, fs.constants.W_OK).then(
    () => true,
    () => false,
  );
  const text = isWritable ? words.cache(folder) : words.cacheNotWritable(folder);
  return { level: isWritable ? 'info' : 'warning', label: words.labels.cache, text };
}

async function nearestExisting(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  const exists = await fs.access(folder).then(
    () => true,
    () => false,
  );
  return exists || parent === folder ? folder : nearestExisting(parent);
}

async function networkChecks(
  { manifests, root }: Workspace,
  configuration: Configuration,
  options: DoctorOptions,
  context: CommandContext,
): Promise<DoctorCheck[]> {
  const { language, terminal } = context;
  const words = doctorWords[language];
  const label = words.labels.network;
  if (options.offline) return [{ level: 'info', label, text: words.offlineByFlag }];
  if (!configuration.root.libraries.online) return [{ level: 'info', label, text: words.offlineByConfiguration }];
  const notices: Notice[] = [];
  const onNotice = (notice: Notice): void => void notices.push(notice);
  const facts = await loadLibraryFacts({ manifests, root, network: true, onNotice, signal: terminal.signal });
  const names = new Set(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const answered = [...names].filter((name) => facts.packageFacts(name) !== undefined).length;
  return [
    { level: answered === names.size ? 'info' : 'warning', label, text: words.network(answered, names.size) },
    ...notices.map((notice) => noticeCheck(notice, context)),
  ];
}
