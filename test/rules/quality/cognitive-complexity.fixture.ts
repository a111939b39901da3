// @options {"max": 6}
interface Line {
  sku: string;
  quantity: number;
  isFragile: boolean;
}
interface Parcel {
  lines: Line[];
  country: string;
  isExpress: boolean;
}

// if 1, for 2, if 3, && 1: 7
export function countFragile(parcel: Parcel): number {
//              ^^^^^^^^^^^^ quality/cognitive-complexity: `countFragile` has a cognitive complexity of 7 (at most 6)
  let fragile = 0;
  if (parcel.lines.length > 0) {
    for (const line of parcel.lines) {
      if (line.isFragile && line.quantity > 0) fragile++;
    }
  }
  return fragile;
}

// if 1, else if 1, else if 1, else 1: nothing nests, so 4
export function zoneOf(parcel: Parcel): string {
  if (parcel.country === 'FR') {
    return 'home';
  } else if (parcel.country === 'BE') {
    return 'near';
  } else if (parcel.country === 'US') {
    return 'far';
  } else {
    return 'world';
  }
}

// A switch counts once, whatever its cases: 1
export function labelOf(zone: string): string {
  switch (zone) {
    case 'home':
      return 'A';
    case 'near':
      return 'B';
    case 'far':
      return 'C';
    case 'world':
      return 'D';
    default:
      return 'E';
  }
}

// Runs of logical operators: && 1, || 1, && 1, and behind a negation || 1, with the if 1 and the ternary 2: 7
export const needsSignature = (parcel: Parcel, value: number): boolean => {
//           ^^^^^^^^^^^^^^ quality/cognitive-complexity: `needsSignature` has a cognitive complexity of 7 (at most 6)
  if ((value > 100 && parcel.isExpress && value < 9000) || (value > 50 && !(parcel.country === 'FR' || value < 60))) {
    return parcel.lines.length > 3 ? true : value > 70;
  }
  return false;
};

// Shorthands are free: ?., ??, ??= count nothing
export function noteFor(parcel: Parcel | undefined, fallback?: string): string {
  let note = parcel?.lines[0]?.sku ?? fallback;
  note ??= parcel?.country ?? 'unknown';
  return note ?? '';
}

// for 1, for 2, continue to a label 1, if 3: 7
export function firstShared(left: Parcel[], right: Parcel[]): Parcel[] {
//              ^^^^^^^^^^^ quality/cognitive-complexity: `firstShared` has a cognitive complexity of 7 (at most 6)
  const shared: Parcel[] = [];
  outer: for (const parcel of left) {
    for (const other of right) {
      if (other === parcel) continue outer;
    }
    shared.push(parcel);
  }
  return shared;
}

// catch 1, its if 2, while 1, its catch 2: 6, and calling itself 1
export async function deliver(parcel: Parcel, send: (parcel: Parcel) => Promise<boolean>): Promise<void> {
//                    ^^^^^^^ quality/cognitive-complexity: `deliver` has a cognitive complexity of 7 (at most 6)
  try {
    await send(parcel);
  } catch (error) {
    if (parcel.isExpress) throw error;
  }
  while (await send(parcel)) {
    try {
      await deliver(parcel, send);
    } catch (error) {
      throw new Error('Not delivered.', { cause: error });
    }
  }
}

// A function inside counts for the one outside, one level deeper: if 1, the callback's if 2, && 1, else 1, and the for in it 3: 8
export function announce(parcels: Parcel[], say: (text: string) => void): void {
//              ^^^^^^^^ quality/cognitive-complexity: `announce` has a cognitive complexity of 8 (at most 6)
  if (parcels.length === 0) return;
  parcels.forEach((parcel) => {
    if (parcel.isExpress && parcel.lines.length > 1) say('express');
    else for (const line of parcel.lines) say(line.sku);
  });
}

// A factory without a decision of its own only gives scope: each function inside stands for itself
export function createCarrier(say: (text: string) => void) {
  const pick = (parcel: Parcel): void => {
    if (parcel.isExpress) {
      for (const line of parcel.lines) say(line.sku);
    }
  };
  return {
    pick,
    drop(parcel: Parcel): void {
      if (parcel.isExpress) {
        for (const line of parcel.lines) say(line.sku);
      }
    },
    hand(parcel: Parcel): void {
//  ^^^^ quality/cognitive-complexity: `hand` has a cognitive complexity of 12 (at most 6)
      if (parcel.isExpress) {
        for (const line of parcel.lines) {
          if (line.isFragile) say(line.quantity > 1 ? 'many' : 'one');
          else if (line.quantity > 1 || !line.sku) say(line.sku);
        }
      }
    },
  };
}

declare function onParcel(handler: (parcel: Parcel) => string): void;

onParcel((parcel) => {
//                ^^ quality/cognitive-complexity: `onParcel(…)` has a cognitive complexity of 7 (at most 6)
  if (parcel.isExpress) {
    for (const line of parcel.lines) {
      if (line.isFragile && line.quantity > 2) return line.sku;
    }
  }
  return '';
});

class Depot {
  constructor(private readonly parcels: Parcel[]) {}

  get heaviest(): Parcel | undefined {
//    ^^^^^^^^ quality/cognitive-complexity: `heaviest` has a cognitive complexity of 7 (at most 6)
    let heaviest: Parcel | undefined;
    for (const parcel of this.parcels) {
      if (!heaviest || parcel.lines.length > heaviest.lines.length) {
        heaviest = parcel.isExpress ? parcel : heaviest;
      }
    }
    return heaviest;
  }

  // for 1, if 2, the ternary 3, and the circle weigh → weighAll → weigh 1: 7
  weigh(parcel: Parcel): number {
//^^^^^ quality/cognitive-complexity: `weigh` has a cognitive complexity of 7 (at most 6)
    let weight = 0;
    for (const line of parcel.lines) {
      if (line.quantity > 1) weight += line.isFragile ? this.weighAll() : 1;
    }
    return weight;
  }

  weighAll(): number {
    return this.parcels.reduce((sum, parcel) => sum + this.weigh(parcel), 0);
  }
}

export { Depot };
