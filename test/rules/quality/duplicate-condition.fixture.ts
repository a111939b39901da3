declare function next(): string;

export function fee(kind: string, size: number): number {
  if (kind === 'air' || size > 3) return 10;
  else if (kind === 'sea') return 5;
  else if (size > 3) return 2;
//         ^^^^^^^^ quality/duplicate-condition: `size > 3` was already tested above, so this branch never runs
  else if (size > 2 && kind === 'sea') return 1;
  switch (kind) {
    case 'air':
      return 1;
    case 'road':
    case 'air':
//       ^^^^^ quality/duplicate-condition: `'air'` was already tested above, so this branch never runs
      return 2;
  }
  if (next() === 'a') return 1;
  else if (next() === 'a') return 2;
  return 0;
}
