// @options {"maxLines": 8, "maxComponentLines": 12}
declare function print(text: string | number): void;
declare const app: { get(path: string, handler: (name: string) => void): void };

export function printInvoice(lines: number[]): void {
//              ^^^^^^^^^^^^ quality/long-function: `printInvoice` is 11 lines of code long (at most 8)
  print('Invoice');
  print('Harbour Shop');
  print('Dock 4');
  for (const line of lines) {
    print(line);
  }
  print('Sum');
  print(lines.length);
  print('Thank you');
}

// Blank lines and comments do not count
export function printReceipt(lines: number[]): void {
  // The head

  print('Receipt');

  /*
   * The lines,
   * one by one
   */
  for (const line of lines) {
    print(line);
  }

  // The foot
  print('Thank you');
}

// Data takes lines, not thought
export function countryNames(): Record<string, string> {
  const names = {
    FR: 'France',
    BE: 'Belgium',
    DE: 'Germany',
    IT: 'Italy',
    ES: 'Spain',
    PT: 'Portugal',
    NL: 'Netherlands',
    LU: 'Luxembourg',
  };
  return names;
}

export function invoiceStyles(): string {
  return `
    .invoice {
      margin: 0;
      padding: 0;
      color: black;
      background: white;
      border: 0;
      font: inherit;
    }
  `;
}

// Functions with a name of their own are judged on their own
export function createPrinter() {
  const printHead = (): void => {
    print('Harbour Shop');
    print('Dock 4');
    print('Marseille');
  };
  return { printHead, printFoot(): void {
      print('Thank you');
      print('Come again');
      print('Harbour Shop');
    },
  };
}

// So are handlers that are registered to be called later
export function registerRoutes(): void {
  app.get('/invoices', (name) => {
    print(name);
    print('one');
    print('two');
  });
  app.get('/receipts', (name) => {
    print(name);
    print('one');
    print('two');
  });
}

// Callbacks in the flow belong to the function they stand in
export function printAll(lines: number[]): void {
//              ^^^^^^^^ quality/long-function: `printAll` is 11 lines of code long (at most 8)
  lines.forEach((line) => {
    print(line);
    print('—');
    print(line * 2);
  });
  lines
    .filter((line) => line > 0)
    .map((line) => line + 1)
    .forEach(print);
}

(function () {
  print('A module wrapper');
  print('is the file');
  print('and not a function');
  print('that somebody');
  print('chose to make');
  print('so long');
  print('a file is');
  print('another rule’s matter');
  print('end');
})();
