export function total(lines: any, names: any[], done: (result: any) => void): Promise<any> {
//                           ^^^ quality/explicit-any: The parameter `lines` takes `any`
//                                       ^^^ quality/explicit-any: The parameter `names` takes `any`
//                                                                                    ^^^ quality/explicit-any: `total` gives its callers `any`
  return Promise.resolve(done([lines, names]));
}
export const wrap = (...args: any[]) => args;
function inner(value: any): any {
  return value;
}
export class Shop {
  add(line: any) {
//          ^^^ quality/explicit-any: The parameter `line` takes `any`
    return inner(line);
  }
  private keep(line: any) {
    try {
      return this.add(line);
    } catch (error: any) {
//                  ^^^ quality/explicit-any: The caught error is `any`: nothing checks what is read of it
      return this.keep(error.message);
    }
  }
}
export const generic = <T extends (...args: any[]) => any>(task: T) => task;
export const named = (lines: unknown) => lines;
