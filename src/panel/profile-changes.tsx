import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ClassMove, ProfileChange } from '../protocol/profile-form.ts';
import { createAmounts } from './amounts.ts';
import { TriageIcon } from './icons.tsx';
import { usePanel, useReader } from './panel-context.ts';
import type { EditedProfile } from './use-profile-form.ts';
import { visibleText } from './visible-text.ts';

/** What the answers would do: totals before and after, and the findings that change class. */
export function ProfileChanges({ profile }: { profile: EditedProfile }): JSX.Element {
  const { texts } = usePanel();
  const { form, isWaiting } = profile;
  const change = form?.change;
  return (
    <div class={isWaiting ? 'plan plan-waiting' : 'plan'} aria-busy={isWaiting}>
      <div role="status">
        {change ? <BeforeAndAfter change={change} /> : <p class="soft">{sentenceOf(profile, texts.profile)}</p>}
        {profile.isSaved && <p>{texts.profile.saved}</p>}
      </div>
      {change && change.moves.length > 0 && <Moves change={change} />}
    </div>
  );
}

function sentenceOf({ form }: EditedProfile, texts: { readonly noChange: string; readonly refused: string }): string {
  return form?.fields.some(({ problem }) => problem !== undefined) ? texts.refused : texts.noChange;
}

function BeforeAndAfter({ change }: { change: ProfileChange }): JSX.Element {
  const { summary, texts, amounts: shown } = usePanel();
  const amounts = useMemo(() => createAmounts(change.currency, summary.language), [change, summary]);
  const count = change.moves.length + change.unlistedMoves;
  return (
    <>
      <dl class="plan-figures">
        <div>
          <dt>{texts.profile.before}</dt>
          <dd class="plan-value">{texts.finding.perYear(amounts.money(change.beforeEur))}</dd>
        </div>
        <div>
          <dt>{texts.profile.after}</dt>
          <dd class="plan-value">{texts.finding.perYear(amounts.money(change.afterEur))}</dd>
        </div>
      </dl>
      <p>{count === 0 ? texts.profile.noneChanged : texts.profile.changed(count, shown.count(count))}</p>
    </>
  );
}

function Moves({ change: { moves, unlistedMoves } }: { change: ProfileChange }): JSX.Element {
  const { texts, amounts } = usePanel();
  return (
    <>
      <table class="cost-table">
        <caption class="visually-hidden">{texts.profile.change}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.profile.finding}</th>
            <th scope="col">{texts.profile.from}</th>
            <th scope="col">{texts.profile.to}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move, index) => (
            <Move key={index} move={move} />
          ))}
        </tbody>
      </table>
      {unlistedMoves > 0 && <p class="soft">{texts.coverage.andMore(amounts.count(unlistedMoves))}</p>}
    </>
  );
}

function Move({ move: { title, file, range, from, to } }: { move: ClassMove }): JSX.Element {
  const { host, classNames } = usePanel();
  const isLead = useReader().state.audience === 'lead';
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => host.send({ type: 'openFinding', file, range })}>
          <bdi>{visibleText(title)}</bdi>
        </button>{' '}
        {!isLead && <bdi class="soft">{`${visibleText(file)}:${range.start.line + 1}`}</bdi>}
      </th>
      {[from, to].map((name, index) => (
        <td key={index} class="class-cell">
          <TriageIcon of={name} /> {classNames.get(name)}
        </td>
      ))}
    </tr>
  );
}
