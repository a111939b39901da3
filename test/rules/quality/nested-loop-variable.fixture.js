export function sum(rows) {
  let total = 0;
  for (var i = 0; i < rows.length; i++) {
    for (var i = 0; i < 3; i++) total += rows[i];
//                         ^ quality/nested-loop-variable: `i` also counts the loop around this one
    for (let j = 0; j < 3; j++) total += rows[j];
    for (let i = 0; i < 3; i++) total += rows[i];
    for (; i < 3; i++) total += 1;
  }
  return total;
}
