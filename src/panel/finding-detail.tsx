import type { ComponentChildren, JSX } from 'preact';
import type { FindingSummary } from '../protocol/finding-summary.ts';
import { usePanel } from './panel-context.ts';
import { incidentText, useYearly } from './yearly-text.ts';
import { visibleText } from './visible-text.ts';

interface FindingDetailProps {
  readonly finding: FindingSummary;
  readonly openCode: () => void;
}

/** What a finding's figure is made of, why it matters, and what can be done next. */
export function FindingDetail({ finding, openCode }: FindingDetailProps): JSX.Element {
  const { texts, rules, host } = usePanel();
  const rule = rules.get(finding.rule);
  return (
    <div class="detail">
      <Breakdown finding={finding} />
      <div class="detail-words">
        <p>{finding.reason}</p>
        {rule && rule.why !== '' && (
          <p>
            <strong>{texts.finding.why}</strong> {rule.why}
          </p>
        )}
        {finding.origin !== undefined && (
          <p>
            <strong>{texts.finding.origin}</strong> {visibleText(finding.origin)}
          </p>
        )}
        {finding.alsoReportedBy && (
          <p>
            <strong>{texts.finding.alsoReportedBy}</strong> {visibleText(finding.alsoReportedBy.join(', '))}
          </p>
        )}
        {finding.fix && (
          <p>
            <strong>{texts.finding.quickFix}</strong> {visibleText(finding.fix)}
          </p>
        )}
        <Decision finding={finding} />
        <p class="detail-actions">
          <button type="button" class="link" onClick={openCode}>
            {texts.finding.open}
          </button>
          <button
            type="button"
            class="link"
            onClick={() => host.send({ type: 'explainCost', file: finding.file, fingerprint: finding.fingerprint })}
          >
            {texts.finding.explainCost}
          </button>
          {finding.origin === undefined && (
            <button type="button" class="link" onClick={() => host.send({ type: 'explainRule', rule: finding.rule })}>
              {texts.finding.explainRule}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}

function Breakdown({ finding }: { finding: FindingSummary }): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const words = texts.finding;
  const yearly = useYearly();
  const isMixed = finding.carryingEur.mean > 0 && finding.exposureEur.mean > 0;
  return (
    <dl class="figures" aria-label={words.breakdown}>
      <Figure name={words.leave}>{yearly(finding.leaveEur)}</Figure>
      {isMixed && <Figure name={words.carrying}>{yearly(finding.carryingEur)}</Figure>}
      {isMixed && <Figure name={words.exposure}>{yearly(finding.exposureEur)}</Figure>}
      {finding.incident && <Figure name={words.incident}>{incidentText(finding.incident, texts, amounts)}</Figure>}
      <Figure name={words.fixCost}>
        {amounts.effortRange(finding.fixMinutes)} ({amounts.money(finding.fixEur)})
      </Figure>
      {finding.paybackMonths !== undefined && (
        <Figure name={words.payback}>{words.paybackIn(amounts.months(finding.paybackMonths))}</Figure>
      )}
      <Figure name={words.win}>{finding.winWords}</Figure>
      <Figure name={words.driver}>{finding.largestDriver}</Figure>
      <Figure name={words.reliability}>
        {finding.grade} · {summary.gradeMeanings[finding.grade]}
      </Figure>
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Decision({ finding }: { finding: FindingSummary }): JSX.Element | null {
  const { statusText, statusReason } = finding;
  if (statusText === undefined) return null;
  return (
    <p>
      <strong>{statusText}</strong> {statusReason !== undefined && visibleText(statusReason)}
    </p>
  );
}
