// @file: src/wrong.ts
export const mood = /^[👍👎]$/;
//                  ^^^^^^^^^^ regexp/no-misleading-unicode-character: This character is made of several units that match one by one

// @file: src/right.ts
export const mood = /^[👍👎]$/u;
