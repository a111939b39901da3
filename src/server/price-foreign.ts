import { isShownByOthers, type ToldDiagnostic } from '../audit/foreign/editor-findings.ts';
import type { Language } from '../base/language.ts';
import type { ForeignDiagnosticsParams, ForeignDiagnosticsResult } from '../protocol/server-messages.ts';
import type { Assessment } from '../triage/assessment.ts';
import type { Folder, Folders } from './folders.ts';
import { countOf, yearlyCost } from './yearly-cost.ts';

/** Takes what other extensions told the editor into the totals of its folders, or out of them, and says what changed. */
export async function priceForeign(
  folders: Folders,
  { diagnostics }: ForeignDiagnosticsParams,
  language: Language,
  signal: AbortSignal,
): Promise<ForeignDiagnosticsResult> {
  const told = diagnostics === null ? undefined : byFolder(folders, diagnostics);
  const assessments: Assessment[] = [];
  for (const folder of folders.all()) {
    const result = await folder.session.tell(told && (told.get(folder) ?? []), signal);
    assessments.push(result.assessment);
  }
  return resultOf(assessments, diagnostics === null, language);
}

function byFolder(
  folders: Folders,
  diagnostics: NonNullable<ForeignDiagnosticsParams['diagnostics']>,
): Map<Folder, ToldDiagnostic[]> {
  const told = new Map<Folder, ToldDiagnostic[]>();
  for (const { uri, ...diagnostic } of diagnostics) {
    const located = folders.locate(uri);
    if (!located) continue;
    const own = told.get(located.folder) ?? [];
    told.set(located.folder, own);
    own.push({ ...diagnostic, file: located.file });
  }
  return told;
}

function resultOf(
  assessments: readonly Assessment[],
  isForgotten: boolean,
  language: Language,
): ForeignDiagnosticsResult {
  const foreign = assessments.flatMap(({ findings }) => findings.filter(({ finding }) => isShownByOthers(finding)));
  if (isForgotten) return { findings: 0, text: words[language].forgotten };
  const leaveEur = foreign.reduce((sum, { price }) => sum + price.leaveEur.mean, 0);
  const cost = yearlyCost(leaveEur, language, assessments[0]?.currency ?? { code: 'EUR', perEur: 1 });
  return {
    findings: foreign.length,
    text: words[language].priced(countOf(foreign.length, 'finding', language), cost),
  };
}

const words = {
  en: {
    priced: (count: string, cost: string) => `From other extensions, not found here already: ${count} · ${cost}`,
    forgotten: 'The totals count our own findings alone again.',
  },
  fr: {
    priced: (count: string, cost: string) => `D’autres extensions, non trouvés ici\u00a0: ${count} · ${cost}`,
    forgotten: 'Les totaux ne comptent à nouveau que nos propres constats.',
  },
} as const;
