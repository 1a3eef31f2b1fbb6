/** From embedded examples and words to a classifier, and to what it would have said of examples that it had not seen. */
import type { ClassifierFile, TopicModel, TrainingFigures } from '../classify/classifier-file.js';
import type { TaxonomyTopic } from '../classify/taxonomy.js';
import { type Decision, decideAll, type Seen } from './decide.js';
import type { EmbeddedExample } from './embed-examples.js';
import { type FitInput, fitTopics, outOfFold, similarities } from './fit.js';
import { stratifiedFolds } from './folds.js';
import { type JudgedExample, judge, macroF1 } from './judge.js';

export interface Settings {
  readonly untaggedShare: number;
  readonly clauseMargin: number;
  readonly folds: number;
}

type Input = Omit<FitInput, 'learnt' | 'topics'> & {
  readonly embedder: ClassifierFile['embedder'];
  readonly topics: readonly TaxonomyTopic[];
  /** Texts as given, to keep copies together. */
  readonly texts: readonly string[];
};

export interface FittedClassifier {
  readonly classifier: ClassifierFile;
  readonly judged: readonly JudgedExample[];
}

/** Held-out examples set scores and thresholds where there are any, else each fold is judged by the others. */
export function fitClassifier(input: Input, settings: Settings): FittedClassifier {
  const { examples, texts } = input;
  const topics = input.topics.map(({ id }) => id);
  const numbers = examples.map((_, i) => i).filter((i) => examples[i]?.heldOut);
  const learnt = numbers.length > 0;
  const fitInput: FitInput = { ...input, topics, learnt, examples: examples.filter((example) => !example.heldOut) };
  const fit = fitTopics(fitInput);
  const judgedNumbers = learnt ? numbers : examples.map((_, i) => i);
  const judgedExamples = judgedNumbers.map((i) => examples[i] as EmbeddedExample);
  const foldOf = stratifiedFolds(
    judgedNumbers.map((i) => ({ text: texts[i] as string, topics: examples[i]?.topics ?? [] })),
    settings.folds,
  );
  const found = learnt
    ? similarities(judgedExamples, fit, input.dimensions, settings.clauseMargin)
    : outOfFold(fitInput, foldOf, settings.clauseMargin);
  const weights = worldWeights(judgedExamples, settings.untaggedShare);
  const seen = judgedExamples.map((example, i): Seen => {
    const gold = topics.map((topic) => example.topics.includes(topic));
    return { similarities: found[i] as number[], gold, weight: weights[i] as number };
  });
  const decisions = decideAll(seen, topics.length);
  const judged = judge(seen, foldOf, judgedNumbers);
  const classifier: ClassifierFile = {
    embedder: input.embedder,
    clauseMargin: settings.clauseMargin,
    space: fit.space,
    topics: input.topics.map(
      ({ id, ...words }, t): TopicModel => ({
        id,
        centroid: fit.centroids[t] as Float32Array,
        ...(decisions[t] as Decision),
        examples: examples.filter((example) => example.topics.includes(id)).length,
        ...(says(words) && { words }),
      }),
    ),
    training: figures(examples, judged, { shrinkage: fit.shrinkage, learnt, ...settings }),
  };
  return { classifier, judged };
}

/** Whether there is anything to be kept. */
function says(words: Omit<TaxonomyTopic, 'id'>): boolean {
  return Object.values(words).some((part) => Object.keys(part).length > 0);
}

function figures(
  examples: readonly EmbeddedExample[],
  judged: readonly JudgedExample[],
  { untaggedShare, folds, shrinkage, learnt }: Settings & { readonly shrinkage: number; readonly learnt: boolean },
): TrainingFigures {
  return {
    examples: examples.length,
    untagged: examples.filter((example) => example.topics.length === 0).length,
    languages: countBy(examples.map((example) => example.language)),
    heldOut: learnt ? judged.length : 0,
    folds: learnt || judged.length === 0 ? 0 : folds,
    macroF1: macroF1(judged),
    shrinkage,
    untaggedShare,
  };
}

/** Weights with which untagged examples make up `share` of the whole; tagged ones weigh 1. */
function worldWeights(examples: readonly EmbeddedExample[], share: number): number[] {
  const untagged = examples.filter((example) => example.topics.length === 0).length;
  const each = untagged > 0 ? (share / (1 - share)) * ((examples.length - untagged) / untagged) : 1;
  return examples.map((example) => (example.topics.length === 0 ? each : 1));
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
