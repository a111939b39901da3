import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Language } from '../base/language.ts';
import { schemaIssues } from '../base/schema-issues.ts';
import { french } from '../base/typography.ts';
import { UserError } from '../base/user-error.ts';
import { decisionsSchema, type Decision } from './decisions-schema.ts';

/** Name of the file, at the workspace root. */
export const decisionsFileName = 'cto-guardrails.decisions.json';

/**
 * Reads the text of a decisions file; an empty text has none. Comments and trailing commas are let through, as
 * merges leave them. Throws `UserError` that names the place of the first mistake, in the reader's language.
 */
export function parseDecisions(text: string, language: Language = 'en'): readonly Decision[] {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return [];
  const errors: ParseError[] = [];
  const value: unknown = parse(content, errors, { allowTrailingComma: true });
  const [syntaxError] = errors;
  if (syntaxError !== undefined) throw new UserError(describeSyntaxError(content, syntaxError, language));
  const result = decisionsSchema.safeParse(value);
  if (!result.success) throw new UserError(describeIssue(value, language));
  return result.data.decisions;
}

/** Writes decisions sorted and one a line, so that two branches merge; the same decisions give the same text. */
export function formatDecisions(decisions: readonly Decision[]): string {
  const lines = [...new Set(decisions.map((decision) => JSON.stringify(inOrder(decision))))]
    .map((line) => ({ line, key: sortKey(JSON.parse(line) as Decision) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.line, b.line))
    .map(({ line }) => `    ${line}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "decisions": ${list}\n}\n`;
}

const keyOrder = ['action', 'rule', 'file', 'fingerprint', 'class', 'until', 'reason', 'owner', 'decidedOn'] as const;

function inOrder(decision: Decision): Record<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(decision));
  return Object.fromEntries(
    keyOrder.filter((key) => fields.get(key) !== undefined).map((key) => [key, fields.get(key)]),
  );
}

function sortKey({ rule, file, fingerprint, action }: Decision): string {
  return [file ?? '', rule, fingerprint ?? '', action].join('\0');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function describeSyntaxError(text: string, { error, offset }: ParseError, language: Language): string {
  const line = text.slice(0, offset).split('\n').length;
  return words[language].noJson(line, printParseErrorCode(error));
}

function describeIssue(value: unknown, language: Language): string {
  const [issue] = schemaIssues(decisionsSchema, value);
  return words[language].issue(issue?.path.map(String).join('.') ?? '', issue?.text[language] ?? '');
}

const words = {
  en: {
    noJson: (line: number, code: string) =>
      `${decisionsFileName}, line ${line}: this is no valid JSON (${code}); mend the line or restore the file from git.`,
    issue: (where: string, what: string) => `${decisionsFileName}${where === '' ? '' : `, at ${where}`}: ${what}.`,
  },
  fr: {
    noJson: (line: number, code: string) =>
      french(
        `${decisionsFileName}, ligne ${line} : ce n’est pas du JSON valide (${code}) ; corrigez la ligne ou reprenez le fichier dans git.`,
      ),
    issue: (where: string, what: string) =>
      french(`${decisionsFileName}${where === '' ? '' : `, à ${where}`} : ${what}.`),
  },
};
