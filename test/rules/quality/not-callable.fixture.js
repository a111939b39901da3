export function start(task, Made) {
  const run = { task };
  run();
//^^^ quality/not-callable: `run` is an object here, not a function
  let later;
  later();
//^^^^^ quality/not-callable: `later` is `undefined` here, not a function
  later = task;
  later();
  const made = new Made();
  made();
  later?.();
  return task();
}
export function lazily(make) {
  let made;
  const get = () => (made ||= make());
  const run = get();
  let known;
  const other = (known ??= make());
  return run() + other();
}
