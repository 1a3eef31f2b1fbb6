/** From embedded examples and words to a classifier, and to what it would have said of examples that it had not seen. */
import type { ClassifierFile, TopicModel, TrainingFigures } from '../classify/classifier-file.js';
import type { TopicWords } from '../classify/taxonomy.js';
import { type Decision, decideAll, type TestedExample } from './decide.js';
import type { EmbeddedExample } from './embed-examples.js';
import type { KnownTopic } from './example.js';
import { type Fit, type FitInput, fitTopics, type GroupedExample } from './fit-topics.js';
import { stratifiedFolds } from './folds.js';
import { groupsOf } from './groups.js';
import { type JudgedExample, judge, macroF1 } from './judge.js';
import { outOfFold, similarities } from './out-of-fold.js';

/** As in `TrainOptions`. */
export interface Settings {
  readonly untaggedShare: number;
  readonly clauseMargin: number;
  readonly folds: number;
}

type Input = Pick<FitInput, 'unlabelled' | 'words' | 'background'> & {
  readonly examples: readonly EmbeddedExample[];
  readonly embedder: ClassifierFile['embedder'];
  readonly topics: readonly KnownTopic[];
  /** Texts of the examples as given. */
  readonly texts: readonly string[];
};

export interface FittedClassifier {
  readonly classifier: ClassifierFile;
  readonly judged: readonly JudgedExample[];
}

/** Held-out examples set scores and thresholds where there are any, else each fold is judged by the others. */
export function fitClassifier(input: Input, settings: Settings): FittedClassifier {
  const { dimensions } = input.embedder;
  const topics = input.topics.map(({ id }) => id);
  const groups = groupsOf(input.texts, input.examples, dimensions);
  const examples = input.examples.map(
    (example, i): Numbered => ({ ...example, group: groups[i] as number, number: i }),
  );
  const learnt = examples.some((example) => example.heldOut);
  const learning = examples.filter((example) => !example.heldOut);
  const fitInput: FitInput = { ...input, topics, learnt, examples: learning, dimensions };
  const fit = fitTopics(fitInput);
  const judging = learnt ? examples.filter((example) => example.heldOut) : examples;
  const foldOf = stratifiedFolds(judging, settings.folds);
  const found = learnt
    ? similarities(judging, fit, dimensions, settings.clauseMargin)
    : outOfFold(fitInput, foldOf, settings.clauseMargin);
  const tested = toTested(judging, found, topics, settings.untaggedShare);
  const numbers = judging.map(({ number }) => number);
  const judged = judge(tested, foldOf, numbers);
  const classifier: ClassifierFile = {
    embedder: input.embedder,
    clauseMargin: settings.clauseMargin,
    space: fit.space,
    topics: toModels(input.topics, examples, fit, decideAll(tested, topics.length)),
    training: figures(examples, judged, { shrinkage: fit.shrinkage, learnt, ...settings }),
  };
  return { classifier, judged };
}

/** An example and its place in the list. */
type Numbered = GroupedExample & { readonly number: number };

function toTested(
  examples: readonly EmbeddedExample[],
  found: readonly (readonly number[])[],
  topics: readonly string[],
  untaggedShare: number,
): TestedExample[] {
  const weights = worldWeights(examples, untaggedShare);
  return examples.map((example, i) => ({
    similarities: found[i] as readonly number[],
    gold: topics.map((topic) => example.topics.includes(topic)),
    weight: weights[i] as number,
  }));
}

function toModels(
  topics: readonly KnownTopic[],
  examples: readonly EmbeddedExample[],
  fit: Fit,
  decisions: readonly Decision[],
): TopicModel[] {
  return topics.map(({ id, ...words }, t) => ({
    id,
    centroid: fit.centroids[t] as Float32Array,
    ...(decisions[t] as Decision),
    examples: examples.filter((example) => example.topics.includes(id)).length,
    ...(saysAnything(words) && { words }),
  }));
}

function saysAnything(words: TopicWords): boolean {
  return Object.values(words).some((part) => Object.keys(part ?? {}).length > 0);
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
