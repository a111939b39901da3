// @file: src/variable.ts
declare function isPaid(id: string): Promise<boolean>;
export function ship(id: string) {
  const paid = isPaid(id);
  while (!paid) console.log(id);
//        ^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost
}

// @file: src/parameter.ts
export const label = (paid: Promise<boolean>) => (paid ? 'paid' : 'open');
//                                                ^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost

// @file: src/either.ts
declare function cached(id: string): Promise<string>;
export const name = (id: string) => cached(id) || 'nobody';
//                                  ^^^^^^^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost

// @file: src/predicate.ts
declare function isPaid(id: string): Promise<boolean>;
export const paid = (ids: string[]) => ids.filter((id) => isPaid(id));
//                                                ^^^^^^^^^^^^^^^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost

// @file: src/spread.ts
declare function settings(): Promise<object>;
export const all = () => ({ ...settings(), mode: 'fast' });
//                             ^^^^^^^^^^ typescript-eslint/no-misused-promises: A promise stands here where none is expected: its result or its failure is lost

// @file: src/ship.test.ts
declare function isPaid(id: string): Promise<boolean>;
export const seen = isPaid('1') ? 1 : 2;
