import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { StrongInput } from '../protocol/profile-form.ts';
import { usePanel } from './panel-context.ts';

/** The inputs that move the total most, each at half and at double: which of them is worth getting right. */
export function StrongInputs({ inputs }: { inputs: readonly StrongInput[] }): JSX.Element | null {
  const { texts, amounts } = usePanel();
  const id = useId();
  if (inputs.length === 0) return null;
  const words = texts.profile.strongest;
  return (
    <>
      <h3 id={id}>{words.title}</h3>
      <table class="cost-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{words.input}</th>
            <th scope="col" class="number">
              {words.half}
            </th>
            <th scope="col" class="number">
              {words.now}
            </th>
            <th scope="col" class="number">
              {words.double}
            </th>
          </tr>
        </thead>
        <tbody>
          {inputs.map(({ name, halfEur, nowEur, doubleEur }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[halfEur, nowEur, doubleEur].map((eur, index) => (
                <td key={index} class="number">
                  {amounts.exact(eur)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
