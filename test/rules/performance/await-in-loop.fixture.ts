interface Order {
  id: string;
  lines: string[];
  next?: string;
}
declare function loadOrder(id: string): Promise<Order>;
declare function loadPage(cursor: string | undefined): Promise<{ orders: Order[]; next: string | undefined }>;
declare function sleep(ms: number): Promise<void>;
declare function sendMail(order: Order): Promise<void>;
declare function isPaid(order: Order): Promise<boolean>;
declare const repository: { save(order: Order): Promise<void>; find(id: string): Promise<Order> };
declare const queryRunner: { query(text: string): Promise<Order> };
declare const page: { screenshot(id: string): Promise<void> };
declare const feed: AsyncIterable<Order>;

export async function loadAll(ids: string[]): Promise<Order[]> {
  const orders: Order[] = [];
  for (const id of ids) {
    orders.push(await loadOrder(id));
//              ^^^^^^^^^^^^^^^^^^^ performance/await-in-loop: `loadOrder` is awaited once per turn of this loop
  }
  return orders;
}

export async function countLines(ids: string[]): Promise<number> {
  let lines = 0;
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index] ?? '';
    const order = await repository.find(id);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^ performance/await-in-loop: `repository.find` is awaited once per turn of this loop
    if (order.lines.length === 0) continue;
    lines += order.lines.length;
  }
  return lines;
}

export async function mailAll(byId: Record<string, Order>): Promise<void> {
  for (const id in byId) {
    const order = byId[id];
    if (!order) throw new Error(`No order ${id}.`);
    await sendMail(order);
//  ^^^^^^^^^^^^^^^^^^^^^ performance/await-in-loop: `sendMail` is awaited once per turn of this loop
  }
}

// The next turn needs this one
export async function loadPages(): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | undefined;
  do {
    const found = await loadPage(cursor);
    orders.push(...found.orders);
    cursor = found.next;
  } while (cursor);
  return orders;
}

export async function follow(ids: string[]): Promise<Order | undefined> {
  let last: Order | undefined;
  for (const id of ids) {
    last = await loadOrder(last?.next ?? id);
  }
  return last;
}

export async function loadOnce(ids: string[]): Promise<Map<string, Order>> {
  const known = new Map<string, Order>();
  for (const id of ids) {
    if (known.has(id)) continue;
    known.set(id, await loadOrder(id));
  }
  return known;
}

// The loop ends when it has found what it wants
export async function firstPaid(orders: Order[]): Promise<Order | undefined> {
  for (const order of orders) {
    if (await isPaid(order)) return order;
  }
  for (const order of orders) {
    const paid = await isPaid(order);
    if (paid) break;
  }
  return undefined;
}

export async function* stream(ids: string[]): AsyncGenerator<Order> {
  for (const id of ids) yield await loadOrder(id);
}

// Waiting is the point
export async function poll(id: string): Promise<Order> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const order = await loadOrder(id);
    if (order.lines.length > 0) return order;
    await sleep(100 * attempt);
  }
  while (!(await isPaid({ id, lines: [] }))) await sleep(100);
  return loadOrder(id);
}

export async function gently(ids: string[]): Promise<void> {
  for (const id of ids) {
    await loadOrder(id);
    await sleep(200);
  }
  // One at a time: the carrier allows a single connection.
  for (const id of ids) {
    await loadOrder(id);
  }
}

export async function asDecidedElsewhere(ids: string[]): Promise<void> {
  for (const id of ids) {
    // eslint-disable-next-line no-await-in-loop
    await loadOrder(id);
  }
}

// Order matters, or there is only one line to talk on
export async function writeInOrder(orders: Order[], statements: string[]): Promise<void> {
  for (const order of orders) await repository.save(order);
  for (const statement of statements) await queryRunner.query(statement);
  for (const order of orders) await page.screenshot(order.id);
}

export async function runSteps(steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step();
}

export async function migrateOrders(ids: string[]): Promise<void> {
  for (const id of ids) await loadOrder(id);
}

// Already side by side, in groups
export async function inGroups(groups: string[][]): Promise<void> {
  for (const group of groups) {
    await Promise.all(group.map((id) => loadOrder(id)));
  }
  for await (const order of feed) await sendMail(order);
}

// Somebody has weighed both ways
export async function eitherWay(ids: string[], isParallel: boolean): Promise<void> {
  if (isParallel) await Promise.all(ids.map((id) => loadOrder(id)));
  else {
    for (const id of ids) await loadOrder(id);
  }
}

// The awaited call is the same whatever the item
export async function refreshEach(orders: Order[]): Promise<void> {
  for (const order of orders) {
    order.lines.push((await loadPage(undefined)).next ?? '');
  }
}

export function inCallbacks(ids: string[]): Promise<Order>[] {
  const pending: Promise<Order>[] = [];
  for (const id of ids) pending.push((async () => await loadOrder(id))());
  return pending;
}

export async function dropAll(tables: string[], database: { query(text: string): Promise<void> }): Promise<void> {
  for (const table of tables) await database.query(`DROP TABLE ${table}`);
}
// @file: src/jobs/nightly.ts
declare function loadOrder(id: string): Promise<string>;

export async function nightly(ids: string[]): Promise<void> {
  for (const id of ids) await loadOrder(id);
}
// @file: test/orders.test.ts
declare function loadOrder(id: string): Promise<string>;
declare function it(title: string, body: () => Promise<void>): void;

it('loads them all', async () => {
  for (const id of ['1', '2']) await loadOrder(id);
});
