/** Groups rows that agree in gold topics and tags: counting the few patterns replaces comparing many rows. */

/** One row of the gold matrix and of the tag matrix, in the order of the topics. */
export interface JudgedRow {
  /** Whether the row carries the topic. */
  readonly gold: readonly boolean[];
  /** Whether the row was given the topic. */
  readonly tagged: readonly boolean[];
}

export interface Patterns {
  /** The different rows, in the order in which they first come. */
  readonly distinct: readonly JudgedRow[];
  /** For every row the index of its pattern in `distinct`. */
  readonly ofRow: Uint32Array;
  /** How many rows there are of each pattern. */
  readonly counts: Uint32Array;
}

/** Finds the patterns of the rows. */
export function findPatterns(rows: readonly JudgedRow[]): Patterns {
  const indexOf = new Map<string, number>();
  const distinct: JudgedRow[] = [];
  const ofRow = Uint32Array.from(rows, (row) => {
    const key = [...row.gold, ...row.tagged].map(Number).join('');
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, distinct.length);
    return distinct.push(row) - 1;
  });
  return { distinct, ofRow, counts: countPatterns(ofRow, distinct.length) };
}

function countPatterns(ofRow: Uint32Array, patterns: number): Uint32Array {
  const counts = new Uint32Array(patterns);
  for (const pattern of ofRow) counts[pattern] = (counts[pattern] as number) + 1;
  return counts;
}
