/** Finds the training examples nearest to what earned a score: all are compared, one after the other. */
import type { Span } from '../text/span.js';
import type { Explanation, NearExample } from './classification.js';
import type { ClassifierFile } from './classifier-file.js';
import type { ExampleSet, StoredExample } from './example-file.js';
import type { Points, TopicSimilarity } from './score.js';

/** Which examples to look among, and how many of each kind to name. */
export interface Near {
  readonly examples: ExampleSet;
  readonly count: number;
}

/** One explanation for each topic; `similarities`, `scores` in the order of the topics, `clauses` in that of the points. */
export function explain(
  file: Pick<ClassifierFile, 'topics' | 'clauseMargin'>,
  points: Points,
  similarities: readonly TopicSimilarity[],
  scores: readonly number[],
  clauses: readonly Span[],
  { examples, count }: Near,
): Explanation[] {
  // Topics often share their clause, and all are compared with it at once.
  const rankings = new Map<Float32Array, Ranking>();
  return file.topics.map(({ id }, i) => {
    const similarity = similarities[i] as TopicSimilarity;
    const best = indexOfLargest(similarity.clauses);
    const clauseCounted = similarity.best === (similarity.clauses[best] as number) - file.clauseMargin;
    const point = clauseCounted ? (points.clauses[best] as Float32Array) : points.text;
    const ranking = rankings.get(point) ?? rank(point, examples.points);
    rankings.set(point, ranking);
    return {
      topic: id,
      score: scores[i] as number,
      clause: clauses[best],
      nearest: first(count, ranking, examples.examples, (topics) => topics.includes(id)),
      nearestOther: first(count, ranking, examples.examples, (topics) => !topics.includes(id)),
    };
  });
}

/** What there is to say of a text that was not scored. */
export function unexplained(topic: string): Explanation {
  return { topic, score: 0, clause: undefined, nearest: [], nearestOther: [] };
}

/** Index of the first of the largest; −1 without any. */
function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (best < 0 || value > (values[best] as number) ? i : best), -1);
}

/** Cosine of each example with a point, and the examples' indices, the nearest first. */
interface Ranking {
  readonly cosines: Float64Array;
  readonly order: Uint32Array;
}

function rank(point: Float32Array, points: Int8Array): Ranking {
  const cosines = new Float64Array(points.length / point.length);
  for (let example = 0; example < cosines.length; example++) cosines[example] = cosine(point, points, example);
  const order = Uint32Array.from(cosines, (_, index) => index);
  order.sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b);
  return { cosines, order };
}

/** Of a unit vector and the direction of an example. */
function cosine(point: Float32Array, points: Int8Array, example: number): number {
  const from = example * point.length;
  let product = 0;
  let square = 0;
  for (let i = 0; i < point.length; i++) {
    const value = points[from + i] as number;
    product += (point[i] as number) * value;
    square += value * value;
  }
  return square > 0 ? Math.min(1, Math.max(-1, product / Math.sqrt(square))) : 0;
}

function first(
  count: number,
  { order, cosines }: Ranking,
  examples: readonly StoredExample[],
  wanted: (topics: readonly string[]) => boolean,
): NearExample[] {
  const found: NearExample[] = [];
  for (const index of order) {
    if (found.length === count) break;
    const { text, topics, language } = examples[index] as StoredExample;
    if (wanted(topics)) found.push({ text, topics, language, similarity: cosines[index] as number });
  }
  return found;
}
