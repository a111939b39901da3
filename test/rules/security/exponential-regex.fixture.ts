const nested = /^(a+)+$/;
//             ^^^^^^^^^ security/exponential-regex: `(a+)+` takes exponential time on many `"a"`
const alternatives = /(\w|\d)*;/;
//                   ^^^^^^^^^^^ security/exponential-regex: `(\w|\d)*` takes exponential time on many `"0"`
const optional = new RegExp('^(?:x?x?)*$');
//                          ^^^^^^^^^^^^^ security/exponential-regex: `(?:x?x?)*` takes exponential time on many `"xx"`
const source = '(' + 'ab|a|b' + ')*c';
export const compiled = RegExp(source, 'i');
//                             ^^^^^^ security/exponential-regex: `(ab|a|b)*` takes exponential time on many `"AB"`
export const joined = new RegExp('(' + 'ab|a|b' + ')*c', 'i');
//                               ^^^^^^^^^^^^^^^^^^^^^^ security/exponential-regex: `(ab|a|b)*` takes exponential time on many `"AB"`
const hosts = /^([a-z]+[-.]?)+@shop$/;
//            ^^^^^^^^^^^^^^^^^^^^^^^ security/exponential-regex: `([a-z]+[-.]?)+` takes exponential time on many `"s"`
// Separators leave one reading; what stands behind the repetition cannot fail; few turns.
const list = /^\w+(?:,\w+)*$/;
const words = /(?:\w+\s*)*/;
const rest = /(?:.*,)+.+/;
const short = /^(?:a+){3}$/;
const text = /"(?:[^"\\]|\\.)*"/;
const spaces = /\s+$/;
const broken = new RegExp('(a+');
export const all = [nested, alternatives, optional, hosts, list, words, rest, short, text, spaces, broken];
