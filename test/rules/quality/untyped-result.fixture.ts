export function readOrder(text: string) {
//              ^^^^^^^^^ quality/untyped-result: `readOrder` declares no result and gives its callers the `any` of `JSON.parse`
  return JSON.parse(text);
}
export const load = async (id: string) => {
//           ^^^^ quality/untyped-result: `load` declares no result and gives its callers the `any` of `response.json`
  const response = await fetch(`/orders/${id}`);
  const order = await response.json();
  return order;
};
export const typed = (text: string): { id: string } => JSON.parse(text);
export const cast = (text: string) => JSON.parse(text) as { id: string };
export const declared: (text: string) => string = (text) => JSON.parse(text);
export const checked = (text: string) => String(JSON.parse(text));
export const either = (text: string) => {
  if (text === '') return 'empty';
  return JSON.parse(text);
};
export const kept = (text: string) => {
  const order: { id: string } = JSON.parse(text);
  return order;
};
export const other = async (api: { get(): Promise<{ json(): Promise<string> }> }) => (await api.get()).json();
const local = (text: string) => JSON.parse(text);
export const id = (text: string): string => local(text).id;
