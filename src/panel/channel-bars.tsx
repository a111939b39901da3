import type { JSX } from 'preact';
import type { WorkspaceSummary } from '../protocol/summary.ts';
import { Explained } from './explained.tsx';
import { usePanel } from './panel-context.ts';

/** The total split by cause; every bar has its figures in words beside it. */
export function ChannelBars(): JSX.Element {
  const { summary, texts } = usePanel();
  const total = summary.channels.reduce((sum, { leaveEur }) => sum + leaveEur.mean, 0);
  const visible = summary.channels.filter(({ leaveEur }) => leaveEur.mean > 0);
  return (
    <div class="channels">
      <h2>{texts.channels.title}</h2>
      <ul class="plain-list">
        {visible.map((channel) => (
          <li key={channel.channel}>
            <ChannelBar of={channel} share={channel.leaveEur.mean / total} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ChannelBar({ of, share }: { of: WorkspaceSummary['channels'][number]; share: number }): JSX.Element {
  const { texts, amounts } = usePanel();
  return (
    <Explained
      class={`channel channel-${of.channel}`}
      label={
        <>
          <span class="channel-name">{texts.channels.name[of.channel]}</span>
          <span class="channel-amount">{amounts.money(of.leaveEur)}</span>
          <span class="channel-track" aria-hidden="true">
            <span class="channel-bar" style={{ width: `${Math.max(1, share * 100)}%` }} />
          </span>
          <span class="channel-share" aria-hidden="true">
            {amounts.share(share)}
          </span>
          <span class="visually-hidden">{texts.channels.share(amounts.share(share))}</span>
        </>
      }
    >
      <p>{texts.channels.meaning[of.channel]}</p>
    </Explained>
  );
}
