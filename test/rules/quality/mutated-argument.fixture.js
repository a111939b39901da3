const sizes = ['s', 'm'];
export function newest(orders, { lines }) {
  console.log(lines.reverse());
//                  ^^^^^^^ quality/mutated-argument: `reverse` reorders `lines`, which belongs to the caller; `toReversed` makes a copy
  return orders.sort((a, b) => b.date - a.date)[0];
//              ^^^^ quality/mutated-argument: `sort` reorders `orders`, which belongs to the caller; `toSorted` makes a copy
}
export function Sizes(props) {
  const [orders] = useState([]);
  const first = orders.sort(byDate)[0];
//                     ^^^^ quality/mutated-argument: `sort` reorders `orders`, which is state; `toSorted` makes a copy
  const last = props.orders.sort(byDate)[0];
//                          ^^^^ quality/mutated-argument: `sort` reorders `props.orders`, which belongs to the caller; `toSorted` makes a copy
  return [first, last, sizes.reverse()];
//                           ^^^^^^^ quality/mutated-argument: `reverse` reorders `sizes`, which the whole module shares; `toReversed` makes a copy
}
export function fine(orders, query, names) {
  orders.sort(byDate);
  const copy = [...orders].sort(byDate);
  const own = orders.filter(Boolean).sort(byDate);
  names = [...names];
  const found = Object.entries(orders).map(([key, list]) => [key, list.sort(byDate)]);
  return [copy, own, query.sort('date'), query.sort({ date: 1 }), names.sort(), found];
}
function byDate(a, b) {
  return a.date - b.date;
}
