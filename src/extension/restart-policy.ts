/** Decides whether a server that went down is started again. */
export interface RestartPolicy {
  /** Records a crash at a time in milliseconds; false when it crashed too often lately. */
  mayRestart(now: number): boolean;
  /** Forgets earlier crashes, because a person asked for a new start. */
  reset(): void;
}

const windowMs = 5 * 60_000;
const mostRestarts = 3;

/** At most 3 restarts in 5 minutes, so that a broken server never loops. */
export function createRestartPolicy(): RestartPolicy {
  let restarts: readonly number[] = [];
  return {
    mayRestart: (now) => {
      restarts = restarts.filter((time) => now - time < windowMs);
      if (restarts.length >= mostRestarts) return false;
      restarts = [...restarts, now];
      return true;
    },
    reset: () => {
      restarts = [];
    },
  };
}
