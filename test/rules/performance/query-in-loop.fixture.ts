declare const orderRepository: { find(q: object): Promise<{ id: string }[]>; findOneBy(q: object): Promise<object> };
declare const db: { query(sql: string, values: unknown[]): Promise<object[]> };
interface Line {
  sku: string;
  orderId: string;
}

export async function details(lines: Line[]) {
  for (const line of lines) {
    const order = await orderRepository.findOneBy({ id: line.orderId });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ performance/query-in-loop: `orderRepository.findOneBy` asks the database once per item
    console.log(order);
  }
  return Promise.all(lines.map((line) => db.query('select * from stock where sku = $1', [line.sku])));
//                                       ^^^^^^^^ performance/query-in-loop: `db.query` asks the database once per item
}

async function stockOf(sku: string) {
  return db.query('select * from stock where sku = $1', [sku]);
}

export async function stock(lines: Line[]) {
  const stocks = [];
  for (const { sku } of lines) stocks.push(await stockOf(sku));
//                                               ^^^^^^^ performance/query-in-loop: `stockOf` asks the database once per item, by `db.query`
  return stocks;
}

// One query for all, arrays that are searched, pages until the end, and what does not depend on the item.
export async function fine(lines: Line[], known: Line[]) {
  const all = await db.query('select * from stock where sku = any($1)', [lines.map(({ sku }) => sku)]);
  for (const line of lines) console.log(known.find((other) => other.sku === line.sku));
  let page = 0;
  while (page < 10) console.log(await db.query('select * from stock limit 100 offset $1', [page++ * 100]));
  for (const line of lines) console.log(line, await db.query('select now()', []));
  return all;
}
