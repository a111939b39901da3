export function sum(prices: number[], other: number[]): number {
  let total = 0;
  for (let i = 0; i <= prices.length; i++) total += prices[i]!;
//                ^^^^^^^^^^^^^^^^^^ quality/off-by-one: `i` reaches `prices.length`, one beyond the last element of `prices`
  for (let i = 0; i <= prices.length; i++) {
    if (i < prices.length) total += prices[i]!;
    total += i;
  }
  for (let i = 1; i <= prices.length; i++) total += prices[i - 1]!;
  let j = 0;
  if (prices.length >= j && prices[j]! > 3) total += 1;
//    ^^^^^^^^^^^^^^^^^^ quality/off-by-one: `j` reaches `prices.length`, one beyond the last element of `prices`
  for (let i = 0; i <= other.length; i++) total += i;
  return total;
}
