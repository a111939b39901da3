import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}

/** A choice between a few words side by side; arrow keys choose, as in every group of radio buttons. */
export function Switch<Value extends string>({ label, value, options, onChoose }: SwitchProps<Value>): JSX.Element {
  const name = useId();
  return (
    <fieldset class="switch">
      <legend class="visually-hidden">{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} class="switch-option">
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChoose(option)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
