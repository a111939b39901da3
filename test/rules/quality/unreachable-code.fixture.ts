declare const file: { close(): void; flush(): void };

export function close(kind: string): number {
  switch (kind) {
    case 'a':
      return 1;
      break;
    case 'b':
      throw new Error('b');
      file.flush();
//    ^^^^^^^^^^^^^ quality/unreachable-code: This code is never reached
  }
  while (true) {
    if (kind) break;
  }
  if (kind) {
    return helper();
  } else {
    return 2;
  }
  file.close();
//^^^^^^^^^^^^^ quality/unreachable-code: This code is never reached
  file.flush();
  function helper(): number {
    return 3;
  }
}
