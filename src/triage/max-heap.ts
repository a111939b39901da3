/** A queue that gives its largest item first. */
export interface MaxHeap<Item> {
  push(item: Item): void;
  /** Takes the largest item out; undefined when nothing is left. */
  pop(): Item | undefined;
}

/** Makes an empty heap; of equal items the one pushed first comes first, so that results repeat. */
export function createMaxHeap<Item>(keyOf: (item: Item) => number): MaxHeap<Item> {
  const entries: { readonly item: Item; readonly key: number; readonly serial: number }[] = [];
  let serial = 0;
  const isAbove = (a: number, b: number): boolean => {
    const [one, other] = [entries[a], entries[b]];
    if (one === undefined || other === undefined) return other === undefined;
    return one.key > other.key || (one.key === other.key && one.serial < other.serial);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [entries[a], entries[b]];
    if (one === undefined || other === undefined) return;
    entries[a] = other;
    entries[b] = one;
  };
  const sink = (start: number): void => {
    for (let at = start; ;) {
      const left = 2 * at + 1;
      const child = isAbove(left, left + 1) ? left : left + 1;
      if (left >= entries.length || isAbove(at, child)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push: (item) => {
      entries.push({ item, key: keyOf(item), serial: serial++ });
      for (let at = entries.length - 1; at > 0 && isAbove(at, (at - 1) >> 1); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    },
    pop: () => {
      swap(0, entries.length - 1);
      const top = entries.pop();
      sink(0);
      return top?.item;
    },
  };
}
