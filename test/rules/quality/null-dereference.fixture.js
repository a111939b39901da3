export function name(order, load) {
  let found;
  if (order === null) return order.name;
//                           ^^^^^ quality/null-dereference: `order` is `null` here: reading a property of it throws
  if (!order) order = load();
  const size = found.size;
//             ^^^^^ quality/null-dereference: `found` is `undefined` here: reading a property of it throws
  found = load();
  if (order == null) return order?.name;
  for (const item of order.items) if (item.isOpen) found = item;
  return found.name + size;
}
