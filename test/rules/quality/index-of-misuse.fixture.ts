export function has(names: string[], name: string): boolean {
  if (names.indexOf(name)) return true;
//    ^^^^^^^^^^^^^^^^^^^ quality/index-of-misuse: `names.indexOf(name)` is 0 for the first place and true for none
  if (!names.findIndex((other) => other === name)) return true;
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/index-of-misuse: `names.findIndex((other) => other === na…` is 0 for the first place and true for none
  const isFirst = !name.indexOf('x');
  if (names.indexOf(name) > 0) return isFirst;
//    ^^^^^^^^^^^^^^^^^^^^^^^ quality/index-of-misuse: `names.indexOf(name) > 0` overlooks a match at the first place
  return name.indexOf('@') > 0 || names.indexOf(name) >= 0 || ~names.indexOf(name) !== 0;
}
