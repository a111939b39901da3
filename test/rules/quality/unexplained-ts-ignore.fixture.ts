declare function load(id: string): string;
// @ts-ignore
export const order = load(3);
^^^^^^ quality/unexplained-ts-ignore: `@ts-ignore` hides type errors without a reason
// @ts-ignore the old server takes numbers too
export const other = load(3);
// The old server takes numbers too.
// @ts-ignore
export const third = load(3);
export const text = '// @ts-ignore';
