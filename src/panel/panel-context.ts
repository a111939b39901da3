import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { RuleSummary, WorkspaceSummary } from '../protocol/summary.ts';
import type { Amounts } from './amounts.ts';
import type { TriageClass } from './summary-types.ts';
import type { PanelTexts } from './texts.ts';
import type { Host } from './vscode-api.ts';

/** What every part of the summary reads; the same until the next summary. */
export interface PanelScope {
  readonly summary: WorkspaceSummary;
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly classNames: ReadonlyMap<TriageClass, string>;
  readonly texts: PanelTexts;
  readonly amounts: Amounts;
  readonly host: Host;
}

/** What the reader has set, apart from the scope: it changes with every key typed into the filter. */
export interface ReaderSettings {
  readonly state: PanelState;
  readonly update: (change: Partial<PanelState>) => void;
}

export const PanelContext = createContext<PanelScope | undefined>(undefined);
export const ReaderContext = createContext<ReaderSettings | undefined>(undefined);

/** The scope of the summary around a component. */
export function usePanel(): PanelScope {
  return insideSummary(useContext(PanelContext));
}

/** What the reader has set, and how to change it. */
export function useReader(): ReaderSettings {
  return insideSummary(useContext(ReaderContext));
}

function insideSummary<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('A part of the summary was drawn outside of it.');
  return value;
}
