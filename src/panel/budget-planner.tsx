import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { PlanStep, PlanSummary } from '../protocol/plan-summary.ts';
import { budgetStops, stopOf } from './budget-stops.ts';
import { TriageIcon } from './icons.tsx';
import { usePanel, useReader } from './panel-context.ts';
import { restMs, useAnswer, useSeen } from './use-answer.ts';
import { visibleText } from './visible-text.ts';

const minutesPerDay = 480;

/** A slider of days; the server picks the best set for them, and says what stays and what waiting costs. */
export function BudgetPlanner(): JSX.Element {
  const { summary, texts, host } = usePanel();
  const [place, isSeen] = useSeen();
  const stops = budgetStops(summary.totals.fixMinutes.mean / minutesPerDay);
  const { state } = useReader();
  const stop = stopOf(state.budgetDays, stops);
  const budgetMinutes = (stops[stop] ?? 1) * minutesPerDay;
  const { answer, isWaiting, ask } = useAnswer('plan');
  useEffect(() => {
    if (!isSeen) return undefined;
    const timer = setTimeout(() => ask((question) => ({ type: 'askPlan', question, budgetMinutes })), restMs);
    return () => clearTimeout(timer);
  }, [ask, summary, isSeen, budgetMinutes]);
  return (
    <section ref={place} aria-labelledby="budget-title">
      <h2 id="budget-title" tabIndex={-1}>
        {texts.budget.title}
      </h2>
      <p class="soft">{texts.budget.hint}</p>
      <BudgetSlider stops={stops} stop={stop} />
      {answer?.problem !== undefined && <p role="alert">{answer.problem}</p>}
      {answer?.plan ? <Plan plan={answer.plan} isWaiting={isWaiting} /> : <Waiting isShown={isWaiting} />}
      <button type="button" class="link" onClick={() => host.send({ type: 'planBudget' })}>
        {texts.budget.wholePlan}
      </button>
    </section>
  );
}

function BudgetSlider({ stops, stop }: { stops: readonly number[]; stop: number }): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { update } = useReader();
  const id = useId();
  const { fixEur, fixMinutes } = summary.totals;
  const eurPerMinute = fixMinutes.mean > 0 ? fixEur.mean / fixMinutes.mean : 0;
  const minutes = (stops[stop] ?? 1) * minutesPerDay;
  const value = texts.budget.value(amounts.days(minutes), amounts.exact(minutes * eurPerMinute));
  return (
    <div class="budget">
      <label for={id}>{texts.budget.label}</label>
      <input
        id={id}
        type="range"
        min="0"
        max={stops.length - 1}
        step="1"
        value={stop}
        aria-valuetext={value}
        onInput={({ currentTarget }) => update({ budgetDays: stops[currentTarget.valueAsNumber] ?? 1 })}
      />
      <output for={id} class="budget-value">
        {value}
      </output>
    </div>
  );
}

function Plan({ plan, isWaiting }: { plan: PlanSummary; isWaiting: boolean }): JSX.Element {
  const { texts, amounts } = usePanel();
  return (
    <div class={isWaiting ? 'plan plan-waiting' : 'plan'} aria-busy={isWaiting}>
      <PlanFigures plan={plan} />
      {plan.steps.length > 0 && (
        <>
          <h3>{texts.budget.order}</h3>
          <ol class="steps">
            {plan.steps.map((step) => (
              <Step key={`${step.file}:${step.range.start.line}:${step.rule}`} step={step} />
            ))}
          </ol>
          {plan.unlistedSteps > 0 && <p class="soft">{texts.budget.moreSteps(amounts.count(plan.unlistedSteps))}</p>}
        </>
      )}
    </div>
  );
}

function PlanFigures({ plan }: { plan: PlanSummary }): JSX.Element {
  const { texts, amounts } = usePanel();
  const { left } = plan;
  const findings = (count: number): string => texts.triage.count(count, amounts.count(count));
  return (
    <div role="status">
      {plan.findings === 0 && <p>{texts.budget.nothing}</p>}
      <dl class="plan-figures">
        {plan.findings > 0 && (
          <>
            <Figure name={texts.budget.chosen} value={findings(plan.findings)} />
            <Figure name={texts.budget.takes} value={amounts.days(plan.minutes)} />
            <Figure name={texts.budget.saves} value={texts.finding.perYear(amounts.about(plan.savedEur))} />
          </>
        )}
        <Figure
          name={texts.budget.left}
          value={findings(left.findings)}
          {...(left.indispensable > 0 && { note: texts.budget.mustFix(amounts.count(left.indispensable)) })}
        />
        <Figure name={texts.budget.waiting} value={texts.budget.perMonth(amounts.rounded(left.waitingEurPerMonth))} />
      </dl>
    </div>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note?: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class="plan-value">{value}</span>
        {note !== undefined && <span class="soft">{note}</span>}
      </dd>
    </div>
  );
}

function Step({ step }: { step: PlanStep }): JSX.Element {
  const { texts, amounts, host, rules } = usePanel();
  const isLead = useReader().state.audience === 'lead';
  const { file, range, others } = step;
  const sentence = isLead ? rules.get(step.rule)?.forLeads : undefined;
  const place = isLead ? '' : `${visibleText(file)}:${range.start.line + 1}`;
  const more = others > 0 ? texts.budget.others(amounts.count(others)) : '';
  return (
    <li>
      <span class="step-what">
        {step.isIndispensable && <TriageIcon of="indispensable" />}
        <button type="button" class="link" onClick={() => host.send({ type: 'openFinding', file, range })}>
          <bdi>{sentence === undefined || sentence === '' ? visibleText(step.title) : sentence}</bdi>
        </button>
        <span class="soft">{[place, more].filter(Boolean).join(' · ')}</span>
      </span>
      <span class="step-figures">
        {amounts.effort(step.minutes)} · {texts.budget.saving(amounts.rounded(step.savedEur))}
      </span>
    </li>
  );
}

function Waiting({ isShown }: { isShown: boolean }): JSX.Element {
  const { texts } = usePanel();
  return (
    <p class="soft plan" role="status">
      {isShown ? texts.waiting : ''}
    </p>
  );
}
