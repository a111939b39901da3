// @options {"max": 2}
export function run(a: boolean, list: boolean[]): number {
  if (a) {
    for (const b of list) {
      if (b) return 1;
//    ^^ quality/deep-nesting: This is nested 3 levels deep (at most 2)
      else if (a) return 2;
    }
  } else if (list) {
    return 2;
  }
  return list.map((b) => {
    if (b) return 1;
    return 0;
  }).length;
}
