function fee(weight) {
  return weight * 2;
}
function noop() {}
function sum() {
  return arguments.length;
}
export function total(list) {
  fee(3, 'air');
//       ^^^^^ quality/extra-arguments: `fee` takes one argument; this one is ignored
  fee.call(null, 3, 4);
//                  ^ quality/extra-arguments: `fee.call` takes one argument; this one is ignored
  parseFloat('3', 10);
//                ^^ quality/extra-arguments: `parseFloat` takes one argument; this one is ignored
  noop(3);
  sum(1, 2);
  fee(...list, 3);
  (function (a) { return a + 1; })(1, 2);
//                                    ^ quality/extra-arguments: `…` takes one argument; this one is ignored
  return fee(3);
}
