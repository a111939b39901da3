declare function load(): number;
declare function later(run: () => void): void;

export function total(prices: number[], rate: number): number {
  let sum = load();
//    ^^^ quality/dead-store: The value given to `sum` here is never used
  sum = 3;
  let tax = 0;
  tax = load();
//^^^ quality/dead-store: The value given to `tax` here is never used
  for (const price of prices) {
    tax = price;
    if (tax > 3) sum += tax;
  }
  rate = load();
  let last = load();
  if (sum > 3) last = 4;
  let seen = load();
  later(() => {
    seen = 3;
  });
  let copy;
  copy = sum;
  sum = load();
//^^^ quality/dead-store: The value given to `sum` here is never used
  return last + copy + seen;
}

export function retry(): number {
  let tries = load();
  try {
    tries = load();
    return load();
  } catch {
    return tries;
  }
}
