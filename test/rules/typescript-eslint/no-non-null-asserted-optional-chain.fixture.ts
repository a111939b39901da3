// @file: src/wrong.ts
export const city = (order?: { address: { city: string } }) => order?.address!.city;
export const street = (order?: { street: string }) => order?.street!;
//                                                    ^^^^^^^^^^^^^^ typescript-eslint/no-non-null-asserted-optional-chain: This chain may be undefined, and `!` hides it

// @file: src/right.ts
export const city = (order?: { city: string }) => order?.city ?? "unknown";
