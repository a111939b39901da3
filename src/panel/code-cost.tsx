import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PanelState } from '../protocol/panel-messages.ts';
import { CostTable } from './cost-table.tsx';
import { usePanel, useReader } from './panel-context.ts';
import { Switch } from './switch.tsx';
import { Treemap } from './treemap.tsx';

/** Where the cost sits in the code: a map, or the same figures as a table. */
export function CodeCost(): JSX.Element {
  const { summary, texts } = usePanel();
  const { state, update } = useReader();
  const { costView } = state;
  const view = useMemo(() => (costView === 'map' ? <Treemap /> : <CostTable />), [costView]);
  const views: readonly (readonly [PanelState['costView'], string])[] = [
    ['map', texts.map.map],
    ['table', texts.map.table],
  ];
  return (
    <section aria-labelledby="map-title">
      <div class="section-head">
        <h2 id="map-title">{texts.map.title}</h2>
        <Switch
          label={texts.map.view}
          value={costView}
          options={views}
          onChoose={(chosen) => update({ costView: chosen })}
        />
      </div>
      {summary.costTree.leaveEur > 0 ? view : <p class="soft">{texts.map.noCost}</p>}
    </section>
  );
}
