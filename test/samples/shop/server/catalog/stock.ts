import { findProduct } from './product';

const stock = new Map<string, number>();

/** Pieces in the warehouse. */
export function stockOf(sku: string): number {
  return stock.get(sku) ?? 0;
}

/** Titles of products that run out. */
export function runningOut(limit: number): string[] {
  return [...stock]
    .filter(([, pieces]) => pieces < limit)
    .map(([sku]) => findProduct(sku)?.title ?? sku);
}
