interface Order {
  id: string;
  tags: string[];
}

export const byId = (orders: Order[]) =>
  orders.reduce<Record<string, Order>>((all, order) => ({ ...all, [order.id]: order }), {});
//                                                        ^^^^^^ performance/quadratic-search: `all` is copied whole on every turn

export const names = (orders: Order[]) =>
  orders.reduce<string[]>((all, order) => {
    return [...all, order.id];
//          ^^^^^^ performance/quadratic-search: `all` is copied whole on every turn
  }, []);

export function collect(orders: Order[]) {
  let all: string[] = [];
  const seen: string[] = [];
  for (const order of orders) {
    all = [...all, order.id];
//         ^^^^^^ performance/quadratic-search: `all` is copied whole on every turn
    if (order.tags.length > 3) all = [...all, 'big'];
    if (!seen.includes(order.id)) {
//       ^^^^^^^^^^^^^ performance/quadratic-search: `seen` is searched from its start on every turn
      seen.push(order.id);
    }
  }
  return { all, seen };
}

// A list that does not grow, a copy of each turn's own, a set, and few literals.
export function fine(orders: Order[], allowed: string[]) {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const order of orders) {
    let tags = ['new'];
    tags = [...tags, ...order.tags];
    if (allowed.includes(order.id) && !seen.has(order.id)) seen.add(tags.join());
  }
  for (const size of ['small', 'large']) if (!kept.includes(size)) kept.push(size);
  return orders.reduce((sum, order) => sum + order.tags.length, 0) + kept.length;
}

// Arguments written out by the caller, and one key of an object.
export function merged(...sources: object[]) {
  let all: Record<string, unknown> = {};
  for (const source of sources) {
    all = { ...all, ...source };
    for (const [key, value] of Object.entries(source)) {
      if (key === 'context') all = { ...all, context: value };
    }
  }
  return all;
}
