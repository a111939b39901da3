// @file: test/basket.test.ts
export {};
declare function sleep(milliseconds: number): Promise<void>;
it('saves', async () => {
  await new Promise((resolve) => setTimeout(resolve, 500));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tests/sleep-in-test: The test waits for 500 ms and hopes that this is enough
  await sleep(300);
//^^^^^^^^^^^^^^^^ tests/sleep-in-test: The test waits for 300 ms and hopes that this is enough
  await sleep(1);
  await new Promise((resolve) => process.once('exit', resolve));
});
export async function helper(): Promise<void> {
  await sleep(300);
}
