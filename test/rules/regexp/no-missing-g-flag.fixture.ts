// @file: src/wrong.ts
export const dashed = (text: string) => text.replaceAll(/ /, "-");
//                                                      ^^^ regexp/no-missing-g-flag: This expression needs the `g` flag here, or the call throws

// @file: src/right.ts
export const dashed = (text: string) => text.replaceAll(/ /g, "-");
