/** Brackets inside brackets from which on the compiler's parser, which calls itself for each, runs out of stack. */
const deepest = 250;

/** Whether a text nests its brackets deeper than the compiler can read; brackets in strings and comments do not count. */
export function isNestedTooDeeply(text: string): boolean {
  return depthOf(text) > deepest && depthOf(text.replace(silent, '')) > deepest;
}

const silent = /\/\/.*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`/g;

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 40 || code === 91 || code === 123) most = Math.max(most, ++depth);
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
  }
  return most;
}
