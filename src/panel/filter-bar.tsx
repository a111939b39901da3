import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { PanelState } from '../protocol/panel-messages.ts';
import { usePanel, useReader } from './panel-context.ts';

/** Search, triage, kind, least cost and order of the list. */
export function FilterBar(): JSX.Element {
  const { summary, texts } = usePanel();
  const { state, update } = useReader();
  const { filter } = state;
  const setFilter = useFilterChange();
  const families = [...new Set(summary.findings.map(({ family }) => family))].sort();
  const sorts = sortsFor(state.audience);
  return (
    <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
      <Search />
      <Choice
        label={texts.list.class}
        value={filter.class}
        options={[['', texts.list.all], ...summary.classes.map((c) => [c.class, c.name] as const)]}
        onChoose={(value) => setFilter({ class: value })}
      />
      <Choice
        label={texts.list.family}
        value={filter.family}
        options={[['', texts.list.all], ...families.map((name) => [name, texts.list.families[name]] as const)]}
        onChoose={(value) => setFilter({ family: value })}
      />
      <LeastCost />
      <Choice
        label={texts.list.sort}
        value={sorts.includes(state.sort) ? state.sort : 'rank'}
        options={sorts.map((sort) => [sort, texts.list.sorts[sort]] as const)}
        onChoose={(sort) => update({ sort })}
      />
    </form>
  );
}

type FilterChange = (change: Partial<PanelState['filter']>) => void;

function useFilterChange(): FilterChange {
  const { state, update } = useReader();
  return (change) => update({ filter: { ...state.filter, ...change } });
}

function Search(): JSX.Element {
  const { texts } = usePanel();
  const { state } = useReader();
  const setFilter = useFilterChange();
  return (
    <Field label={texts.list.search} class="field-wide">
      {(id) => (
        <input
          id={id}
          type="search"
          value={state.filter.text}
          placeholder={texts.list.searchHint}
          onInput={({ currentTarget }) => setFilter({ text: currentTarget.value })}
        />
      )}
    </Field>
  );
}

function LeastCost(): JSX.Element {
  const { summary, texts } = usePanel();
  const { state } = useReader();
  const setFilter = useFilterChange();
  const { minimumCost } = state.filter;
  return (
    <Field label={texts.list.minimumCost(summary.currency.code)}>
      {(id) => (
        <input
          id={id}
          type="number"
          min="0"
          step="50"
          value={minimumCost === 0 ? '' : minimumCost}
          placeholder="0"
          onInput={({ currentTarget }) => setFilter({ minimumCost: Math.max(0, currentTarget.valueAsNumber || 0) })}
        />
      )}
    </Field>
  );
}

function sortsFor(audience: PanelState['audience']): readonly PanelState['sort'][] {
  return audience === 'lead' ? ['rank', 'cost', 'fix'] : ['rank', 'cost', 'fix', 'payback', 'place'];
}

interface FieldProps {
  readonly label: string;
  readonly class?: string;
  readonly children: (id: string) => ComponentChildren;
}

function Field({ label, class: className = '', children }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class={`field ${className}`}>
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>): JSX.Element {
  const choose = (chosen: string) => {
    const option = options.find(([name]) => name === chosen);
    if (option) onChoose(option[0]);
  };
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {options.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
