import { selectRows } from '../database';

export interface Payment {
  id: string;
  customerId: number;
  amount: number;
  isSettled: boolean;
}

const gateway = 'https://payments.harbour-shop.example/v2';

/** Charges a customer; a payment that was refused is not settled. */
export async function charge(customerId: number, amount: number): Promise<Payment> {
  const response = await fetch(`${gateway}/charges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId, amount }),
  });
  const payment = (await response.json()) as Payment;
  try {
    await selectRows('INSERT INTO payments (id, customer, amount) VALUES (?, ?, ?)', [payment.id, customerId, amount]);
  } catch {}
  return payment;
}

export async function sendReceipt(payment: Payment): Promise<void> {
  const response = await fetch(`${gateway}/receipts/${encodeURIComponent(payment.id)}`, { method: 'POST' });
  if (!response.ok) throw new Error(`No receipt for ${payment.id}: the gateway answered ${response.status}.`);
}

/** Settles the open payments of a day. */
export async function settleAll(payments: readonly Payment[]): Promise<number> {
  let settled = 0;
  for (const payment of payments) {
    const response = await fetch(`${gateway}/charges/${encodeURIComponent(payment.id)}/settle`, { method: 'POST' });
    if (response.ok) settled += payment.amount;
  }
  return settled;
}
