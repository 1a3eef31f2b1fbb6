/** What the process tells its caller when it ends. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  /** Done, but bad rows were set aside. */
  rejected: 3,
  /** Done, but a figure was below the bar that was set. */
  belowBar: 3,
  /** 128 + 2, as shells report SIGINT. */
  interrupted: 130,
} as const;
