// @file: test/basket.test.ts
export {};
declare function render(): { title: string };
it('renders', () => {
^^ tests/snapshot-only: This test only compares with a stored snapshot
  expect(render()).toMatchSnapshot();
});
it('renders a title', () => {
  expect(render().title).toBe('Basket');
  expect(render()).toMatchSnapshot();
});
