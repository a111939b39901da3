interface Box {
  width: number;
}
// Something that the file does not show assigns it.
export function width(draw: (use: () => void) => void): number {
  let box!: Box;
  draw(() => console.log(box.width));
  return box.width;
}
export function missing(): number {
  let box: Box | undefined;
  return box.width;
//       ^^^ quality/null-dereference: `box` is `undefined` here: reading a property of it throws
}
