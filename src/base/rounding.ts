/**
 * The nearest number of the series 1, 2, 5, 10, 20, 50… by ratio; 0 stays 0. Rounded so, a figure shows how
 * little is known of it and stays the same while its inputs move a little.
 */
export function roundTo125(value: number): number {
  if (value <= 0) return 0;
  const decade = Math.floor(Math.log10(value));
  const lead = value / 10 ** decade;
  const step = lead < Math.SQRT2 ? 1 : lead < Math.sqrt(10) ? 2 : lead < Math.sqrt(50) ? 5 : 10;
  return decade < 0 ? step / 10 ** -decade : step * 10 ** decade;
}

/** Rounds to this many significant digits. */
export function roundSignificant(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** The entry of an ascending list of positive numbers that is nearest by ratio. */
export function nearestStep(value: number, steps: readonly number[]): number {
  let nearest = steps[0] ?? value;
  for (const step of steps) {
    if (Math.abs(Math.log(step / value)) < Math.abs(Math.log(nearest / value))) nearest = step;
  }
  return nearest;
}
