import { stockOf } from './stock';

export interface Product {
  sku: string;
  title: string;
  reserved: number;
}

/** Whether a product can be sold now. */
export function isAvailable(product: Product): boolean {
  return stockOf(product.sku) > product.reserved;
}

const products = new Map<string, Product>();

export function findProduct(sku: string): Product | undefined {
  return products.get(sku);
}
