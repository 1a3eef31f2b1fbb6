/** Refuses what is no classifier, and what no classifier can classify. */
import {
  checkOptions,
  describe,
  hasMethods,
  isObject,
  type Kind,
  type OptionKinds,
  SIGNAL,
  wholeNumber,
} from '../arguments.js';
import { CivicTopicsError } from '../errors.js';
import type { ClassifyOptions } from './classification.js';

/** More examples than anyone reads. */
const MOST_NEAREST = 100;

export const CLASSIFIER: Kind = {
  words: 'a classifier, as createClassifier() gives it once awaited',
  holds: (value) => isObject(value) && Array.isArray(value.topics) && hasMethods(value, 'classify', 'assess', 'close'),
};

const OPTIONS: OptionKinds<ClassifyOptions> = { nearest: wholeNumber(0, MOST_NEAREST), signal: SIGNAL };

/** Options of a classifier as a whole, which are often given with a text. */
const OF_CLASSIFIER = Object.fromEntries(
  ['minScore', 'classifier', 'examples', 'embedder', 'threads', 'fewTexts'].map((name) => [name, 'createClassifier()']),
);

/** @throws CivicTopicsError INVALID_ARGUMENT for an unknown option or a bad value */
export function checkClassifyOptions(options: unknown): void {
  checkOptions('classify()', options, OPTIONS, OF_CLASSIFIER);
}

/** @throws CivicTopicsError INVALID_ARGUMENT unless it is a string */
export function requireText(text: unknown, where: string): asserts text is string {
  if (typeof text === 'string') return;
  throw new CivicTopicsError(
    'INVALID_ARGUMENT',
    `Expected a string ${where}, got ${describe(text)}. Give '' for a missing text.`,
  );
}
