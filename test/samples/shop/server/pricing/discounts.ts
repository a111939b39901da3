export interface BasketLine {
  sku: string;
  category: 'book' | 'music' | 'tool' | 'gift-card';
  quantity: number;
  unitPrice: number;
}

export interface Buyer {
  id: number;
  country: string;
  isTrade: boolean;
  yearsAsCustomer: number;
  voucher?: { kind: 'percent' | 'amount'; value: number; category?: BasketLine['category'] };
}

/** Price of a basket after discounts, in euro. */
export function priceOf(basket: readonly BasketLine[], buyer: Buyer): number {
  let total = 0;
  for (const line of basket) {
    let price = line.quantity * line.unitPrice;
    if (line.category !== 'gift-card') {
      if (buyer.isTrade) {
        if (line.quantity >= 100) {
          price *= 0.7;
        } else if (line.quantity >= 20) {
          price *= line.category === 'book' ? 0.95 : 0.85;
        } else if (buyer.yearsAsCustomer > 5 && line.category !== 'book') {
          price *= 0.93;
        }
      } else if (buyer.yearsAsCustomer > 2) {
        for (const threshold of [50, 100, 200]) {
          if (price > threshold) {
            price -= threshold === 200 ? 12 : 3;
          }
        }
      }
      if (buyer.voucher) {
        if (!buyer.voucher.category || buyer.voucher.category === line.category) {
          if (buyer.voucher.kind === 'percent') {
            price *= 1 - buyer.voucher.value / 100;
          } else if (price > buyer.voucher.value) {
            price -= buyer.voucher.value;
          } else {
            price = 0;
          }
        }
      }
    }
    if (buyer.country === 'FR' && line.category === 'book' && price < line.unitPrice * line.quantity * 0.95) {
      price = line.unitPrice * line.quantity * 0.95;
    }
    total += price;
  }
  return Math.round(total * 100) / 100;
}
