// @file: src/wrong.ts
declare function isPaid(id: string): Promise<boolean>;
export function ship(id: string) {
  if (isPaid(id)) return "shipped";
//    ^^^^^^^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost
  return "waiting";
}

// @file: src/right.ts
declare function isPaid(id: string): Promise<boolean>;
export async function ship(id: string) {
  if (await isPaid(id)) return "shipped";
  return "waiting";
}
