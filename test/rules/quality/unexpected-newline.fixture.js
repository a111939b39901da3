export function run(start, list) {
  const task = start
//             ^^^^^ quality/unexpected-newline: `[` on a new line continues the line above
  [1, 2].forEach(list)
  const other = start
//              ^^^^^ quality/unexpected-newline: `(` on a new line continues the line above
  (list)
  start()
    .then(list)
  if (task) {
    return
//  ^^^^^^ quality/unexpected-newline: This `return` ends at its line, so the value below is never returned
      other
  }
  return
}
