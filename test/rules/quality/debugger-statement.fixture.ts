export function pay(total: number): number {
  debugger;
//^^^^^^^^^ quality/debugger-statement: `debugger` was left in
  const debuggers = total;
  return debuggers;
}
