import { createDecisionRecorder, decisionAbout, type DecisionRecorder } from '../audit/record-decision.ts';
import { UserError } from '../base/user-error.ts';
import type { Language } from '../base/language.ts';
import type { DecideParams } from '../protocol/server-messages.ts';
import type { Folder, Folders } from './folders.ts';

/** Writes decisions about findings of the newest results into the folders' decisions files. */
export interface DecisionDesk {
  /** Throws a `UserError` when the finding is gone or the file of decisions is broken. */
  decide(params: DecideParams, language: Language): Promise<void>;
}

/** Makes the desk; each folder's file has one writer. */
export function createDecisionDesk(folders: Folders): DecisionDesk {
  const recorders = new Map<string, DecisionRecorder>();
  const recorderOf = ({ session: { root } }: Folder, language: Language): DecisionRecorder => {
    const known = recorders.get(root) ?? createDecisionRecorder(root, language);
    recorders.set(root, known);
    return known;
  };
  return {
    decide: async ({ uri, fingerprint, ruling }, language) => {
      const located = folders.locate(uri);
      const assessed = located?.folder.session.result?.assessment.findings.find(
        ({ finding }) => finding.fingerprint === fingerprint && finding.file === located.file,
      );
      if (located === undefined || assessed === undefined) throw new UserError(gone[language]);
      const today = new Date().toISOString().slice(0, 10);
      await recorderOf(located.folder, language).record(decisionAbout(assessed.finding, ruling, today, language));
      // Not every editor watches files for us.
      located.folder.session.open();
    },
  };
}

const gone = {
  en: 'This finding is gone: the code has changed since. Run the audit again.',
  fr: 'Ce constat a disparu\u00a0: le code a changé depuis. Relancez l’audit.',
};
