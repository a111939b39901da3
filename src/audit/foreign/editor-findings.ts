import type { FileRange } from '../../base/text-range.ts';
import { french } from '../../base/typography.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { classifyRule, type ForeignRule } from '../import/classify-rule.ts';
import type { ClassifiedRule } from '../import/foreign-rules.ts';
import { classOfCompilerCode } from '../import/known-codes.ts';
import { isFormatting } from '../import/known-rules.ts';
import { unmeasuredPrecision } from '../to-findings.ts';
import { foreignFindings, type ForeignRemark } from './foreign-finding.ts';
import type { EditorFindings } from './foreign-store.ts';

/** A diagnostic that the editor was given by another extension. */
export interface ToldDiagnostic extends FileRange {
  /** As the extension calls itself: `ts`, `eslint`, `sonarqube`. */
  readonly source: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly tag?: Finding['tag'];
}

/**
 * Findings of what other extensions said. Left out: what is about files that are not reviewed, about spelling or white
 * space, and hints that mark nothing.
 */
export function editorFindings(workspace: Workspace, told: readonly ToldDiagnostic[]): EditorFindings {
  const rules = new Map<string, ClassifiedRule>();
  const byFile = new Map<string, ForeignRemark[]>();
  let leftOut = 0;
  for (const diagnostic of told) {
    if (!workspace.files.has(diagnostic.file) || !isAboutCode(diagnostic)) {
      leftOut += 1;
      continue;
    }
    const { file, range, source, message, tag } = diagnostic;
    const rule = ruleOf(diagnostic, rules);
    const remark = { rule, origin: originOf(source), text: message, file, range, ...(tag && { tag }) };
    byFile.set(file, [...(byFile.get(file) ?? []), remark]);
  }
  const findings = new Map<string, readonly Finding[]>();
  for (const [name, remarks] of byFile) {
    const file = workspace.files.get(name);
    if (file) findings.set(name, foreignFindings(file, remarks));
  }
  return { findings, rules: [...rules.values()], notices: [noticeOf(told.length - leftOut, leftOut)] };
}

/** Whether a finding is in the editor already, by the hand of the extension that found it. */
export function isShownByOthers({ origin }: Pick<Finding, 'origin'>): boolean {
  return origin?.endsWith(editorMark) === true;
}

const editorMark = ' (editor)';
const proseCheckers = /spell|grammar|ltex|languagetool|prose|vale|todo/i;

function isAboutCode({ source, code, severity, tag }: ToldDiagnostic): boolean {
  if (proseCheckers.test(source)) return false;
  if (severity === 'hint' && tag === undefined) return false;
  return !(/eslint/i.test(source) && isFormatting(code, undefined));
}

function ruleOf(
  { source, code, severity, message }: ToldDiagnostic,
  rules: Map<string, ClassifiedRule>,
): ClassifiedRule {
  const tool = toolOf(source);
  const fullId = `${tool}:${code === '' ? 'unnamed' : code}`;
  const known = rules.get(fullId);
  if (known) return known;
  const level = severity === 'error' || severity === 'warning' ? severity : 'note';
  const foreign: ForeignRule = {
    id: code,
    name: '',
    description: code === '' ? message : '',
    tags: [],
    cwe: [],
    level,
  };
  const classified =
    tool === 'typescript' && /^\d+$/.test(code)
      ? ({ weakness: classOfCompilerCode(code), by: 'name' } as const)
      : classifyRule(foreign);
  const rule = { ...foreign, ...classified, fullId, precision: unmeasuredPrecision, texts: foreign.description };
  rules.set(fullId, rule);
  return rule;
}

/** Sources as ids: `ts` is the compiler, whoever runs it. */
function toolOf(source: string): string {
  const slug = source
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^(?:ts|js|typescript|javascript|deno-ts)$/.test(slug) ? 'typescript' : slug || 'unknown';
}

function originOf(source: string): string {
  return `${source === 'ts' || source === 'js' ? 'TypeScript' : source}${editorMark}`;
}

function noticeOf(taken: number, leftOut: number): EditorFindings['notices'][number] {
  return {
    level: 'info',
    code: 'editor-diagnostics',
    text: {
      en: `Diagnostics of other extensions in these totals: ${taken}; left out (other files, spelling, white space, hints): ${leftOut}.`,
      fr: french(
        `Diagnostics d’autres extensions dans ces totaux : ${taken} ; laissés de côté (autres fichiers, orthographe, mise en forme, suggestions) : ${leftOut}.`,
      ),
    },
  };
}
