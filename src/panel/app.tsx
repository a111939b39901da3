import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { languageOf } from '../base/language.ts';
import type { PanelContent, PanelState } from '../protocol/panel-messages.ts';
import type { WorkspaceSummary } from '../protocol/summary.ts';
import { SummaryView } from './summary-view.tsx';
import type { Host } from './vscode-api.ts';
import { WaitingView } from './waiting-view.tsx';

const firstState: PanelState = {
  audience: 'developer',
  filter: { text: '', class: '', family: '', minimumCost: 0 },
  sort: 'rank',
  costView: 'map',
  budgetDays: 3,
  profileAnswers: {},
  scrollTop: 0,
};

/** How long the reader must pause before the extension hears of a new filter or scroll position. */
const reportDelayMs = 400;

/** The panel: shows whatever the extension sends last, and keeps what the reader sets. */
export function App({ host }: { host: Host }): JSX.Element | null {
  const [content, setContent] = useState<PanelContent>();
  const [summary, setSummary] = useState<WorkspaceSummary>();
  const [language, setLanguage] = useState(languageOf(document.documentElement.lang));
  const [state, update] = useKeptState(host);
  useEffect(() => {
    const stop = host.listen((message) => {
      if (message.type === 'settings') {
        setLanguage(message.language);
        if (message.state && !host.keptState()) update(message.state);
        return;
      }
      // Answers go to the part that asked.
      if (message.type === 'plan' || message.type === 'profile') return;
      setContent(message);
      if (message.type === 'summary') setSummary(message.summary);
      if (message.type === 'notAudited') setSummary(undefined);
    });
    host.send({ type: 'ready' });
    return stop;
  }, [host, update]);
  useKeptScroll(summary !== undefined, state.scrollTop, update);
  if (!content) return null;
  if (summary) return <SummaryView summary={summary} latest={content} host={host} state={state} update={update} />;
  return content.type === 'summary' ? null : <WaitingView content={content} language={language} host={host} />;
}

type Update = (change: Partial<PanelState>) => void;

function useKeptState(host: Host): [PanelState, Update] {
  const [state, setState] = useState(() => host.keptState() ?? firstState);
  const update = useCallback((change: Partial<PanelState>) => setState((current) => ({ ...current, ...change })), []);
  useEffect(() => {
    if (state === firstState) return undefined;
    host.keepState(state);
    const timer = setTimeout(() => host.send({ type: 'setState', state }), reportDelayMs);
    return () => clearTimeout(timer);
  }, [host, state]);
  return [state, update];
}

/** Returns to the kept position once there is something to scroll, and follows the reader from then on. */
function useKeptScroll(isDrawn: boolean, scrollTop: number, update: Update): void {
  useEffect(() => {
    if (!isDrawn) return undefined;
    window.scrollTo({ top: scrollTop, behavior: 'instant' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(() => update({ scrollTop: Math.round(window.scrollY) }), reportDelayMs);
    };
    window.addEventListener('scroll', follow, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', follow);
    };
    // The kept position counts once per summary; afterwards the reader's own scrolling sets it.
  }, [isDrawn]);
}
