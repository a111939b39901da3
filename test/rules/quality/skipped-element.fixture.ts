export function drop(list: string[], item: string): void {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '') list.splice(i, 1);
//                      ^^^^^^^^^^^^^^^^^ quality/skipped-element: Removing from `list` here makes the loop skip the next element
  }
  for (let i = 0; i < list.length; i++) {
    if (list[i] === item) {
      list.splice(i, 1);
      break;
    }
  }
  for (let i = 0; i < list.length; i++) {
    if (list[i] === item) {
      list.splice(i, 1);
      i--;
    }
  }
  for (let i = list.length - 1; i >= 0; i--) list.splice(i, 1);
}
