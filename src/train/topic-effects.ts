/** Which part of vectors their topics explain: least squares on what each text carries, texts without a topic being a kind of their own. */

/** Rows of equal length, one after the other. */
export interface Rows {
  readonly values: Float64Array;
  readonly size: number;
}

interface ExplainOptions {
  /** Added to the number of a topic's rows, so that a topic of few rows explains less; in rows. */
  readonly ridge: number;
  /** Rounds of coordinate descent. With one topic a row the first is exact; rows of several topics take some more. */
  readonly rounds: number;
}

/** Numbers of the rows that carry each topic, and at the end of those without any. Rows that nobody has read are in no list, and not explained. */
export function membersOf(
  examples: readonly { readonly topics: readonly string[] | undefined }[],
  topics: readonly string[],
): number[][] {
  const position = new Map(topics.map((topic, t) => [topic, t]));
  const members: number[][] = [...topics, ''].map(() => []);
  examples.forEach((example, row) => {
    for (const topic of new Set(example.topics)) members[position.get(topic) as number]?.push(row);
    if (example.topics?.length === 0) members.at(-1)?.push(row);
  });
  return members;
}

/** Steps smaller than this are rounding: vectors have length 1. */
const NO_STEP = 1e-9;

/** The explained part of every row: the sum of the effects of its topics. */
export function explainedByTopics(
  rows: Rows,
  members: readonly (readonly number[])[],
  options: ExplainOptions,
): Float64Array {
  const { values, size } = rows;
  const residual = values.slice();
  const effects = members.map(() => new Float64Array(size));
  for (let round = 0, step = 1; round < options.rounds && step > NO_STEP; round++) {
    step = 0;
    members.forEach((indices, t) => {
      if (indices.length === 0) return;
      step = Math.max(step, moveEffect(effects[t] as Float64Array, residual, indices, options.ridge));
    });
  }
  for (let i = 0; i < residual.length; i++) residual[i] = (values[i] as number) - (residual[i] as number);
  return residual;
}

/** Sets an effect to the (shrunk) mean of what the other effects leave of its rows; returns how far its farthest entry moved. */
function moveEffect(effect: Float64Array, residual: Float64Array, indices: readonly number[], ridge: number): number {
  const size = effect.length;
  const step = effect.map((value) => value * indices.length);
  for (const row of indices) {
    for (let i = 0, at = row * size; i < size; i++, at++) step[i] = (step[i] as number) + (residual[at] as number);
  }
  let farthest = 0;
  for (let i = 0; i < size; i++) {
    const next = (step[i] as number) / (indices.length + ridge);
    step[i] = next - (effect[i] as number);
    effect[i] = next;
    farthest = Math.max(farthest, Math.abs(step[i] as number));
  }
  if (farthest === 0) return 0;
  for (const row of indices) {
    for (let i = 0, at = row * size; i < size; i++, at++) residual[at] = (residual[at] as number) - (step[i] as number);
  }
  return farthest;
}
