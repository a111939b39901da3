import type { JSX } from 'preact';
import type { SkippedSummary } from '../protocol/coverage-summary.ts';
import { Explained } from './explained.tsx';
import { LevelIcon } from './icons.tsx';
import { usePanel } from './panel-context.ts';
import { visibleText } from './visible-text.ts';

/** What the audit looked at, what it could not, and why. */
export function Coverage(): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { files, codeLines, durationMs, typedShare, commit, commitDate, skipped, crashes, notices } = summary.coverage;
  const words = texts.coverage;
  const isComplete = skipped.length === 0 && crashes.length === 0 && notices.length === 0;
  return (
    <section aria-labelledby="coverage-title">
      <h2 id="coverage-title">{words.title}</h2>
      <ul class="plain-list facts">
        <li>{words.facts(amounts.count(files), amounts.count(codeLines), amounts.seconds(durationMs))}</li>
        <li>{words.typed(amounts.share(typedShare))}</li>
        {commit && commitDate && <li>{words.commit(commit.slice(0, 8), amounts.date(commitDate))}</li>}
        {isComplete && <li>{words.nothingMissed}</li>}
      </ul>
      <Notices />
      {skipped.length > 0 && <Skipped groups={skipped} />}
      {crashes.length > 0 && <Crashes />}
    </section>
  );
}

function Notices(): JSX.Element | null {
  const { summary, texts } = usePanel();
  const { notices } = summary.coverage;
  if (notices.length === 0) return null;
  return (
    <ul class="plain-list notices">
      {notices.map(({ level, text, file }, index) => (
        <li key={index} class="notice">
          <LevelIcon level={level} />
          <span>
            <span class="visually-hidden">{texts.coverage.level[level]}: </span>
            {visibleText(text)} {file !== undefined && <bdi class="soft">{visibleText(file)}</bdi>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Skipped({ groups }: { groups: readonly SkippedSummary[] }): JSX.Element {
  const { texts, amounts } = usePanel();
  const words = texts.coverage;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <Explained label={words.skipped(total, amounts.count(total))}>
      {groups.map(({ reason, count, files }) => (
        <div key={reason}>
          <h3>
            {words.skipReason.get(reason) ?? reason} · {amounts.count(count)}
          </h3>
          <ul class="plain-list file-names">
            {files.map((file) => (
              <li key={file}>
                <bdi>{visibleText(file)}</bdi>
              </li>
            ))}
            {count > files.length && <li>{words.andMore(amounts.count(count - files.length))}</li>}
          </ul>
        </div>
      ))}
    </Explained>
  );
}

function Crashes(): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const { crashes } = summary.coverage;
  return (
    <Explained label={texts.coverage.crashes(crashes.length, amounts.count(crashes.length))}>
      <ul class="plain-list file-names">
        {crashes.map(({ rule, file, error }) => (
          <li key={rule}>
            <bdi>{texts.coverage.crash(rule, visibleText(file))}</bdi> <span class="soft">{visibleText(error)}</span>
          </li>
        ))}
      </ul>
    </Explained>
  );
}
