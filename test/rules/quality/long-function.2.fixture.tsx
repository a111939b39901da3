// @options {"maxLines": 8, "maxComponentLines": 12}
// @file: src/Basket.tsx
declare namespace JSX {
  interface IntrinsicElements {
    [name: string]: object;
  }
}

export function Basket(props: { title: string }) {
  const title = props.title;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        <li>Rope</li>
        <li>Anchor</li>
      </ul>
    </section>
  );
}

export const Checkout = (props: { title: string }) => {
//           ^^^^^^^^ quality/long-function: `Checkout` is 15 lines of code long (at most 12)
  const title = props.title;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        <li>Rope</li>
        <li>Anchor</li>
        <li>Buoy</li>
        <li>Lamp</li>
        <li>Map</li>
      </ul>
    </section>
  );
};
// @file: test/basket.test.ts
declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: () => void): void;

describe('a basket', () => {
  it('is empty', () => {});
  it('has a title', () => {});
  it('has lines', () => {});
  it('has a sum', () => {});
  it('has a currency', () => {});
  it('has a customer', () => {});
  it('has an address', () => {});
  it('can be paid', () => {});
});

it('goes through the whole checkout', () => {
  const steps: string[] = [];
  steps.push('basket');
  steps.push('address');
  steps.push('carrier');
  steps.push('voucher');
  steps.push('payment');
  steps.push('receipt');
  steps.push('survey');
});
// @file: src/migrations/rename.ts
export function up(run: (text: string) => void): void {
  run('one');
  run('two');
  run('three');
  run('four');
  run('five');
  run('six');
  run('seven');
  run('eight');
}
