import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Audience } from '../protocol/panel-messages.ts';
import { usePanel, useReader } from './panel-context.ts';
import { FindingRows, TopicList } from './rows.tsx';
import { countsInTotals, topicsOf } from './topics.ts';

const firstFindings = 10;
const firstTopics = 5;

/** Where to begin: the first by rank, as findings for developers and as subjects for leads. */
export function FirstFindings(): JSX.Element {
  const { audience } = useReader().state;
  return useMemo(() => <Firsts audience={audience} />, [audience]);
}

function Firsts({ audience }: { audience: Audience }): JSX.Element {
  const { summary, texts } = usePanel();
  return (
    <section aria-labelledby="first-title">
      <h2 id="first-title">{texts.first.title[audience]}</h2>
      <p class="soft">{texts.first.hint}</p>
      {audience === 'lead' ? (
        <TopicList topics={topicsOf(summary.findings, 'rank').slice(0, firstTopics)} />
      ) : (
        <FindingRows findings={summary.findings.filter(countsInTotals).slice(0, firstFindings)} />
      )}
    </section>
  );
}
