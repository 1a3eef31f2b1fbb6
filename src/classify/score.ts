/** Compares a text and its clauses with every topic. */
import type { Embedding } from '../embed/embedder.js';
import type { ClassifierFile } from './classifier-file.js';
import { centreOf, dot, project, type SupportedLanguage } from './space.js';

/** How near a text is to one topic. */
export interface TopicSimilarity {
  /** max(paragraph, best clause − margin): what the score is made of. */
  readonly best: number;
  /** Cosine of each clause with the topic's centroid, in the order of the clauses. */
  readonly clauses: readonly number[];
}

/** Points of the topic space for a text and its clauses. */
export interface Points {
  readonly text: Float32Array;
  readonly clauses: readonly Float32Array[];
}

/** Brings an embedding into the topic space of a classifier. */
export function toPoints(
  embedding: Embedding,
  language: SupportedLanguage,
  file: Pick<ClassifierFile, 'space' | 'embedder'>,
): Points {
  const centre = centreOf(file.space, language, file.embedder.dimensions);
  const point = (vector: Float32Array) => project(vector, centre, file.space.whitening);
  return { text: point(embedding.text), clauses: embedding.spans.map(point) };
}

/** Similarity of a text with a topic's centroid, and of each of its clauses. */
export function similarity(points: Points, centroid: Float32Array, clauseMargin: number): TopicSimilarity {
  const clauses = points.clauses.map((clause) => dot(clause, centroid));
  const best = clauses.reduce((most, cosine) => Math.max(most, cosine - clauseMargin), dot(points.text, centroid));
  return { best, clauses };
}

/** Score = 1 / (1 + exp(−(slope · similarity + intercept))): Platt scaling. */
export interface LogisticCurve {
  readonly slope: number;
  readonly intercept: number;
}

/** Calibrated probability in [0, 1] that a text of this similarity carries the topic of the curve. */
export function scoreOf(similarity: number, { slope, intercept }: LogisticCurve): number {
  return 1 / (1 + Math.exp(-(slope * similarity + intercept)));
}
