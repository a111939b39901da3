import type { JSX } from 'preact';
import type { WorkspaceSummary } from '../protocol/summary.ts';
import { goTo } from './go-to.ts';
import { TriageIcon } from './icons.tsx';
import { usePanel, useReader } from './panel-context.ts';
import { useYearly } from './yearly-text.ts';

/** The three piles of work; each leads to its findings in the list. */
export function TriageColumns(): JSX.Element {
  const { summary, texts } = usePanel();
  return (
    <section aria-labelledby="triage-title">
      <h2 id="triage-title">{texts.triage.title}</h2>
      <ul class="plain-list triage-columns">
        {summary.classes.map((column) => (
          <li key={column.class} class={`card triage-column triage-border-${column.class}`}>
            <TriageColumn of={column} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TriageColumn({ of }: { of: WorkspaceSummary['classes'][number] }): JSX.Element {
  const { texts, amounts } = usePanel();
  const { state, update } = useReader();
  const { totals } = of;
  const { name } = of;
  const yearly = useYearly();
  const show = () => {
    update({ filter: { ...state.filter, class: of.class } });
    goTo('list-title');
  };
  return (
    <>
      <h3>
        <TriageIcon of={of.class} />
        <span>{name}</span>
      </h3>
      <p class="soft">{texts.triage.meaning[of.class]}</p>
      <p class="triage-count">{texts.triage.count(totals.findings, amounts.count(totals.findings))}</p>
      {totals.findings > 0 && (
        <>
          <dl class="figures">
            <dt>{texts.triage.leave}</dt>
            <dd>{yearly(totals.leaveEur)}</dd>
            <dt>{texts.triage.fix}</dt>
            <dd>{amounts.effortRange(totals.fixMinutes)}</dd>
          </dl>
          <button type="button" class="link" onClick={show}>
            {texts.triage.show(name)}
          </button>
        </>
      )}
    </>
  );
}
