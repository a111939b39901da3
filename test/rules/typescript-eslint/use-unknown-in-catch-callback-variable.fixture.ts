// @file: src/wrong.ts
declare const order: Promise<string>;
order.catch((error) => {
//           ^^^^^ typescript-eslint/use-unknown-in-catch-callback-variable: The error of this rejection is taken as `any`: type it `unknown`
  console.error(error.code);
});

// @file: src/right.ts
declare const order: Promise<string>;
order.catch((error: unknown) => {
  console.error(String(error));
});
