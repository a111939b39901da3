import path from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { createFileModel } from '../workspace/create-file-model.ts';
import type { RulesByFile } from './rules-by-file.ts';
import { runFileRules } from './run-rules.ts';
import { toFindings } from './to-findings.ts';

/**
 * Findings of the rules that need the text of a file alone: the keystroke tier, which neither loads a program nor
 * knows prices. `file` is relative to `root`.
 */
export function reviewSyntax(rules: RulesByFile, root: string, file: string, text: string): Finding[] {
  const model = createFileModel(file, path.join(root, file), text);
  const pass = runFileRules(model, rules.of(file), { limitMs: rules.ruleTimeMs });
  return toFindings(pass.reports, () => model);
}
