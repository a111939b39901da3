import type { TextRange } from '../../base/text-range.ts';
import type { Finding } from '../../findings/finding.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { foreignFindings } from '../foreign/foreign-finding.ts';
import { classifyRule, type ForeignRule } from '../import/classify-rule.ts';
import type { ClassifiedRule } from '../import/foreign-rules.ts';
import { isFormatting } from '../import/known-rules.ts';
import { unmeasuredPrecision } from '../to-findings.ts';
import type { RawRemark, RawRule } from './runner-messages.ts';

/** Rules by `eslint:<id>`, as findings name them. */
export type EslintRules = Map<string, ClassifiedRule>;

/** Findings of what ESLint said of one file; remarks about white space, which have no price, are counted instead. */
export function eslintFindings(
  file: FileModel,
  remarks: readonly RawRemark[],
  { version, raw, rules }: { version: string; raw: ReadonlyMap<string, RawRule>; rules: EslintRules },
): { readonly findings: Finding[]; readonly formatting: number } {
  const priced = remarks.filter(({ ruleId }) => !isFormatting(ruleId, raw.get(ruleId)?.type));
  const findings = foreignFindings(
    file,
    priced.map((remark) => ({
      rule: ruleOf(remark, raw.get(remark.ruleId), rules),
      origin: `ESLint ${version}`,
      text: remark.message,
      file: file.path,
      range: rangeOf(remark, file),
    })),
  );
  return { findings, formatting: remarks.length - priced.length };
}

function ruleOf({ ruleId, severity }: RawRemark, raw: RawRule | undefined, rules: EslintRules): ClassifiedRule {
  const fullId = `eslint:${ruleId}`;
  const known = rules.get(fullId);
  if (known) return known;
  // What a plugin calls a suggestion is no defect, however loud a team wants it.
  const level = severity === 2 && raw?.type !== 'suggestion' ? 'error' : 'warning';
  const foreign: ForeignRule = {
    id: ruleId,
    name: '',
    description: raw?.description ?? '',
    tags: [],
    cwe: [],
    level,
  };
  const rule = {
    ...foreign,
    ...classifyRule(foreign),
    fullId,
    precision: unmeasuredPrecision,
    texts: foreign.description,
  };
  rules.set(fullId, rule);
  return rule;
}

/** Places that a plugin made up are moved into the file. */
function rangeOf({ line, column, endLine, endColumn }: RawRemark, { lines }: FileModel): TextRange {
  const startOffset = lines.offsetAt({ line: Math.max(0, line - 1), column: Math.max(0, column - 1) });
  const endOffset =
    endLine === undefined || endColumn === undefined
      ? startOffset
      : lines.offsetAt({ line: Math.max(0, endLine - 1), column: Math.max(0, endColumn - 1) });
  return { start: lines.positionAt(startOffset), end: lines.positionAt(Math.max(startOffset, endOffset)) };
}
