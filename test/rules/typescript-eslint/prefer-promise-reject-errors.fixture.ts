// @file: src/wrong.ts
export const parcel = new Promise<string>((_resolve, reject) => {
  reject("lost");
//^^^^^^^^^^^^^^ typescript-eslint/prefer-promise-reject-errors: This promise is rejected with something that is no Error
});

// @file: src/right.ts
export const parcel = new Promise<string>((_resolve, reject) => {
  reject(new Error("lost"));
});
// @file: test/pay.test.ts
test('answers a refusal', async () => {
  await pay(() => Promise.reject('no money'));
});
