export function fee(kind, list) {
  switch (kind) {
    case 'air':
      return 3;
    sea:
//  ^^^ quality/label-in-switch: `sea:` is a label, not a case of this `switch`
      return 2;
    default:
      outer: for (const item of list) if (item) break outer;
  }
}
