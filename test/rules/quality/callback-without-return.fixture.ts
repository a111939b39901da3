export function picks(sizes: number[]): unknown[] {
  sizes.map((size) => {
    console.log(size);
  });
  const large = sizes.filter((size) => {
//                                  ^^ quality/callback-without-return: The callback of `filter` never returns a value
    size > 3;
  });
  const first = sizes.find(function (size) {
//                         ^^^^^^^^ quality/callback-without-return: The callback of `find` never returns a value
    console.log(size);
  });
  const all = sizes.map(async (size) => {
    await size;
  });
  const checked = sizes.every((size) => {
    if (size > 3) return false;
    return true;
  });
  return [large, first, all, checked];
}
