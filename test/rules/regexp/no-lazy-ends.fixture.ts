// @file: src/wrong.ts
export const isQuoted = (text: string) => /"[^"]+?/.test(text);
//                                        ^^^^^^^^^ regexp/no-lazy-ends: This lazy quantifier ends the pattern and takes the least it may

// @file: src/right.ts
export const isQuoted = (text: string) => /"[^"]+"/.test(text);
