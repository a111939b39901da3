// @file: test/basket.test.ts
export {};
declare function sleep(milliseconds: number): Promise<void>;
it('saves', async () => {
  await new Promise((resolve) => setTimeout(resolve, 500));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tests/sleep-in-test: The test waits for 500 ms and hopes that this is enough (1 more in this file)
  await sleep(300);
  await sleep(1);
  await new Promise((resolve) => process.once('exit', resolve));
});
// What the test stands in for may be slow.
it('gives up', async () => {
  const answer = async () => {
    await sleep(1000);
    return 'late';
  };
  expect(await Promise.race([answer(), 'early'])).toBe('early');
});
export async function helper(): Promise<void> {
  await sleep(300);
}
