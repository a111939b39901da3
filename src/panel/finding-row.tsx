import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FindingSummary } from '../protocol/finding-summary.ts';
import { FindingDetail } from './finding-detail.tsx';
import { Chevron, TriageIcon } from './icons.tsx';
import { MessageText } from './message-text.tsx';
import { usePanel, type PanelScope } from './panel-context.ts';
import { incidentText, useYearly } from './yearly-text.ts';
import { visibleText } from './visible-text.ts';

interface FindingRowProps {
  readonly finding: FindingSummary;
  readonly tabIndex: 0 | -1;
}

/** A finding in a list: opens the code, and its money opens the breakdown. */
export function FindingRow({ finding, tabIndex }: FindingRowProps): JSX.Element {
  const { host } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const openCode = () => host.send({ type: 'openFinding', file: finding.file, range: finding.range });
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') setOpen(true);
    if (key === 'ArrowLeft') setOpen(false);
  };
  return (
    <li class="row" onKeyDown={onKeyDown}>
      <div class="row-line">
        <button type="button" class="row-main" data-roving tabIndex={tabIndex} onClick={openCode}>
          <TriageIcon of={finding.class} />
          <RowText finding={finding} />
        </button>
        <button
          type="button"
          class="row-money"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <RowMoney finding={finding} />
          <Chevron isOpen={isOpen} />
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <FindingDetail finding={finding} openCode={openCode} />}
      </div>
    </li>
  );
}

function RowText({ finding }: { finding: FindingSummary }): JSX.Element {
  const { classNames, texts } = usePanel();
  return (
    <span class="row-text">
      <span class="visually-hidden">{classNames.get(finding.class)}: </span>
      <span class="row-message">
        <MessageText of={finding.message} />
      </span>
      <span class="row-place">
        <bdi class="row-file">{placeOf(finding)}</bdi>
        <span class="row-rule">{finding.rule}</span>
        {finding.role !== 'production' && <span class="chip">{texts.finding.inTests}</span>}
        {finding.statusText !== undefined && <span class="chip">{finding.statusText}</span>}
      </span>
    </span>
  );
}

function RowMoney({ finding }: { finding: FindingSummary }): JSX.Element {
  const scope = usePanel();
  const { texts, amounts } = scope;
  const yearly = useYearly();
  return (
    <span class="row-amounts">
      <span class="row-amount">{yearly(finding.leaveEur)}</span>
      <span class="row-fix">
        {[riskOrCause(finding, scope), texts.finding.fix(amounts.effort(finding.fixMinutes.p50))]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
    </span>
  );
}

/** A rare loss never stands as a yearly one alone; of other costs the cause is told. */
function riskOrCause({ incident, channel }: FindingSummary, { texts, amounts }: PanelScope): string | undefined {
  if (incident) return incidentText(incident, texts, amounts);
  return channel && texts.channels.name[channel];
}

/** `file:line` as editors show it, one-based. */
export function placeOf({ file, range }: Pick<FindingSummary, 'file' | 'range'>): string {
  return `${visibleText(file)}:${range.start.line + 1}`;
}
