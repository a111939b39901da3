// @file: src/wrong.ts
export type Answer = unknown | "yes";
//                   ^^^^^^^ typescript-eslint/no-redundant-type-constituents: One member of this type makes another one meaningless

// @file: src/right.ts
export type Answer = "no" | "yes";
