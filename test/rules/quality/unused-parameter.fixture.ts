export function sum(prices: number[]): number[] {
  prices.forEach(() => undefined);
  prices.forEach((price, index) => {
//                       ^^^^^ quality/unused-parameter: The parameter `index` is never used
    console.log(price);
  });
  return prices.map((price, index, all) => price + index).filter((_price) => true);
//                                 ^^^ quality/unused-parameter: The parameter `all` is never used
}
function fee(weight: number, country: string): number {
//                           ^^^^^^^ quality/unused-parameter: The parameter `country` is never used
  return weight;
}
function later(weight: number): number {
  throw new Error('not yet');
}
export const exported = (weight: number): number => fee(later(1), 'a');
export function shown(weight: number): number {
  return exported(1);
}
