export function total(lines: string[]): number {
  // const taxes = lines.map((line) => line.length);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/commented-out-code: 5 lines of code stand here in a comment
  // for (const tax of taxes) {
  //   sum += tax;
  // }
  // console.log(sum);
  return lines.length;
  /*
//^^ quality/commented-out-code: 6 lines of code stand here in a comment
  if (lines.length > 3) {
    return 3;
  }
  log(lines);
  send(lines);
  stop();
  */
}

// Prices come from the catalogue;
// each of them is in cents,
// and taxes are added later (see the invoices),
// where the country is known;
// this is why nothing is rounded here.
export const cents = 100;

// Usage:
// const orders = load();
// const sum = total(orders);
// console.log(sum);
// stop();
export const usage = 1;

/**
 * const orders = load();
 * const sum = total(orders);
 * console.log(sum);
 * stop();
 * start();
 */
export const documented = '// const a = 1;\n// const b = 2;\n';

// const short = 1;
// const pair = 2;
export const few = 2;
