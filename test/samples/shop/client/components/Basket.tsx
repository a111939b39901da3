import type { CatalogueItem } from '../api';

export function Basket({ items }: { items: readonly CatalogueItem[] }) {
  const total = items.reduce((sum, item) => sum + item.price, 0);
  return (
    <section aria-label="Basket">
      <ul>
        {items.map((item) => (
          <li key={item.sku}>
            {item.title}: {item.price.toFixed(2)} €
          </li>
        ))}
      </ul>
      <p>Total: {total.toFixed(2)} €</p>
    </section>
  );
}
