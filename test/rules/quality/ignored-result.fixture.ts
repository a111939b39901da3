import * as path from 'node:path';
declare const router: { replace(to: string): void; concat(other: string): string };

export function clean(name: string, names: string[]): string {
  name.trim();
//     ^^^^ quality/ignored-result: `trim` changes nothing: its result is thrown away
  name.replace(/x/, 'y');
//     ^^^^^^^ quality/ignored-result: `replace` changes nothing: its result is thrown away
  names.concat(['a']);
//      ^^^^^^ quality/ignored-result: `concat` changes nothing: its result is thrown away
  names.filter((other) => other !== name);
//      ^^^^^^ quality/ignored-result: `filter` changes nothing: its result is thrown away
  names.map((other) => console.log(other));
  router.replace('/home');
  path.join('a');
  const short = name.slice(1);
  name.slice(1);
//     ^^^^^ quality/ignored-result: `slice` changes nothing: its result is thrown away
  return short;
}
