declare function load(): { name?: string } | undefined;
declare function each(run: () => void): void;
declare const features: { isOpen: boolean };

export function guards(input: unknown, name?: string): unknown {
  const lines: string[] = [];
  if (lines) return lines;
//    ^^^^^ quality/constant-condition: `lines` is always true here
  let found;
  if (found) return found;
//    ^^^^^ quality/constant-condition: `found` is always false here
  if (!name) {
    name = 'none';
  }
  if (name !== null) return name;
//    ^^^^^^^^^^^^^ quality/constant-condition: `name !== null` is always true here
  return input;
}

export function nested(value?: string): string {
  if (value) {
    return value ? 'a' : 'b';
//         ^^^^^ quality/constant-condition: `value` is always true here
  }
  return [] ?? value;
//       ^^ quality/constant-condition: `[]` is never `null` or `undefined` here, so the value behind `??` is never used
}

// Settings, loops and values that change later
const isVerbose = false;
export function changes(items: string[]): boolean {
  if (isVerbose) return false;
  let isFound = false;
  each(() => {
    isFound = true;
  });
  if (isFound) return true;
  let match = false;
  for (const item of items) {
    if (match) break;
    if (item === 'x') match = true;
  }
  while (true) {
    const loaded = load();
    if (!loaded) break;
    if (loaded.name) return true;
  }
  let tries = 0;
  while (!match && tries < 3) tries += 1;
  return features.isOpen || match;
}

let cached: string | undefined;
export function lazily(): string {
  if (!cached) cached = 'made';
  return cached;
}

export function retried(task: () => void): void {
  let error: unknown;
  try {
    task();
  } catch (caught) {
    error = caught;
  }
  if (error) throw error;
}

export function switched(kind: string): number {
  let size;
  switch (kind) {
    case 'a':
      size = 1;
      break;
    default:
  }
  return size ? size : 0;
}

/** Each part of the text builds on each other one: as many ways through as there are orders of the cases. */
export function escapedByHand(text: string): string {
  let rest = '';
  let done = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text[index]) {
      case '\t':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%09';
        done = index + 1;
        break;
      case '\n':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%10';
        done = index + 1;
        break;
      case '\r':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%17';
        done = index + 1;
        break;
      case ' ':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%1e';
        done = index + 1;
        break;
      case '"':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%25';
        done = index + 1;
        break;
      case '<':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%2c';
        done = index + 1;
        break;
      case '>':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%33';
        done = index + 1;
        break;
      case '\\':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%3a';
        done = index + 1;
        break;
      case '^':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%41';
        done = index + 1;
        break;
      case '`':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%48';
        done = index + 1;
        break;
      case '{':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%4f';
        done = index + 1;
        break;
      case '|':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%56';
        done = index + 1;
        break;
      case '}':
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%5d';
        done = index + 1;
        break;
      case "'":
        if (index - done > 0) rest += text.slice(done, index);
        rest += '%64';
        done = index + 1;
        break;
    }
  }
  if (done === 0) return text;
  return done < text.length ? rest + text.slice(done) : rest;
}

export function noticed(text: string): boolean {
  const escaped = escapedByHand(text);
  return escaped !== '' && escaped !== text;
}
