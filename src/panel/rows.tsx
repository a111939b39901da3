import { Fragment, type JSX } from 'preact';
import type { FindingSummary } from '../protocol/finding-summary.ts';
import { FindingRow } from './finding-row.tsx';
import { usePanel } from './panel-context.ts';
import { useRovingFocus } from './roving-focus.ts';
import { TopicRow } from './topic-row.tsx';
import type { Topic } from './topics.ts';

interface FindingRowsProps {
  readonly findings: readonly FindingSummary[];
  /** Puts a heading above each run of one triage class. */
  readonly isGrouped?: boolean;
}

/** Rows of findings with one tab stop. */
export function FindingRows({ findings, isGrouped = false }: FindingRowsProps): JSX.Element {
  const { classNames } = usePanel();
  const roving = useRovingFocus(findings.length);
  let index = 0;
  return (
    <div class="rows" onKeyDown={roving.onKeyDown} onFocusCapture={roving.onFocusCapture}>
      {(isGrouped ? runsOfClass(findings) : [findings]).map((group, number) => (
        <Fragment key={number}>
          {isGrouped && group[0] && <h3 class="group-title">{classNames.get(group[0].class)}</h3>}
          <ul class="plain-list">
            {group.map((finding) => (
              <FindingRow
                key={finding.fingerprint + finding.file}
                finding={finding}
                tabIndex={roving.tabIndex(index++)}
              />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

/** Rows of subjects with one tab stop. */
export function TopicList({ topics }: { topics: readonly Topic[] }): JSX.Element {
  const roving = useRovingFocus(topics.length);
  return (
    <ul class="plain-list rows" onKeyDown={roving.onKeyDown} onFocusCapture={roving.onFocusCapture}>
      {topics.map((topic, index) => (
        <TopicRow key={topic.rule} topic={topic} tabIndex={roving.tabIndex(index)} />
      ))}
    </ul>
  );
}

function runsOfClass(findings: readonly FindingSummary[]): FindingSummary[][] {
  const runs: FindingSummary[][] = [];
  for (const finding of findings) {
    const run = runs.at(-1);
    if (run?.[0]?.class === finding.class) run.push(finding);
    else runs.push([finding]);
  }
  return runs;
}
