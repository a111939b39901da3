interface Order {
  id: string;
}
export const twice = (text: string) => text as unknown as Order;
//                                                        ^^^^^ quality/unsafe-cast: This goes through `unknown` to become `Order`, which the compiler would refuse
export const open = (text: string) => (text as any).id;
//                                             ^^^ quality/unsafe-cast: `as any` switches the checks off for `text`
export const parsed = (text: string) => JSON.parse(text) as Order;
//                                                          ^^^^^ quality/unsafe-cast: `JSON.parse` comes from outside and is taken for `Order` unchecked
export const older = (text: string) => <Order>JSON.parse(text);
//                                      ^^^^^ quality/unsafe-cast: `JSON.parse` comes from outside and is taken for `Order` unchecked
export const body = (req: { body: unknown }) => req.body as Order;
//                                                          ^^^^^ quality/unsafe-cast: `req.body` comes from outside and is taken for `Order` unchecked
export const load = async (response: Response) => (await response.json()) as Order;
//                                                                           ^^^^^ quality/unsafe-cast: `response.json` comes from outside and is taken for `Order` unchecked
export const fine = (text: string) => JSON.parse(text) as unknown;
export const constant = { id: 'a' } as const;
export const narrow = (order: Order | string) => order as Order;
export const element = (node: Element) => node as HTMLElement;
