export function load(read, list) {
  for (const item of list) {
    try {
      read(item);
    } finally {
      for (const other of list) if (other) break;
      continue;
//    ^^^^^^^^^ quality/unsafe-finally: This `continue` in `finally` drops the result or the error of the `try`
    }
  }
  try {
    return read();
  } finally {
    list.forEach(() => { return 1; });
    if (!list) throw new Error('no list');
    return null;
//  ^^^^^^^^^^^^ quality/unsafe-finally: This `return` in `finally` drops the result or the error of the `try`
  }
}
