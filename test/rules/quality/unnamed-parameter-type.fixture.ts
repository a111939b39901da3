interface Order {
  id: string;
  format(number): string;
//       ^^^^^^ quality/unnamed-parameter-type: `number` is the name of this parameter, not its type, which is `any`
  send(text: string): void;
}
export type Listener = (Order) => void;
//                      ^^^^^ quality/unnamed-parameter-type: `Order` is the name of this parameter, not its type, which is `any`
export type Plain = (order) => void;
export interface Emitter<T> {
  on(listener: (T) => void): void;
//              ^ quality/unnamed-parameter-type: `T` is the name of this parameter, not its type, which is `any`
  (string): void;
// ^^^^^^ quality/unnamed-parameter-type: `string` is the name of this parameter, not its type, which is `any`
}
export class Shop {
  take(Order) {}
}
