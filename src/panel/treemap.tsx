import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePanel, type PanelScope } from './panel-context.ts';
import { useYearly } from './yearly-text.ts';
import { useRovingFocus } from './roving-focus.ts';
import { layOutTreemap, type Rectangle, type Tile } from './treemap-layout.ts';
import { visibleText } from './visible-text.ts';

/** Room that a tile's name and its amount need, pixels. */
const nameWidth = 44;
const nameHeight = 18;
const amountHeight = 36;

/** The code as nested rectangles, sized by yearly cost; one tab stop, arrow keys inside, Enter opens the file. */
export function Treemap(): JSX.Element {
  const { summary, texts } = usePanel();
  const [container, width] = useWidth();
  const height = Math.round(Math.min(460, Math.max(220, width * 0.42)));
  const layout = useMemo(() => layOutTreemap(summary.costTree, width, height), [summary.costTree, width, height]);
  const roving = useRovingFocus(layout.tiles.length, 'both');
  const [pointed, setPointed] = useState<Tile>();
  return (
    <>
      <div
        ref={container}
        class="treemap"
        role="group"
        aria-label={texts.map.title}
        style={{ height: `${height}px` }}
        onKeyDown={roving.onKeyDown}
        onFocusCapture={roving.onFocusCapture}
        onMouseLeave={() => setPointed(undefined)}
      >
        {layout.frames.map(({ folder, ...rectangle }) => (
          <div key={folder.path} class="treemap-folder" style={pixels(rectangle)} aria-hidden="true">
            <bdi>{visibleText(folder.name)}</bdi>
          </div>
        ))}
        {layout.tiles.map((tile, index) => (
          <TileButton
            key={tile.node.kind === 'file' ? tile.node.file : `${tile.folder}/`}
            tile={tile}
            tabIndex={roving.tabIndex(index)}
            onPoint={setPointed}
          />
        ))}
      </div>
      <Inspector tile={pointed} />
      <Legend />
    </>
  );
}

interface TileButtonProps {
  readonly tile: Tile;
  readonly tabIndex: 0 | -1;
  readonly onPoint: (tile: Tile) => void;
}

function TileButton({ tile, tabIndex, onPoint }: TileButtonProps): JSX.Element {
  const scope = usePanel();
  const text = useTileText(tile);
  const { node, width, height } = tile;
  const open = () => {
    if (node.kind === 'file') scope.host.send({ type: 'openFinding', file: node.file, range: node.range });
  };
  const channel = node.kind === 'file' && node.channel ? `channel-${node.channel}` : 'channel-none';
  return (
    <button
      type="button"
      class={`tile ${channel}`}
      data-roving
      tabIndex={tabIndex}
      style={pixels(tile)}
      onClick={open}
      onFocus={() => onPoint(tile)}
      onMouseEnter={() => onPoint(tile)}
    >
      <span class="visually-hidden">{text}</span>
      {width >= nameWidth && height >= nameHeight && (
        <bdi class="tile-name" aria-hidden="true">
          {tileName(tile, scope)}
        </bdi>
      )}
      {width >= nameWidth && height >= amountHeight && (
        <span class="tile-amount" aria-hidden="true">
          {scope.amounts.rounded(node.leaveEur)}
        </span>
      )}
    </button>
  );
}

/** Repeats what the pointed or focused tile says, since many tiles are too small for words. */
function Inspector({ tile }: { tile: Tile | undefined }): JSX.Element {
  const { texts } = usePanel();
  return (
    <p class="inspector" aria-hidden="true">
      {tile ? <TileText of={tile} /> : texts.map.hint}
    </p>
  );
}

function TileText({ of }: { of: Tile }): JSX.Element {
  return <>{useTileText(of)}</>;
}

function Legend(): JSX.Element {
  const { summary, texts } = usePanel();
  return (
    <ul class="plain-list legend">
      {summary.channels
        .filter(({ leaveEur }) => leaveEur.mean > 0)
        .map(({ channel }) => (
          <li key={channel} class={`channel-${channel}`}>
            <span class="swatch" aria-hidden="true" /> {texts.channels.name[channel]}
          </li>
        ))}
    </ul>
  );
}

function tileName({ node }: Tile, { texts, amounts }: PanelScope): string {
  return node.kind === 'file' ? visibleText(node.name) : texts.map.rest(amounts.count(node.files));
}

function useTileText({ node, folder }: Tile): string {
  const { texts, amounts } = usePanel();
  const yearly = useYearly();
  const amount = yearly(node.leaveEur);
  const findings = texts.triage.count(node.findings, amounts.count(node.findings));
  if (node.kind === 'file') {
    const cause = node.channel ? texts.channels.name[node.channel] : '';
    return texts.map.tile(visibleText(node.file), amount, findings, cause);
  }
  const place = folder === '' ? '' : ` ${texts.map.inFolder(visibleText(folder))}`;
  return texts.map.tile(texts.map.rest(amounts.count(node.files)) + place, amount, findings, '');
}

function pixels({ left, top, width, height }: Rectangle): Record<keyof Rectangle, string> {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

function useWidth(): [container: { current: HTMLDivElement | null }, width: number] {
  const container = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [container, width];
}
