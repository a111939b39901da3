declare const _: { template(text: string): () => string };

export function greet(name: string): string[] {
  const text = 'Hello ${name}';
//             ^^^^^^^^^^^^^^^ quality/template-in-string: `${name}` is not replaced between quotes
  const other = 'Hello ${user}';
  _.template('Hello ${name}');
  return [text, other, 'price: $' + name, `Hello ${name}`];
}
