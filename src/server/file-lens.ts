import type { CodeLens } from 'vscode-languageserver';
import type { Language } from '../base/language.ts';
import { clientCommands } from '../protocol/server-messages.ts';
import type { Located } from './folders.ts';
import { countOf, yearlyCost } from './yearly-cost.ts';

/** One lens above the first line: what the file's findings cost a year, and how many there are; none without findings. */
export function fileLens({ folder, file }: Located, language: Language): CodeLens[] {
  const assessment = folder.session.result?.assessment;
  const open = (assessment?.findings ?? []).filter(
    ({ finding, triage }) => finding.file === file && (triage.status === 'open' || triage.status === 'planned'),
  );
  if (!assessment || open.length === 0) return [];
  const eur = open.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);
  const title = `${yearlyCost(eur, language, assessment.currency)} · ${countOf(open.length, 'finding', language)}`;
  const start = { line: 0, character: 0 };
  return [{ range: { start, end: start }, command: { title, command: clientCommands.openSummary } }];
}
