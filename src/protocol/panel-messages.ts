import type { Language } from '../base/language.ts';
import type { TextPosition, TextRange } from '../base/text-range.ts';
import type { PlanSummary } from './plan-summary.ts';
import type { ProfileForm } from './profile-form.ts';
import type { WorkspaceSummary } from './summary.ts';

/** Who reads the panel: the same figures, in the words of developers or of those who pay. */
export type Audience = 'developer' | 'lead';

/** What the reader has set in the panel; kept when the panel is closed or the window reloaded. */
export interface PanelState {
  readonly audience: Audience;
  readonly filter: {
    readonly text: string;
    /** A triage class, or empty for all. */
    readonly class: string;
    /** A weakness family, or empty for all. */
    readonly family: string;
    /** Yearly cost below which findings are hidden, in the shown currency. */
    readonly minimumCost: number;
  };
  readonly sort: 'rank' | 'cost' | 'fix' | 'payback' | 'place';
  /** How the cost of the code is drawn. */
  readonly costView: 'map' | 'table';
  /** What may be spent on mending, person-days. */
  readonly budgetDays: number;
  /** Answers of the business profile that differ from the file and are not saved yet, by the name of the question. */
  readonly profileAnswers: Readonly<Record<string, string>>;
  readonly scrollTop: number;
}

/** What the page asks of the extension. The page shows hostile text, so every message is checked on receipt. */
export type PanelRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'runAudit' | 'planBudget' }
  | PanelQuestion
  | { readonly type: 'openFinding'; readonly file: string; readonly range: TextRange }
  | { readonly type: 'explainRule'; readonly rule: string }
  | { readonly type: 'explainCost'; readonly file: string; readonly fingerprint: string }
  | { readonly type: 'setState'; readonly state: PanelState };

/** What the page asks the server through the extension; a newer question of a type takes the place of an older one. */
export type PanelQuestion =
  | { readonly type: 'askPlan'; readonly question: number; readonly budgetMinutes: number }
  | {
      readonly type: 'askProfile' | 'saveProfile';
      readonly question: number;
      readonly answers: PanelState['profileAnswers'];
    };

/** The answer to the question of that number; `problem` says in one sentence why there is none. */
export type PanelAnswer =
  | { readonly type: 'plan'; readonly question: number; readonly plan?: PlanSummary; readonly problem?: string }
  | {
      readonly type: 'profile';
      readonly question: number;
      readonly form?: ProfileForm;
      /** The answers now stand in the file. */
      readonly isSaved?: true;
      readonly problem?: string;
    };

/** What the panel shows: one of these at a time. */
export type PanelContent =
  | { readonly type: 'summary'; readonly summary: WorkspaceSummary }
  /** A running audit; `share` is 0 to 1 and left out while unknown. */
  | { readonly type: 'progress'; readonly text: string; readonly share?: number }
  /** Nothing was audited yet; `reason` says why an audit cannot be run now. */
  | { readonly type: 'notAudited'; readonly reason?: string }
  /** The last audit did not end; `text` says why in one sentence. */
  | { readonly type: 'failed'; readonly text: string };

/** What the extension tells the page. */
export type PanelUpdate =
  PanelContent | PanelAnswer | { readonly type: 'settings'; readonly language: Language; readonly state?: PanelState };

/** Reads a message of the page; undefined when it is none that the protocol knows. */
export function parsePanelRequest(message: unknown): PanelRequest | undefined {
  if (!isRecord(message)) return undefined;
  switch (message['type']) {
    case 'ready':
    case 'runAudit':
    case 'planBudget':
      return { type: message['type'] };
    case 'askPlan':
      return parsePlanQuestion(message);
    case 'askProfile':
    case 'saveProfile':
      return parseProfileQuestion(message['type'], message);
    case 'openFinding':
      return parseOpenFinding(message);
    case 'explainRule':
      return isShortText(message['rule']) ? { type: 'explainRule', rule: message['rule'] } : undefined;
    case 'explainCost':
      return parseExplainCost(message);
    case 'setState': {
      const state = parsePanelState(message['state']);
      return state && { type: 'setState', state };
    }
    default:
      return undefined;
  }
}

/** Reads a panel state that was stored or sent; undefined when a field is missing or of another kind. */
export function parsePanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value) || !isRecord(value['filter'])) return undefined;
  const { audience, sort, costView, budgetDays, profileAnswers, scrollTop } = value;
  const { text, class: triageClass, family, minimumCost } = value['filter'];
  if (!isOneOf(audience, audiences) || !isOneOf(sort, sorts) || !isOneOf(costView, costViews)) return undefined;
  if (!isShortText(text) || !isShortText(triageClass) || !isShortText(family)) return undefined;
  if (!isAmount(minimumCost) || !isAmount(scrollTop) || !isAmount(budgetDays)) return undefined;
  const answers = parseAnswers(profileAnswers);
  if (answers === undefined) return undefined;
  const filter = { text, class: triageClass, family, minimumCost };
  return { audience, sort, costView, budgetDays, profileAnswers: answers, scrollTop, filter };
}

/** Whether a message that reached the page comes from the extension and is one of the protocol's. */
export function isPanelUpdate(message: unknown): message is PanelUpdate {
  return isRecord(message) && isOneOf(message['type'], updateTypes);
}

const audiences = ['developer', 'lead'] as const;
const sorts = ['rank', 'cost', 'fix', 'payback', 'place'] as const;
const costViews = ['map', 'table'] as const;
const updateTypes = ['summary', 'progress', 'notAudited', 'failed', 'settings', 'plan', 'profile'] as const;
/** Names of the five questions. */
const profileKeys = ['currency', 'dayRate', 'annualRevenue', 'teamSize', 'dataSensitivity'] as const;
const longestText = 4096;

function parseOpenFinding({ file, range }: Record<string, unknown>): PanelRequest | undefined {
  if (!isShortText(file) || !isRecord(range)) return undefined;
  const start = parsePosition(range['start']);
  const end = parsePosition(range['end']);
  return start && end && { type: 'openFinding', file, range: { start, end } };
}

function parseExplainCost({ file, fingerprint }: Record<string, unknown>): PanelRequest | undefined {
  if (!isShortText(file) || !isShortText(fingerprint)) return undefined;
  return { type: 'explainCost', file, fingerprint };
}

function parsePlanQuestion({ question, budgetMinutes }: Record<string, unknown>): PanelRequest | undefined {
  return isCount(question) && isAmount(budgetMinutes) ? { type: 'askPlan', question, budgetMinutes } : undefined;
}

function parseProfileQuestion(
  type: 'askProfile' | 'saveProfile',
  { question, answers: sent }: Record<string, unknown>,
): PanelRequest | undefined {
  const answers = parseAnswers(sent);
  return isCount(question) && answers !== undefined ? { type, question, answers } : undefined;
}

/** No other key of the section may be written from the page. */
function parseAnswers(value: unknown): PanelState['profileAnswers'] | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const isFine = entries.every(([key, answer]) => isOneOf(key, profileKeys) && isShortText(answer));
  return isFine ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

function parsePosition(value: unknown): TextPosition | undefined {
  if (!isRecord(value)) return undefined;
  const { line, column } = value;
  return isCount(line) && isCount(column) ? { line, column } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value);
}

function isOneOf<Name extends string>(value: unknown, names: readonly Name[]): value is Name {
  return names.some((name) => name === value);
}
