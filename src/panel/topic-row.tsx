import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Chevron, TriageIcon } from './icons.tsx';
import { usePanel } from './panel-context.ts';
import { useYearly } from './yearly-text.ts';
import type { Topic } from './topics.ts';
import { visibleText } from './visible-text.ts';

interface TopicRowProps {
  readonly topic: Topic;
  readonly tabIndex: 0 | -1;
}

const listedPlaces = 20;

/** One subject in words for those who read no code: what it means, money, time; opens to its places. */
export function TopicRow({ topic, tabIndex }: TopicRowProps): JSX.Element {
  const { classNames, rules } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const rule = rules.get(topic.rule);
  const sentence = rule?.forLeads ?? '';
  return (
    <li class="row">
      <button
        type="button"
        class="row-line topic"
        data-roving
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <TriageIcon of={topic.class} />
        <TopicMoney topic={topic} />
        <span class="row-text">
          <span class="row-message">{sentence === '' ? (rule?.title ?? topic.rule) : sentence}</span>
          <span class="row-place">
            {classNames.get(topic.class)} · <Places count={topic.findings.length} />
          </span>
        </span>
        <Chevron isOpen={isOpen} />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <TopicPlaces topic={topic} />}
      </div>
    </li>
  );
}

function TopicMoney({ topic }: { topic: Topic }): JSX.Element {
  const { texts, amounts } = usePanel();
  const yearly = useYearly();
  return (
    <span class="row-amounts">
      <span class="row-amount">{yearly(topic.leaveEur)}</span>
      {topic.isRare && <span class="row-fix">{texts.finding.rareOnAverage}</span>}
      <span class="row-fix">{texts.finding.fix(amounts.effort(topic.fixMinutes))}</span>
    </span>
  );
}

function Places({ count }: { count: number }): JSX.Element {
  const { texts, amounts } = usePanel();
  return <>{texts.finding.places(count, amounts.count(count))}</>;
}

function TopicPlaces({ topic }: { topic: Topic }): JSX.Element {
  const { texts, amounts, host } = usePanel();
  const yearly = useYearly();
  const listed = topic.findings.slice(0, listedPlaces);
  const rest = topic.findings.length - listed.length;
  return (
    <div class="detail topic-places">
      <ul class="plain-list">
        {listed.map((finding) => (
          <li key={finding.fingerprint + finding.file}>
            <button
              type="button"
              class="link"
              onClick={() => host.send({ type: 'openFinding', file: finding.file, range: finding.range })}
            >
              <bdi>{visibleText(finding.package?.name ?? finding.file)}</bdi>
            </button>
            <span class="soft">{yearly(finding.leaveEur)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="soft">{texts.coverage.andMore(amounts.count(rest))}</p>}
    </div>
  );
}
