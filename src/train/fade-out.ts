/** How what is known beforehand gives way to what is observed. */

/** Share of a prior that still counts, in [0, 1]: all of it without an observation, linearly less, nothing from `enough` of them on. */
export function fadeOut(observations: number, enough: number): number {
  return Math.max(0, 1 - observations / enough);
}
