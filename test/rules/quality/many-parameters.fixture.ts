export function send(a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number): number {
//              ^^^^ quality/many-parameters: `send` takes 8 parameters (at most 7)
  return a + b + c + d + e + f + g + h;
}
export function small(a: number, b: number): number {
  return a + b;
}
export class Shop {
  constructor(
    readonly a: number, readonly b: number, readonly c: number, readonly d: number,
    readonly e: number, readonly f: number, readonly g: number, readonly h: number,
  ) {}
}
