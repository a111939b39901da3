import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { FindingSummary } from '../protocol/finding-summary.ts';
import { FilterBar } from './filter-bar.tsx';
import { isFiltering, queryFindings, searchTextsOf } from './finding-query.ts';
import { FindingRows, TopicList } from './rows.tsx';
import { usePanel, useReader } from './panel-context.ts';
import { countsInTotals, sumOf, topicsOf } from './topics.ts';

/** Rows drawn at first, and with each further step: enough to scan, few enough to stay quick. */
const firstRows = 25;
const rowsPerStep = 100;

/** Everything that was found, filtered and sorted as the reader asks. */
export function FindingList(): JSX.Element {
  const { summary, rules, texts, amounts } = usePanel();
  const { state } = useReader();
  const { filter, sort } = state;
  const perEur = summary.currency.perEur;
  const searchTexts = useMemo(() => searchTextsOf(summary.findings, rules), [summary, rules]);
  const findings = useMemo(
    () => queryFindings(summary.findings, { filter, sort }, { searchTexts, perEur }),
    [summary, filter, sort, searchTexts, perEur],
  );
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" tabIndex={-1}>
        {texts.list.title[state.audience]}
      </h2>
      <FilterBar />
      <Outcome findings={findings} />
      {state.audience === 'lead' ? (
        <TopicList topics={topicsOf(findings, sort)} />
      ) : (
        <SteppedRows key={JSON.stringify([filter, sort])} findings={findings} />
      )}
      {summary.unlistedFindings > 0 && (
        <p class="soft">{texts.list.unlisted(amounts.count(summary.unlistedFindings))}</p>
      )}
    </section>
  );
}

function Outcome({ findings }: { findings: readonly FindingSummary[] }): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { state, update } = useReader();
  const cost = sumOf(findings.filter(countsInTotals), (finding) => finding.leaveEur.mean);
  const reset = () => update({ filter: { text: '', class: '', family: '', minimumCost: 0 } });
  return (
    <p class="outcome">
      <span role="status">
        {findings.length === 0
          ? texts.list.noMatch
          : texts.list.shown(
              amounts.count(findings.length),
              amounts.count(summary.findings.length),
              amounts.about(cost),
            )}
      </span>
      {isFiltering(state.filter) && (
        <button type="button" class="link" onClick={reset}>
          {texts.list.reset}
        </button>
      )}
    </p>
  );
}

function SteppedRows({ findings }: { findings: readonly FindingSummary[] }): JSX.Element {
  const { texts, amounts } = usePanel();
  const { state } = useReader();
  const [limit, setLimit] = useState(firstRows);
  const left = findings.length - limit;
  return (
    <>
      <FindingRows findings={findings.slice(0, limit)} isGrouped={state.sort === 'rank'} />
      {left > 0 && (
        <button type="button" class="secondary more" onClick={() => setLimit(limit + rowsPerStep)}>
          {texts.list.more(amounts.count(Math.min(rowsPerStep, left)), amounts.count(left))}
        </button>
      )}
    </>
  );
}
