export interface CatalogueItem {
  sku: string;
  title: string;
  price: number;
}

export async function loadItem(sku: string): Promise<CatalogueItem> {
  const response = await fetch(`/api/items/${encodeURIComponent(sku)}`);
  if (!response.ok) throw new Error(`Item ${sku} could not be loaded (${response.status}).`);
  return (await response.json()) as CatalogueItem;
}

/** Loads the items of a wish list. */
export async function loadWishList(skus: readonly string[]): Promise<CatalogueItem[]> {
  const items: CatalogueItem[] = [];
  for (const sku of skus) {
    items.push(await loadItem(sku));
  }
  return items;
}
