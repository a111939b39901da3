// @file: test/basket.test.ts
export {};
declare function sum(list: number[]): number;
it('is empty', () => {});
^^ tests/test-without-assertion: This test is empty
it('adds up', () => {
^^ tests/test-without-assertion: This test checks nothing
  const total = sum([2, 3]);
});
it('checks', () => {
  expect(sum([2, 3])).toBe(5);
});
it('goes through', async () => {
  await sum([2, 3]);
});
it.skip('later', () => {});
it('throws', () => {
  if (sum([]) !== 0) throw new Error('no');
});
it('types', () => {
  // @ts-expect-error no list
  const total = sum(3);
});
it('infers the sum', () => {
  const total = sum([3]);
});
it('has a result', () => {
  type Result = ReturnType<typeof sum>;
  type Holds = Equal<Result, number>;
});
describe('group', () => {});
