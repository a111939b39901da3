import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { RuleSummary, WorkspaceSummary } from '../protocol/summary.ts';
import type { Amounts } from './amounts.ts';
import type { PanelTexts } from './texts.ts';
import type { Host } from './vscode-api.ts';

/** What every part of the summary reads. */
export interface PanelScope {
  readonly summary: WorkspaceSummary;
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly texts: PanelTexts;
  readonly amounts: Amounts;
  readonly host: Host;
  readonly state: PanelState;
  readonly update: (change: Partial<PanelState>) => void;
}

export const PanelContext = createContext<PanelScope | undefined>(undefined);

/** The scope of the summary around a component. */
export function usePanel(): PanelScope {
  const scope = useContext(PanelContext);
  if (!scope) throw new Error('A part of the summary was drawn outside of it.');
  return scope;
}
