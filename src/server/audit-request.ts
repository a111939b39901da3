import { WorkDoneProgress, type Connection } from 'vscode-languageserver';
import { isCancellation } from '../base/cancellation.ts';
import type { Language, Localized } from '../base/language.ts';
import { formatNumber } from '../base/typography.ts';
import type { AuditResult, FolderParams } from '../protocol/server-messages.ts';
import type { Assessment } from '../triage/assessment.ts';
import type { Folder } from './folders.ts';
import { progressPercentage, progressText } from './progress-text.ts';
import { countOf, yearlyCost } from './yearly-cost.ts';

const cancelled: AuditResult = { findings: 0, files: 0, durationMs: 0, text: '', wasCancelled: true };

/** Audits folders one after the other and tells their progress; a cancelled audit leaves the older results. */
export async function auditFolders(
  connection: Connection,
  folders: readonly Folder[],
  { workDoneToken }: FolderParams,
  language: Language,
  signal: AbortSignal,
): Promise<AuditResult> {
  const tell = (value: object): void => {
    if (workDoneToken === undefined) return;
    void connection.sendProgress(WorkDoneProgress.type, workDoneToken, value as never);
  };
  tell({ kind: 'begin', title: 'CTO Guardrails', cancellable: true, percentage: 0 });
  try {
    const assessments: Assessment[] = [];
    const start = performance.now();
    for (const [index, folder] of folders.entries()) {
      const result = await folder.session.audit(signal, (progress) => {
        const percentage = Math.round((index * 100 + progressPercentage(progress)) / folders.length);
        tell({ kind: 'report', message: progressText(progress, language), percentage });
      });
      assessments.push(result.assessment);
    }
    return resultOf(assessments, performance.now() - start, language);
  } catch (error) {
    if (isCancellation(error)) return cancelled;
    throw error;
  } finally {
    tell({ kind: 'end' });
  }
}

const sentence: Localized = {
  en: '{0} in {1}, {2}\u00a0s · {3}',
  fr: '{0} dans {1}, {2}\u00a0s · {3}',
};

function resultOf(assessments: readonly Assessment[], durationMs: number, language: Language): AuditResult {
  const sum = (of: (assessment: Assessment) => number): number =>
    assessments.reduce((total, assessment) => total + of(assessment), 0);
  const findings = sum(({ totals }) => totals.findings);
  const files = sum(({ coverage }) => coverage.files);
  const leaveEur = sum(({ totals }) => totals.leaveEur.mean);
  const parts = [
    countOf(findings, 'finding', language),
    countOf(files, 'file', language),
    formatNumber(durationMs / 1000, language, 1),
    yearlyCost(leaveEur, language, assessments[0]?.currency ?? { code: 'EUR', perEur: 1 }),
  ];
  const text = sentence[language].replace(/\{(\d)\}/g, (_, index: string) => parts[Number(index)] ?? '');
  return { findings, files, durationMs: Math.round(durationMs), text, wasCancelled: false };
}
