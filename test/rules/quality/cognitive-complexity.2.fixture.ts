// @file: test/parcel.test.ts
// @options {"max": 3}
declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: () => void): void;
declare function expect(value: unknown): { toBe(expected: unknown): void };

// A suite groups tests: what they decide is theirs, and a loop that makes tests is not counted to them
describe('parcels', () => {
  for (const country of ['FR', 'BE']) {
    it(`reach ${country}`, () => {
      for (const size of [1, 2]) {
        if (size > 1) expect(country).toBe('FR');
      }
    });
  }
  describe('in winter', () => {
    it('take longer', () => {
      for (const day of [1, 2]) {
        if (day > 1) expect(day).toBe(2);
      }
    });
    it('take longest in the hills', () => {
//                                     ^^ quality/cognitive-complexity: `it(…)` has a cognitive complexity of 6 (at most 3)
      for (const day of [1, 2]) {
        if (day > 1) expect(day > 2 ? 1 : 2).toBe(2);
      }
    });
  });
});
// @file: src/module-wrapper.js
(function () {
  'use strict';

  function stampOf(parcel) {
    if (parcel.isExpress) {
      for (const line of parcel.lines) return line.sku;
    }
  }

  function sealOf(parcel) {
    return parcel.isExpress ? 'red' : parcel.lines.length > 3 ? 'blue' : 'none';
  }

  window.parcels = { stampOf, sealOf };
})();
// @file: src/Wallet.tsx
declare namespace JSX {
  interface IntrinsicElements {
    [name: string]: object;
  }
}

// Handlers inside a component stand for themselves: its own ternary and each && are 3 in all
export function Wallet(props: { cards: string[]; isOpen: boolean }) {
  const choose = (card: string): string => {
    if (props.isOpen) return card === '' ? 'none' : card;
    return '';
  };
  const close = (): string => {
    if (props.isOpen) return props.cards.length > 0 ? 'some' : 'none';
    return '';
  };
  return (
    <ul>
      {props.isOpen && <li>{choose('gold')}</li>}
      {props.isOpen ? <li>{close()}</li> : null}
    </ul>
  );
}
