import type { TextRange } from '../base/text-range.ts';
import type { PlanSummary } from './plan-summary.ts';
import type { ProfileForm } from './profile-form.ts';
import type { WorkspaceSummary } from './summary.ts';

/** What the client tells the server in `initialize`. */
export interface ServerOptions {
  /** Locale of the editor, such as `fr-CA`. */
  readonly locale: string;
  /** Without trust there is no git and no network. */
  readonly isTrusted: boolean;
  /** The editor's section `ctoGuardrails`, not yet validated. */
  readonly settings: unknown;
}

/** A request or notification to or from the server; the type parameters exist for the compiler alone. */
export interface Message<Params, Result = void> {
  readonly method: string;
  readonly types?: (params: Params) => Result;
}

/** Which folder a request is about, by its URI; all folders when left out. */
export interface FolderParams {
  readonly folder?: string;
  readonly workDoneToken?: string | number;
}

/** The explicit result of an audit. */
export interface AuditResult {
  readonly findings: number;
  readonly files: number;
  readonly durationMs: number;
  /** "14 findings in 412 files, 3.1 s · about €12,400 a year", in the user's language. */
  readonly text: string;
  readonly wasCancelled: boolean;
}

/** Which finding an explanation is wanted for. */
export interface ExplainParams {
  /** URI of the document that the finding is in. */
  readonly uri: string;
  readonly fingerprint: string;
}

/** A decision about a finding, for the decisions file. */
export interface DecideParams extends ExplainParams {
  readonly ruling: {
    readonly action: DecisionAction;
    /** ISO day, for `accept` and `plan`. */
    readonly until?: string;
    readonly reason?: string;
    /** For `overrule`. */
    readonly class?: string;
  };
}

/** What may be decided about a finding. */
export const decisionActions = ['accept', 'plan', 'reject', 'overrule'] as const;
export type DecisionAction = (typeof decisionActions)[number];

export type ServerState = 'starting' | 'indexing' | 'ready' | 'error';

/** What the status bar shows; sent whenever it changes. */
export interface ServerStatus {
  readonly state: ServerState;
  /** Progress or trouble in the user's language; empty when there is nothing to say. */
  readonly detail: string;
  /** Workspace total of a year in the user's language; left out before the first result. */
  readonly total?: string;
  /** "14 findings", in the user's language. */
  readonly findings?: string;
  readonly isOffline: boolean;
  readonly isTrusted: boolean;
  /** Notices and crashed rules, one line each, in the user's language. */
  readonly notices: readonly string[];
}

/** Audits everything again from the files, whatever is cached in memory. */
export const auditRequest: Message<FolderParams, AuditResult> = { method: 'ctoGuardrails/audit' };

/** Summaries of the folders that have a result, in the order of the folders. */
export const summaryRequest: Message<FolderParams, readonly FolderSummary[]> = { method: 'ctoGuardrails/summary' };

export interface FolderSummary {
  readonly folder: string;
  readonly summary: WorkspaceSummary;
}

/** The derivation of a finding's price as Markdown; null when the finding is gone. */
export const explainRequest: Message<ExplainParams, string | null> = { method: 'ctoGuardrails/explain' };

/** Writes a decision; fails with one sentence when the finding is gone or the file cannot be written. */
export const decideRequest: Message<DecideParams, null> = { method: 'ctoGuardrails/decide' };

/** Deletes what audits keep on disk for the next one; fails with one sentence when the system refuses. */
export const clearCacheRequest: Message<Record<string, never>, null> = { method: 'ctoGuardrails/clearCache' };

/** Name of the product in the editor's list of problems. */
export const diagnosticSource = 'CTO Guardrails';

/** Prices what other extensions told the editor, in place of what they told before; null takes it out again. */
export const foreignDiagnosticsRequest: Message<ForeignDiagnosticsParams, ForeignDiagnosticsResult> = {
  method: 'ctoGuardrails/foreignDiagnostics',
};

export interface ForeignDiagnosticsParams {
  readonly diagnostics: readonly ForeignDiagnostic[] | null;
}

/** A diagnostic of another extension; lines and columns count from zero. */
export interface ForeignDiagnostic {
  readonly uri: string;
  readonly range: TextRange;
  readonly source: string;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly tag?: 'unnecessary' | 'deprecated';
}

export interface ForeignDiagnosticsResult {
  /** Findings that count now besides our own. */
  readonly findings: number;
  /** What changed, in one sentence in the user's language. */
  readonly text: string;
}

/** A plan as Markdown: within a budget such as `3d` or `€2000`, or the minimum where none is given; null for no budget. */
export const planRequest: Message<PlanParams, string | null> = { method: 'ctoGuardrails/plan' };

export interface PlanParams {
  readonly folder?: string;
  readonly budget?: string;
}

/** The best set within a budget, with its figures; null before the first result. */
export const planSummaryRequest: Message<PlanSummaryParams, PlanSummary | null> = {
  method: 'ctoGuardrails/planSummary',
};

export interface PlanSummaryParams {
  readonly folder?: string;
  /** Person-minutes that may be spent. */
  readonly budgetMinutes: number;
}

/** The form of the business profile, and what its answers would change; null before the first result. */
export const profileFormRequest: Message<ProfileFormParams, ProfileForm | null> = {
  method: 'ctoGuardrails/profileForm',
};

export interface ProfileFormParams {
  readonly folder?: string;
  /** What a person wrote or chose, by the name of the question; only what differs from the file. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What another business profile would change; with `isFinal` it is written to `cto-guardrails.json`. */
export const profileRequest: Message<ProfileParams, ProfilePreview | null> = { method: 'ctoGuardrails/profile' };

export interface ProfileParams {
  readonly folder?: string;
  /** Changed keys of the section `business`; a file without the section gets one. */
  readonly changes: Readonly<Record<string, string | number>>;
  readonly isFinal: boolean;
}

/** The present values of the five questions, and what the changes would do. */
export interface ProfilePreview {
  readonly current: Readonly<Record<string, string | number>>;
  /** Before and after in one sentence, and how many findings change class. */
  readonly summary: string;
  /** The same in full, with the inputs that matter most and where the time goes. */
  readonly markdown: string;
}

/** Server to client. */
export const statusNotification: Message<ServerStatus> = { method: 'ctoGuardrails/status' };

/** Server to client: a folder has a new assessment, so a summary that is shown should be asked for again. */
export const assessedNotification: Message<{ readonly folder: string }> = { method: 'ctoGuardrails/assessed' };

/** Client to server: the user trusts the workspace now. */
export const trustNotification: Message<{ readonly isTrusted: true }> = { method: 'ctoGuardrails/trust' };

/** The two identifiers under which diagnostics are pulled, each on its own. */
export const diagnosticIdentifiers = ['syntax', 'full'] as const;
export type DiagnosticIdentifier = (typeof diagnosticIdentifiers)[number];

/** Commands that code actions and lenses of the server name and the extension carries out. */
export const clientCommands = {
  explainCost: 'ctoGuardrails.explainCost',
  openSummary: 'ctoGuardrails.openSummary',
  disableForLine: 'ctoGuardrails.disableForLine',
  decide: 'ctoGuardrails.decide',
} as const;

/** What "Accept until…" and its like hand to the extension, which asks for the rest. */
export interface OfferDecision extends ExplainParams {
  readonly rule: string;
  readonly action: DecisionAction;
}

/** What "Disable for this line, with a reason" hands to the extension, which asks for the reason. */
export interface DisableForLine {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  /** Zero-based line of the finding. */
  readonly line: number;
  /** Whether the comment stands among code or among the children of a JSX element. */
  readonly form: 'line' | 'jsx';
}
