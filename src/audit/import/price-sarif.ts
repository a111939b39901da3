import { jsonOf } from '../../base/json-text.ts';
import path from 'node:path';
import { languageOf, type Language } from '../../base/language.ts';
import type { Notice } from '../../base/notice.ts';
import { french } from '../../base/typography.ts';
import { UserError } from '../../base/user-error.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { assessFindings } from '../assess-findings.ts';
import { readDecisions } from '../record-decision.ts';
import type { AuditOutcome } from '../audit-folder.ts';
import type { AuditOptions } from '../audit-options.ts';
import { assertValid, loadConfiguration } from '../load-configuration.ts';
import { foreignCatalogue } from './foreign-catalogue.ts';
import { importSarif, type ImportedFindings } from './import-sarif.ts';
import { sarifSchema, type SarifRun } from './sarif-schema.ts';

/** A SARIF text, and how the user named its file. */
export interface SarifFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Prices the results of any tool with the profile, areas, decisions and git history of a folder. What is no SARIF
 * 2.1.0 is a `UserError`; rules that the table of classes does not know are named in a notice and get grade D.
 */
export async function priceSarif(
  root: string,
  file: SarifFile,
  { language = languageOf(undefined), ...options }: AuditOptions = {},
): Promise<AuditOutcome> {
  const start = performance.now();
  const runs = readRuns(file, language);
  const configuration = await loadConfiguration(root, options.configFile);
  assertValid(configuration, language);
  const { signal, onProgress, git = true } = options;
  const workspace = await openWorkspace(root, {
    exclude: configuration.root.exclude,
    git,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  const imported = importSarif(runs, { root: workspace.root, files: new Set(workspace.files.keys()) });
  onProgress?.({ phase: 'pricing', done: 1, total: 1 });
  const priced = assessFindings(workspace, configuration, {
    findings: imported.findings,
    crashes: [],
    stoppedEarly: [],
    notices: importNotices(imported, file.name),
    decisions: readDecisions(workspace.root, language),
    durationMs: performance.now() - start,
  });
  return { ...priced, workspace, rules: foreignCatalogue(imported.rules) };
}

function readRuns({ name, text }: SarifFile, language: Language): readonly SarifRun[] {
  const parsed = sarifSchema.safeParse(jsonOf(text.replace(/^\uFEFF/, '')));
  if (!parsed.success) throw new UserError(texts.notSarif(name)[language]);
  const { version, runs } = parsed.data;
  if (version !== undefined && !version.startsWith('2.1'))
    throw new UserError(texts.oldVersion(name, version)[language]);
  return runs;
}

/** Rules named in a notice; the rest is counted. */
const namedRules = 20;

function importNotices({ rules, leftOut }: ImportedFindings, name: string): Notice[] {
  const unknown = rules.filter(({ by }) => by === 'severity').map(({ fullId }) => fullId);
  const file = path.basename(name);
  const list = unknown.slice(0, namedRules).join(', ');
  const rest = unknown.length - namedRules;
  return [
    ...(unknown.length === 0
      ? []
      : [
          {
            level: 'warning' as const,
            code: 'rules-unknown',
            file,
            text: texts.unknown(unknown.length, rest > 0 ? `${list}, …` : list),
          },
        ]),
    ...(leftOut === 0
      ? []
      : [{ level: 'info' as const, code: 'results-left-out', file, text: texts.leftOut(leftOut) }]),
  ];
}

const texts = {
  notSarif: (file: string) => ({
    en: `${file} is no SARIF log; name a file that a scanner wrote with its SARIF 2.1.0 output.`,
    fr: french(`${file} n’est pas un journal SARIF ; indiquez un fichier écrit par un analyseur en SARIF 2.1.0.`),
  }),
  oldVersion: (file: string, version: string) => ({
    en: `${file} is SARIF ${version}; only 2.1.0 is read, which every current scanner can write.`,
    fr: french(`${file} est en SARIF ${version} ; seul 2.1.0 est lu, que tout analyseur actuel sait écrire.`),
  }),
  unknown: (count: number, list: string) => ({
    en:
      count === 1
        ? `The class of 1 rule is not known; its findings are priced by their severity alone, as orders of magnitude: ${list}.`
        : `The classes of ${count} rules are not known; their findings are priced by their severity alone, as orders of magnitude: ${list}.`,
    fr: french(
      count === 1
        ? `La classe d’une règle est inconnue ; ses constats sont chiffrés d’après leur seule gravité, en ordre de grandeur : ${list}.`
        : `Les classes de ${count} règles sont inconnues ; leurs constats sont chiffrés d’après leur seule gravité, en ordre de grandeur : ${list}.`,
    ),
  }),
  leftOut: (count: number) => ({
    en: `Results that report no problem, or one that is gone: ${count}; they are left out.`,
    fr: french(
      `Résultats qui ne signalent aucun problème, ou un problème disparu : ${count} ; ils sont laissés de côté.`,
    ),
  }),
};
