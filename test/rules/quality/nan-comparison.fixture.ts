export function check(value: number, limits: { NaN: number }): boolean {
  if (value == NaN || Number.NaN !== value || value < NaN) return true;
//    ^^^^^^^^^^^^ quality/nan-comparison: A comparison with `NaN` never matches
//                    ^^^^^^^^^^^^^^^^^^^^ quality/nan-comparison: A comparison with `NaN` never matches
//                                            ^^^^^^^^^^^ quality/nan-comparison: A comparison with `NaN` never matches
  switch (value) {
    case NaN:
//       ^^^ quality/nan-comparison: A comparison with `NaN` never matches
      return true;
  }
  return Number.isNaN(value) || Object.is(value, NaN) || value === limits.NaN;
}
