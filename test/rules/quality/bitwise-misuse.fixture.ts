export function bits(flags: number, mask: number): number {
  const big = 1 << 40;
//            ^^^^^^^ quality/bitwise-misuse: `1 << 40` shifts by more than 31 bits, which counts modulo 32
  if ((flags & mask) > 0) return big;
//    ^^^^^^^^^^^^^^^^^^ quality/bitwise-misuse: `(flags & mask) > 0` is false for the highest bit, whose value is negative; compare with `!== 0`
  if ((flags & 4) > 0) return flags << 3;
  // @ts-expect-error joined on purpose
  if ((flags === 1) & (mask === 2)) return flags >>> 0;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/bitwise-misuse: `(flags === 1) & (mask === 2)` joins conditions bit by bit; was `&&` or `||` meant?
  const both = Number(flags === 1) & Number(mask === 2);
  return (flags & mask) !== 0 ? both : 0;
}
