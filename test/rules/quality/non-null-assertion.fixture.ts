export const title = (orders: Map<string, { title?: string }>) => orders.get('a')!.title!;
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^ quality/non-null-assertion: `orders.get('a')!.title` may be missing, and `!` checks nothing
//                                                                ^^^^^^^^^^^^^^^^ quality/non-null-assertion: `orders.get('a')` may be missing, and `!` checks nothing
export class Shop {
  name!: string;
}
export const fine = (name?: string) => !name;
