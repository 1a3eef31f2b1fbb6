/** Gives every row a random number, so that the rows with the smallest ones are a fair sample of any set of rows. */

/** The same rows are sampled whenever the same file is read. */
const SEED = 0x6c69_7065;

/**
 * Uniform in [0, 2^32), and different for each row: the last step of MurmurHash3, which maps the numbers of 32 bits one to one.
 *
 * @param row number of the row, from 0
 * @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp (fmix32)
 */
export function rowPriority(row: number): number {
  let hash = (row ^ SEED) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
