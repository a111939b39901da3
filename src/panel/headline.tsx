import type { JSX } from 'preact';
import { ChannelBars } from './channel-bars.tsx';
import { Explained } from './explained.tsx';
import { LevelIcon } from './icons.tsx';
import { usePanel } from './panel-context.ts';

/** The total a year with its range, what it rests on, and its split by cause. */
export function Headline(): JSX.Element {
  const { summary } = usePanel();
  return (
    <>
      <Banners />
      <section class="headline" aria-labelledby="headline-title">
        {summary.totals.findings === 0 ? <Nothing /> : <Total />}
        {summary.totals.findings > 0 && <ChannelBars />}
      </section>
    </>
  );
}

function Total(): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { totals, incident, setAside } = summary;
  return (
    <div class="total">
      <h2 id="headline-title">{texts.headline.title}</h2>
      <p class="total-figure">
        <span class="total-amount">{amounts.money(totals.leaveEur)}</span> <span>{texts.headline.perYear}</span>
      </p>
      <ul class="total-facts">
        <li>{texts.headline.expected(amounts.about(totals.leaveEur.mean))}</li>
        <li>{texts.headline.fixAll(amounts.effortRange(totals.fixMinutes), amounts.about(totals.fixEur.mean))}</li>
        {incident && (
          <li>
            {texts.headline.incident(amounts.chance(incident.probabilityPerYear), amounts.money(incident.lossEur))}
          </li>
        )}
        {setAside.findings > 0 && (
          <li>{texts.headline.setAside(amounts.count(setAside.findings), amounts.about(setAside.leaveEur.mean))}</li>
        )}
      </ul>
      <Explained class="total-how" label={texts.headline.how}>
        <p>{texts.headline.howSum}</p>
        <p>{texts.headline.howRange}</p>
        {incident && <p>{texts.headline.howIncident}</p>}
      </Explained>
      <Explained class="grade" label={<span class="grade-badge">{texts.grade.label(summary.grade)}</span>}>
        <p>{summary.gradeMeanings[summary.grade]}</p>
      </Explained>
    </div>
  );
}

function Nothing(): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { files, durationMs } = summary.coverage;
  return (
    <div class="total">
      <h2 id="headline-title" class="nothing">
        {texts.headline.nothing(amounts.count(files), amounts.seconds(durationMs))}
      </h2>
      <p class="soft">{texts.headline.nothingBody}</p>
    </div>
  );
}

function Banners(): JSX.Element {
  const { summary, texts } = usePanel();
  const { sanity, gate } = summary;
  return (
    <>
      {sanity && (
        <p class="banner banner-warning" role="note">
          <LevelIcon level="warning" />
          <span>{sanity}</span>
        </p>
      )}
      {gate && (
        <div class={`banner ${gate.passed ? 'banner-info' : 'banner-error'}`} role="note">
          <LevelIcon level={gate.passed ? 'info' : 'error'} />
          <div>
            <strong>{gate.passed ? texts.headline.gatePassed : texts.headline.gateFailed}</strong>
            {gate.failures.map((failure) => (
              <p key={failure}>{failure}</p>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
