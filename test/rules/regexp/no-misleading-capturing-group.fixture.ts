// @file: src/wrong.ts
export const digits = (text: string) => /\d+(\d*)/.exec(text)?.[1];
//                                      ^^^^^^^^^^ regexp/no-misleading-capturing-group: What stands before this group takes what it should capture

// @file: src/right.ts
export const digits = (text: string) => /\D+(\d*)/.exec(text)?.[1];
