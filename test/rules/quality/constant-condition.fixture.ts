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
