import type { Language } from '../base/language.ts';
import type { TextPosition, TextRange } from '../base/text-range.ts';
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
  readonly scrollTop: number;
}

/** What the page asks of the extension. The page shows hostile text, so every message is checked on receipt. */
export type PanelRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'runAudit' | 'planBudget' | 'editProfile' }
  | { readonly type: 'openFinding'; readonly file: string; readonly range: TextRange }
  | { readonly type: 'explainRule'; readonly rule: string }
  | { readonly type: 'explainCost'; readonly file: string; readonly fingerprint: string }
  | { readonly type: 'setState'; readonly state: PanelState };

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
  PanelContent | { readonly type: 'settings'; readonly language: Language; readonly state?: PanelState };

/** Reads a message of the page; undefined when it is none that the protocol knows. */
export function parsePanelRequest(message: unknown): PanelRequest | undefined {
  if (!isRecord(message)) return undefined;
  switch (message['type']) {
    case 'ready':
    case 'runAudit':
    case 'planBudget':
    case 'editProfile':
      return { type: message['type'] };
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
  const { audience, sort, costView, scrollTop } = value;
  const { text, class: triageClass, family, minimumCost } = value['filter'];
  if (!isOneOf(audience, audiences) || !isOneOf(sort, sorts) || !isOneOf(costView, costViews)) return undefined;
  if (!isShortText(text) || !isShortText(triageClass) || !isShortText(family)) return undefined;
  if (!isAmount(minimumCost) || !isAmount(scrollTop)) return undefined;
  return { audience, sort, costView, scrollTop, filter: { text, class: triageClass, family, minimumCost } };
}

/** Whether a message that reached the page comes from the extension and is one of the protocol's. */
export function isPanelUpdate(message: unknown): message is PanelUpdate {
  return isRecord(message) && isOneOf(message['type'], updateTypes);
}

const audiences = ['developer', 'lead'] as const;
const sorts = ['rank', 'cost', 'fix', 'payback', 'place'] as const;
const costViews = ['map', 'table'] as const;
const updateTypes = ['summary', 'progress', 'notAudited', 'failed', 'settings'] as const;
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
