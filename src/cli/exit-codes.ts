/** What the process tells its caller. */
export const exitCodes = {
  fine: 0,
  /** The configured gate failed. */
  gate: 1,
  /** The user's mistake: one sentence on stderr. */
  userError: 2,
  /** A defect of ours: the stack on stderr. */
  defect: 70,
  /** 128 plus the number of the signal, as shells count. */
  interrupted: 130,
  terminated: 143,
} as const;
