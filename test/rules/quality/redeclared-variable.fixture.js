export function label(order) {
  var name = order.name;
  if (order.isGift) {
    var name = 'gift';
//      ^^^^ quality/redeclared-variable: `name` is declared a second time here
  }
  for (var i = 0; i < 3; i++) order.next();
  for (var i = 0; i < 3; i++) order.next();
  function helper() {}
  var helper;
  let own = 1;
  {
    let own = 2;
    order.add(own);
  }
  return [name, helper, own];
}
