/** Runs something at most once in a while, the last time included. */
export interface Throttle {
  run(): void;
  cancel(): void;
}

/** Makes a throttle of one run in `milliseconds`. */
export function createThrottle(milliseconds: number, task: () => void): Throttle {
  let timer: NodeJS.Timeout | undefined;
  return {
    run: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        task();
      }, milliseconds);
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
