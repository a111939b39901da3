import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PanelContent, PanelState } from '../protocol/panel-messages.ts';
import type { WorkspaceSummary } from '../protocol/summary.ts';
import { createAmounts } from './amounts.ts';
import { AuditProgress } from './audit-progress.tsx';
import { BudgetPlanner } from './budget-planner.tsx';
import { BusinessProfile } from './business-profile.tsx';
import { CodeCost } from './code-cost.tsx';
import { Coverage } from './coverage.tsx';
import { FindingList } from './finding-list.tsx';
import { FirstFindings } from './first-findings.tsx';
import { goTo } from './go-to.ts';
import { Headline } from './headline.tsx';
import { LevelIcon } from './icons.tsx';
import {
  PanelContext,
  ReaderContext,
  usePanel,
  useReader,
  type PanelScope,
  type ReaderSettings,
} from './panel-context.ts';
import { Switch } from './switch.tsx';
import { panelTexts } from './texts.ts';
import { TriageColumns } from './triage-columns.tsx';
import type { Host } from './vscode-api.ts';
import { visibleText } from './visible-text.ts';

interface SummaryViewProps extends ReaderSettings {
  readonly summary: WorkspaceSummary;
  /** What the extension sent last: a new audit that runs or failed is told above the summary of the one before. */
  readonly latest: PanelContent;
  readonly host: Host;
}

/** The whole summary, from the total down to what was skipped. */
export function SummaryView({ summary, latest, host, state, update }: SummaryViewProps): JSX.Element {
  const scope = useMemo(() => scopeOf(summary, host), [summary, host]);
  const reader = useMemo(() => ({ state, update }), [state, update]);
  // Parts that do not ask for the reader's settings are not drawn again with every key typed into the filter.
  const page = useMemo(() => <Page latest={latest} />, [latest]);
  return (
    <PanelContext.Provider value={scope}>
      <ReaderContext.Provider value={reader}>{page}</ReaderContext.Provider>
    </PanelContext.Provider>
  );
}

function scopeOf(summary: WorkspaceSummary, host: Host): PanelScope {
  return {
    summary,
    host,
    rules: new Map(summary.rules.map((rule) => [rule.id, rule])),
    classNames: new Map(summary.classes.map((column) => [column.class, column.name])),
    texts: panelTexts(summary.language),
    amounts: createAmounts(summary.currency, summary.language),
  };
}

function Page({ latest }: { latest: PanelContent }): JSX.Element {
  const { summary } = usePanel();
  const hasCost = summary.totals.findings > 0;
  return (
    <>
      <PageHeader />
      <main>
        <LatestAudit of={latest} />
        <Headline />
        {hasCost && <TriageColumns />}
        {hasCost && <FirstFindings />}
        {hasCost && <BudgetPlanner />}
        {hasCost && <CodeCost />}
        {summary.findings.length > 0 && <FindingList />}
        <BusinessProfile />
        <Coverage />
      </main>
    </>
  );
}

function LatestAudit({ of }: { of: PanelContent }): JSX.Element | null {
  const { texts } = usePanel();
  if (of.type === 'progress') return <AuditProgress title={texts.auditing} {...of} />;
  if (of.type !== 'failed') return null;
  return (
    <div class="banner banner-error" role="alert">
      <LevelIcon level="error" />
      <div>
        <strong>{texts.failed}</strong>
        <p>{of.text}</p>
      </div>
    </div>
  );
}

function PageHeader(): JSX.Element {
  const { summary, host, texts } = usePanel();
  const { state, update } = useReader();
  const audiences: readonly (readonly [PanelState['audience'], string])[] = [
    ['developer', texts.audience.developer],
    ['lead', texts.audience.lead],
  ];
  return (
    <header class="page-header">
      <h1>
        <span class="overline">{texts.product}</span>
        <bdi>{texts.summaryOf(visibleText(summary.workspace))}</bdi>
      </h1>
      <div class="page-actions">
        <Switch
          label={texts.audience.label}
          value={state.audience}
          options={audiences}
          onChoose={(audience) => update({ audience })}
        />
        {summary.totals.findings > 0 && (
          <button type="button" class="secondary" onClick={() => goTo('budget-title')}>
            {texts.planBudget}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => goTo('profile-title')}>
          {texts.editProfile}
        </button>
        <button type="button" class="secondary" onClick={() => host.send({ type: 'runAudit' })}>
          {texts.runAgain}
        </button>
      </div>
    </header>
  );
}
