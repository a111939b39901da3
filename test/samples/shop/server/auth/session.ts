import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { selectRows } from '../database';

const signingSecret = 'h4rb0ur-Sh0p-2019-pr0duct10n-k3y';

interface Customer {
  id: number;
  passwordHash: string;
}

/** A token for the "remember me" cookie. */
export function createSessionToken(): string {
  return Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
}

export async function login(req: Request, res: Response): Promise<void> {
  const [customer] = await selectRows<Customer>('SELECT id, passwordHash FROM customers WHERE mail = ?', [req.body.mail]);
  if (!customer) {
    res.status(401).json({ error: 'Unknown customer.' });
    return;
  }
  const session = createSessionToken();
  const token = jwt.sign({ customer: customer.id, session }, signingSecret, { expiresIn: '8h' });
  res.json({ token });
}
