/** Every path made of a start, a dot and one of the names, which stand apart by blanks. */
export function each(start: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${start}.${name}`);
}
