declare function send(text: string): void;

export function tell(isLate: boolean, name: string): string {
  if (isLate) {
//    ^^^^^^ quality/identical-branches: Both ways out of `isLate` do the same
    send(name);
  } else {
    send(name);
  }
  if (isLate) send('a');
  else if (name) send('b');
  else send('b');
  return isLate ? name : name;
//       ^^^^^^^^^^^^^^^^^^^^ quality/identical-branches: Both ways out of `isLate` do the same
}
