// @options {"max":4}
export function fee(order: { isHeavy: boolean; isFar: boolean; kind: string }, fallback?: number) {
//              ^^^ quality/cyclomatic-complexity: `fee` has a cyclomatic complexity of 7 (at most 4)
  if (order.isHeavy && order.isFar) return 40;
  switch (order.kind) {
    case 'letter':
      return 2;
    case 'card':
      return 1;
    default:
      return order.isFar ? 25 : (fallback ?? 5);
  }
}

export function sum(lines: number[]) {
  const add = (a: number, b: number) => (b > 0 ? a + b : a);
  const last = (a: number) => (a > 2 ? a : lines.length > 2 ? 1 : 2);
  if (lines.length > 2) return last(1);
  try {
    return lines.reduce(add, 0);
  } catch {
    return 0;
  } finally {
    console.log('done');
  }
}
