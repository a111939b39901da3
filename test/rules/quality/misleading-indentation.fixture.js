export function pay(order, list) {
  if (order.isOpen)
    order.charge();
    order.close();
//  ^^^^^^^^^^^^^^ quality/misleading-indentation: Indented as part of the `if` above, but it always runs
  for (const item of list)
    item.close();
  order.send();
  if (order.isOpen) order.charge();
  order.close();
  if (!order)
    return 1;
  else
    order.open();
    order.print();
//  ^^^^^^^^^^^^^^ quality/misleading-indentation: Indented as part of the `else` above, but it always runs
  return 2;
}
