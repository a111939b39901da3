function save(order) {
  order.save();
}
const send = (order) => {
  order.send();
};
function fail() {
  throw new Error('x');
}
async function later(order) {
  await order.save();
}
export function use(order) {
  const saved = save(order);
//              ^^^^^^^^^^^ quality/returnless-result: `save` returns nothing, so this is always `undefined`
  console.log(send(order));
//            ^^^^^^^^^^^ quality/returnless-result: `send` returns nothing, so this is always `undefined`
  order.x = 3 + (1, save(order));
//                  ^^^^^^^^^^^ quality/returnless-result: `save` returns nothing, so this is always `undefined`
  const two = order.isOpen ? save(order) : 2;
  order.isOpen && save(order);
  const never = fail();
  const promise = later(order);
  return send(order) || [saved, two, never, promise];
//       ^^^^^^^^^^^ quality/returnless-result: `send` returns nothing, so this is always `undefined`
}
