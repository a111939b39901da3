import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CostFile, CostFolder, CostRest } from '../protocol/cost-tree.ts';
import { usePanel } from './panel-context.ts';
import { visibleText } from './visible-text.ts';

const rowsPerStep = 25;

/** The figures of the map, file by file, the dearest first. */
export function CostTable(): JSX.Element {
  const { summary, texts, amounts } = usePanel();
  const [limit, setLimit] = useState(rowsPerStep);
  const rows = leavesOf(summary.costTree).sort((a, b) => b.leaf.leaveEur - a.leaf.leaveEur);
  const left = rows.length - limit;
  return (
    <>
      <table class="cost-table">
        <caption class="visually-hidden">{texts.map.title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.map.file}</th>
            <th scope="col">{texts.map.cause}</th>
            <th scope="col" class="number">
              {texts.map.findings}
            </th>
            <th scope="col" class="number">
              {texts.map.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map(({ leaf, folder }) => (
            <CostRow key={leaf.kind === 'file' ? leaf.file : `${folder}/`} leaf={leaf} folder={folder} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="secondary more" onClick={() => setLimit(limit + rowsPerStep)}>
          {texts.list.more(amounts.count(Math.min(rowsPerStep, left)), amounts.count(left))}
        </button>
      )}
    </>
  );
}

interface Leaf {
  readonly leaf: CostFile | CostRest;
  readonly folder: string;
}

function CostRow({ leaf, folder }: Leaf): JSX.Element {
  const { texts, amounts, host } = usePanel();
  const channel = leaf.kind === 'file' ? leaf.channel : undefined;
  return (
    <tr>
      <th scope="row">
        {leaf.kind === 'file' ? (
          <button
            type="button"
            class="link"
            onClick={() => host.send({ type: 'openFinding', file: leaf.file, range: leaf.range })}
          >
            <bdi>{visibleText(leaf.file)}</bdi>
          </button>
        ) : (
          <span>
            {texts.map.rest(amounts.count(leaf.files))}
            {folder !== '' && <bdi> {texts.map.inFolder(visibleText(folder))}</bdi>}
          </span>
        )}
      </th>
      <td class={channel && `channel-${channel}`}>
        {channel && (
          <>
            <span class="swatch" aria-hidden="true" /> {texts.channels.name[channel]}
          </>
        )}
      </td>
      <td class="number">{amounts.count(leaf.findings)}</td>
      <td class="number">{amounts.exact(leaf.leaveEur)}</td>
    </tr>
  );
}

function leavesOf(folder: CostFolder): Leaf[] {
  return folder.children.flatMap((child) =>
    child.kind === 'folder' ? leavesOf(child) : [{ leaf: child, folder: folder.path }],
  );
}
