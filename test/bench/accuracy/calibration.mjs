/** Prints how far scores are from the share of texts that really carry the topic; `evaluate` has measured it. */

/** A row for each bin that is not empty, and the expected calibration error. */
export function formatCalibration({ bins, error }) {
  const rows = bins.flatMap(({ from, to, count, meanScore, carrying }) => {
    if (count === 0) return [];
    const range = `${from.toFixed(1)}–${to.toFixed(1)}`;
    return [`${range}  ${String(count).padStart(6)}  ${meanScore.toFixed(3)}  ${carrying.toFixed(3)}`];
  });
  return ['score      pairs  mean   carry', ...rows, `Expected calibration error ${error.toFixed(3)}`].join('\n');
}
