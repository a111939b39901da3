interface Order {
  id: string;
  lines: string[];
}
declare function sendReceipt(order: Order): Promise<void>;
declare function report(error: unknown): void;
declare function dispatch(action: object): Promise<void>;
declare function remember(order: Order): void;
declare function archive(order: Order): Promise<void> | void;
declare const reply: { send(order: Order): typeof reply; then(done: () => void): void };
declare const query: { save(): { then(done: () => void): void; catch(failed: () => void): void } };
declare function saveEitherWay(order: Order, callback?: (error: unknown) => void): Promise<void>;
declare const orders: Order[];

export function complete(order: Order, isNew: boolean, store?: { save(order: Order): Promise<void> }): void {
  sendReceipt(order);
//^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `sendReceipt` or handles its rejection
  store?.save(order);
//^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `store.save` or handles its rejection
  isNew && sendReceipt(order);
//         ^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `sendReceipt` or handles its rejection
  isNew ? sendReceipt(order) : remember(order);
//        ^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `sendReceipt` or handles its rejection
  sendReceipt(order).then(() => remember(order));
//^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….then` or handles its rejection
  sendReceipt(order).finally(() => remember(order));
//^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….finally` or handles its rejection
  Promise.all(orders.map(sendReceipt));
//^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `Promise.all` or handles its rejection
  query.save();
//^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `query.save` or handles its rejection
  (async () => {
//          ^^ quality/floating-promise: Nobody waits for the promise of `(async () => …)()` or handles its rejection
    await sendReceipt(order);
  })();
}

export function completeAll(): void {
  orders.map(async (order) => {
//^^^^^^^^^^ quality/floating-promise: Nobody waits for the promises that `orders.map` makes
    await sendReceipt(order);
  });
  orders.forEach(async (order) => {
//^^^^^^^^^^^^^^ quality/floating-promise: `orders.forEach` does not wait for its async callback, whose rejections get lost
    await sendReceipt(order);
  });
  setTimeout(() => {
    sendReceipt(orders[0]!);
//  ^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `sendReceipt` or handles its rejection
  }, 100);
}

// Waited for, returned, handled, or left alone on purpose
export async function wellTreated(order: Order): Promise<void> {
  await sendReceipt(order);
  void sendReceipt(order);
  sendReceipt(order).catch(report);
  sendReceipt(order).then(() => remember(order), report);
  sendReceipt(order)
    .catch(report)
    .finally(() => remember(order));
  await Promise.all(orders.map(async (each) => sendReceipt(each)));
  Promise.allSettled(orders.map(sendReceipt));
  // eslint-disable-next-line @typescript-eslint/no-floating-promises
  sendReceipt(order);
  sendReceipt(order); // goes on in the background
  return sendReceipt(order);
}

// Not a promise for sure, or one that never rejects
export function notFloating(order: Order): void {
  remember(order);
  archive(order);
  reply.send(order);
  dispatch({ type: 'ordered', order });
  orders.map((each) => each.id);
  orders.forEach((each) => remember(each));
  Promise.resolve().then(() => remember(order));
  const done = new Promise<void>((resolve) => setTimeout(resolve, 10));
  done.then(() => remember(order));
  Object.assign(sendReceipt, { order });
  saveEitherWay(order, (error) => report(error));
}

// What is called deals with its errors itself
async function refreshBasket(): Promise<void> {
  try {
    await sendReceipt(orders[0]!);
  } catch (error) {
    report(error);
  }
}

const refreshStock = (): Promise<void> => sendReceipt(orders[0]!).catch(report);

async function refreshHalf(): Promise<void> {
  try {
    await sendReceipt(orders[0]!);
  } catch (error) {
    report(error);
  }
  await sendReceipt(orders[1]!);
}

export function openPage(): void {
  refreshBasket();
  refreshStock();
  refreshHalf();
//^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `refreshHalf` or handles its rejection
  (async () => {
    try {
      await sendReceipt(orders[0]!);
    } catch (error) {
      report(error);
    }
  })();
}

// The owner of a promise handles it, not everyone who listens
export function whenDone(promise: Promise<void>): void {
  promise.finally(() => remember(orders[0]!));
}

// A rejection at module level ends the process, as a start script wants
async function main(): Promise<void> {
  await sendReceipt(orders[0]!);
}
main();
// @file: test/orders.test.ts
declare function it(title: string, body: () => void | Promise<void>): Promise<void>;
declare function describe(title: string, body: () => void): Promise<void>;
declare function expect(value: unknown): { toBe(expected: unknown): void; resolves: { toBe(expected: unknown): Promise<void> } };
declare function load(id: string): Promise<string>;
export {};

describe('orders', () => {
  it('load', async () => {
    expect(load('1')).resolves.toBe('rope');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `….resolves.toBe` or handles its rejection
    ['1', '2'].map(async (id) => {
//  ^^^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promises that `….map` makes
      expect(await load(id)).toBe('rope');
    });
    await expect(load('1')).resolves.toBe('rope');
    // Work in the background is the situation being tested
    load('2');
  });
});
