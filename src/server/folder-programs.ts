import type { AuditSession } from '../audit/audit-session.ts';
import { editorFindings, type ToldDiagnostic } from '../audit/foreign/editor-findings.ts';

/** What other programs say of a folder: its own ESLint, and the extensions whose diagnostics the user wants priced. */
export interface FolderPrograms {
  /** A file was saved, so that ESLint, which reads from disk, has to look at it again. */
  saved(file: string): void;
  /** ESLint has to look at everything. */
  restart(): void;
  /** Runs ESLint over what it has yet to look at; false when there was nothing to do. */
  lint(session: AuditSession, signal: AbortSignal): Promise<boolean>;
  /** Replaces what the editor was told by other extensions; undefined forgets it. */
  tell(session: AuditSession, told: readonly ToldDiagnostic[] | undefined): void;
  /** Tells a new session what the one before it was told. */
  repeat(session: AuditSession): void;
}

/** Makes the state of one folder; `usesEslint` is asked before each run. */
export function createFolderPrograms(usesEslint: () => boolean): FolderPrograms {
  let unlinted: Set<string> | 'all' = 'all';
  let known: readonly ToldDiagnostic[] | undefined;
  const programs: FolderPrograms = {
    saved: (file) => {
      if (unlinted !== 'all') unlinted.add(file);
    },
    restart: () => void (unlinted = 'all'),
    lint: async (session, signal) => {
      if (!usesEslint() || (unlinted !== 'all' && unlinted.size === 0)) return false;
      await session.lint(unlinted === 'all' ? undefined : [...unlinted], signal);
      unlinted = new Set();
      return true;
    },
    tell: (session, told) => {
      known = told;
      programs.repeat(session);
    },
    repeat: (session) => session.hear((store) => store.setEditor(known && editorFindings(session.workspace, known))),
  };
  return programs;
}
