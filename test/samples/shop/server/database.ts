import mysql from 'mysql2/promise';

export const database = mysql.createPool({
  host: process.env.DB_HOST,
  user: process.env.DB_USER,
  password: process.env.DB_PASSWORD,
  database: 'shop',
});

export interface OrderRow {
  id: number;
  customer: string;
  status: 'open' | 'paid' | 'shipped';
  total: number;
}

/** Runs a statement and gives its rows. */
export async function selectRows<Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const [rows] = await database.query(statement, [...values]);
  return rows as Row[];
}
