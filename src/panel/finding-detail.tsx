import type { ComponentChildren, JSX } from 'preact';
import type { FindingSummary } from '../protocol/finding-summary.ts';
import { usePanel } from './panel-context.ts';
import { perYear } from './per-year.ts';
import type { PanelTexts } from './texts.ts';
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
          <button type="button" class="link" onClick={() => host.send({ type: 'explainRule', rule: finding.rule })}>
            {texts.finding.explainRule}
          </button>
        </p>
      </div>
    </div>
  );
}

function Breakdown({ finding }: { finding: FindingSummary }): JSX.Element {
  const { texts, amounts } = usePanel();
  const words = texts.finding;
  const isMixed = finding.carryingEur.mean > 0 && finding.exposureEur.mean > 0;
  return (
    <dl class="figures" aria-label={words.breakdown}>
      <Figure name={words.leave}>{perYear(finding.leaveEur, texts, amounts)}</Figure>
      {isMixed && <Figure name={words.carrying}>{perYear(finding.carryingEur, texts, amounts)}</Figure>}
      {isMixed && <Figure name={words.exposure}>{perYear(finding.exposureEur, texts, amounts)}</Figure>}
      {finding.incident && (
        <Figure name={words.incident}>
          {texts.finding.incidentText(
            amounts.chance(finding.incident.probabilityPerYear),
            amounts.money(finding.incident.lossEur),
          )}
        </Figure>
      )}
      <Figure name={words.fixCost}>
        {amounts.effortRange(finding.fixMinutes)} ({amounts.money(finding.fixEur)})
      </Figure>
      {finding.paybackMonths !== undefined && (
        <Figure name={words.payback}>{words.paybackIn(amounts.months(finding.paybackMonths))}</Figure>
      )}
      <Figure name={words.win}>{winWord(finding.winProbability, texts)}</Figure>
      <Figure name={words.driver}>{finding.largestDriver}</Figure>
      <Figure name={words.reliability}>
        {finding.grade} · {texts.grade.meaning[finding.grade]}
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
  const { texts, amounts } = usePanel();
  if (finding.status === 'open') return null;
  return (
    <p>
      <strong>{texts.finding.status[finding.status]}</strong>{' '}
      {finding.until !== undefined && texts.finding.until(amounts.date(finding.until))}{' '}
      {finding.statusReason !== undefined && visibleText(finding.statusReason)}
    </p>
  );
}

function winWord(probability: number, { finding }: PanelTexts): string {
  const [veryLikely, likely, uncertain, unlikely] = finding.winWords;
  if (probability >= 0.9) return veryLikely;
  if (probability >= 0.6) return likely;
  return probability >= 0.3 ? uncertain : unlikely;
}
