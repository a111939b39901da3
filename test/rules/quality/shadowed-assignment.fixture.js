export function feeOf(order) {
  let fee = 0;
  let title;
  if (order.isHeavy) {
    const fee = order.weight * 2;
//        ^^^ quality/shadowed-assignment: This is another `fee` than the one of line 2, which never gets a value
    console.log(fee);
  } else {
    let title = order.title;
//      ^^^^^ quality/shadowed-assignment: This is another `title` than the one of line 3, which never gets a value
  }
  return [fee, title];
}
export function fine(order) {
  let fee = 0;
  let name;
  let unread = 0;
  if (order.isHeavy) fee = 2;
  for (const line of order.lines) {
    const fee = line.weight;
    const unread = fee;
    console.log(fee, unread);
  }
  const names = order.lines.map((line) => {
    const name = line.title;
    return name;
  });
  return [fee, names, name];
}
