export function close(order, next) {
  if (order.state = 'paid') order.close();
//    ^^^^^^^^^^^^^^^^^^^^ quality/assignment-in-condition: `order.state = 'paid'` assigns inside a condition; was `===` meant?
  if (order && (order.state = 'open')) order.open();
  const label = order.state = 'x' ? 'a' : 'b';
  let item;
  while (item = next()) order.add(item);
  while (item = true) order.add(item);
//       ^^^^^^^^^^^ quality/assignment-in-condition: `item = true` assigns inside a condition; was `===` meant?
  if ((item = next())) order.add(item);
  return (order.isDone = true) ? label : item;
}
