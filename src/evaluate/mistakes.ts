/** Explains the rows that went wrong: what misled, and which training examples are near. */
import type { AbortOptions, Classifier, Explanation, NearExample } from '../classify/classification.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import type { Span } from '../text/span.js';
import type { Evaluation, Judgement } from './evaluation.js';

/** A topic about which a row went wrong. */
export interface MistakenTopic {
  readonly topic: string;
  /** Whether the topic is carried and was not given, or was given and is not carried. */
  readonly kind: 'missed' | 'false';
  readonly score: number;
  readonly threshold: number;
  /** Of a false topic the clauses for which it was given, as in the tag; of a missed one the clause nearest to it, if it is known. */
  readonly spans: readonly Span[];
  /** Training examples that carry the topic, the nearest first; empty when the classifier keeps none. */
  readonly nearest: readonly NearExample[];
  /** The same among examples that do not carry it. */
  readonly nearestOther: readonly NearExample[];
}

/** A row whose tags are not exactly its topics. */
export interface Mistake {
  readonly judgement: Judgement;
  readonly text: string;
  /** In the order of the classifier's topics; at least one. */
  readonly topics: readonly MistakenTopic[];
  /** How wrong the surest of them is: the largest distance of a score from its threshold, in [0, 1]. */
  readonly distance: number;
}

export interface Mistakes {
  /** The surest mistakes first. */
  readonly explained: readonly Mistake[];
  /** How many rows went wrong, explained or not. */
  readonly total: number;
  /** Whether the classifier keeps its training examples. */
  readonly hasExamples: boolean;
}

export interface ExplainOptions extends AbortOptions {
  /** How many rows are explained, those with the surest mistakes; default 500. */
  readonly most?: number | undefined;
  /** How many training examples of each kind are named, 1 to 100; default 3. */
  readonly nearest?: number | undefined;
}

/**
 * Assesses the wrong rows once more, now with training examples.
 *
 * @param texts of all rows that were evaluated, in their order
 * @throws CivicTopicsError CLASSIFIER_INVALID when the examples are not those of the classifier; ABORTED by the signal
 */
export async function explainMistakes(
  classifier: Classifier,
  texts: readonly string[],
  evaluation: Evaluation,
  { most = 500, nearest = 3, signal }: ExplainOptions = {},
): Promise<Mistakes> {
  const wrong = evaluation.judgements.flatMap((judgement) => findMistake(judgement, texts, evaluation.thresholds));
  const surest = wrong.sort((a, b) => b.distance - a.distance).slice(0, most);
  const options = signal ? { signal } : {};
  const hasExamples = surest[0] !== undefined && (await keepsExamples(classifier, surest[0].text, options));
  const explained: Mistake[] = [];
  for (const mistake of surest) {
    throwIfAborted(signal);
    const assessment = hasExamples ? await classifier.assess(mistake.text, { ...options, nearest }) : undefined;
    explained.push(explain(mistake, assessment?.explanations ?? []));
  }
  return { explained, total: wrong.length, hasExamples };
}

function findMistake(
  judgement: Judgement,
  texts: readonly string[],
  thresholds: Evaluation['thresholds'],
): Mistake | [] {
  const { gold, tags, scores, row } = judgement;
  const topics = Object.keys(scores).flatMap((topic): MistakenTopic[] => {
    const tag = tags.find((given) => given.topic === topic);
    if (gold.includes(topic) === (tag !== undefined)) return [];
    const [score, threshold] = [scores[topic] as number, thresholds[topic] as number];
    const kind = tag ? 'false' : 'missed';
    return [{ topic, kind, score, threshold, spans: tag?.evidence ?? [], nearest: [], nearestOther: [] }];
  });
  if (topics.length === 0) return [];
  const distance = Math.max(...topics.map(({ score, threshold }) => Math.abs(score - threshold)));
  return { judgement, text: texts[row - 1] as string, topics, distance };
}

/** Old classifiers, and those whose file was moved alone, can be evaluated as well. */
async function keepsExamples(classifier: Classifier, text: string, options: AbortOptions): Promise<boolean> {
  try {
    await classifier.assess(text, { ...options, nearest: 1 });
    return true;
  } catch (error) {
    if (error instanceof CivicTopicsError && error.code === 'EXAMPLES_NOT_FOUND') return false;
    throw error;
  }
}

function explain(mistake: Mistake, explanations: readonly Explanation[]): Mistake {
  const topics = mistake.topics.map((mistaken) => {
    const found = explanations.find(({ topic }) => topic === mistaken.topic);
    if (!found) return mistaken;
    const { clause, nearest, nearestOther } = found;
    const spans = mistaken.kind === 'missed' && clause ? [clause] : mistaken.spans;
    return { ...mistaken, spans, nearest, nearestOther };
  });
  return { ...mistake, topics };
}
