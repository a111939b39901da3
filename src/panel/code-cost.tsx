import type { JSX } from 'preact';
import type { PanelState } from '../protocol/panel-messages.ts';
import { CostTable } from './cost-table.tsx';
import { usePanel } from './panel-context.ts';
import { Switch } from './switch.tsx';
import { Treemap } from './treemap.tsx';

/** Where the cost sits in the code: a map, or the same figures as a table. */
export function CodeCost(): JSX.Element {
  const { summary, state, update, texts } = usePanel();
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
          value={state.costView}
          options={views}
          onChoose={(costView) => update({ costView })}
        />
      </div>
      {summary.costTree.leaveEur > 0 ? <View of={state.costView} /> : <p class="soft">{texts.map.noCost}</p>}
    </section>
  );
}

function View({ of }: { of: PanelState['costView'] }): JSX.Element {
  return of === 'map' ? <Treemap /> : <CostTable />;
}
