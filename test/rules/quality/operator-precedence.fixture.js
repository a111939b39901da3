export function test(key, map, Shop, flags) {
  if (!key in map) return 1;
//    ^^^^^^^^^^^ quality/operator-precedence: In `!key in map`, `!key` is worked out before `in`
  if (!map instanceof Shop) return 2;
//    ^^^^^^^^^^^^^^^^^^^^ quality/operator-precedence: In `!map instanceof Shop`, `!map` is worked out before `instanceof`
  if (!key > 3) return 3;
//    ^^^^^^^^ quality/operator-precedence: In `!key > 3`, `!key` is worked out before `>`
  if (!key === 'a') return 4;
//    ^^^^^^^^^^^^ quality/operator-precedence: In `!key === 'a'`, `!key` is worked out before `===`
  if (flags & 4 === 4) return 5;
//    ^^^^^^^^^^^^^^^ quality/operator-precedence: In `flags & 4 === 4`, `4 === 4` is worked out before `&`
  if ((flags & 4) === 4 || !(key in map)) return 6;
  return !key === !map || !!key === true || (key === 1) & (map === 2);
}
