// @file: src/wrong.ts
export const swap = (name: string) => name.replace(/(\w+) \w+/, "$2 $1");
//                                                              ^^^^^^^ regexp/no-useless-dollar-replacements: The pattern has no such group: the text gets the dollar sign as it stands

// @file: src/right.ts
export const swap = (name: string) => name.replace(/(\w+) (\w+)/, "$2 $1");
