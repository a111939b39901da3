export function kind(value) {
  if (typeof value === 'array') return 1;
//                     ^^^^^^^ quality/impossible-typeof: `typeof` never gives “array”
  if ('Number' == typeof value) return 2;
//    ^^^^^^^^ quality/impossible-typeof: `typeof` never gives “Number”
  switch (typeof value) {
    case 'null':
//       ^^^^^^ quality/impossible-typeof: `typeof` never gives “null”
      return 3;
    case 'bigint':
      return 4;
  }
  return typeof value === 'string' || typeof value === typeof kind || value === 'array';
}
