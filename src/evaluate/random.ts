/** A small seeded random generator, so that the same seed gives the same intervals on every machine. */

/**
 * Returns a source of uniform whole numbers in [0, 2^32): sfc32 by Chris Doty-Humphrey, seeded as in his PractRand.
 *
 * @param seed whole number in [0, 2^32)
 * @see https://pracrand.sourceforge.net/RNG_engines.txt
 */
export function sfc32(seed: number): () => number {
  let a = 0;
  let b = seed | 0;
  let c = 0;
  let counter = 1;
  const next = () => {
    const output = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + output) | 0;
    return output >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
