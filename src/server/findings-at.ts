import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../base/text-range.ts';
import type { Finding } from '../findings/finding.ts';
import type { AssessedFinding } from '../triage/assessment.ts';
import type { Located } from './folders.ts';

/** A finding in the text that the editor shows, with its price where it is known. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly assessed?: AssessedFinding;
}

/**
 * Findings of a document that touch a range of its present text. Those that need more than the text are left out
 * while the document is ahead of the last review, because their places may have moved.
 */
export function findingsAt({ folder, file }: Located, document: TextDocument, range: Range): ShownFinding[] {
  const { session } = folder;
  const text = document.getText();
  const assessed = (session.result?.assessment.findings ?? []).filter(({ finding }) => finding.file === file);
  const isInStep = session.result?.textOf(file) === text;
  const fresh: ShownFinding[] = isInStep
    ? assessed.map((one) => ({ finding: one.finding, assessed: one }))
    : session.syntaxFindings(file, text).map((finding) => withPrice(finding, assessed));
  return fresh.filter(({ finding }) => touches(finding.range, range));
}

/** Whether a finding shows, or is set aside by a comment or a decision. */
export function isShown({ finding, assessed }: ShownFinding): boolean {
  if (assessed) return assessed.triage.status === 'open' || assessed.triage.status === 'planned';
  return finding.suppression === undefined;
}

function withPrice(finding: Finding, known: readonly AssessedFinding[]): ShownFinding {
  const assessed = known.find((one) => one.finding.fingerprint === finding.fingerprint);
  return assessed ? { finding, assessed: { ...assessed, finding } } : { finding };
}

function touches({ start, end }: TextRange, range: Range): boolean {
  const startsBehind = start.line - range.end.line || start.column - range.end.character;
  const endsBefore = range.start.line - end.line || range.start.character - end.column;
  return startsBehind <= 0 && endsBefore <= 0;
}
