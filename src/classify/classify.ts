/** `classify()`: the whole package in one call, with the built-in classifier loaded on first use and kept. */

import { checkClassifyOptions } from './check-classify.js';
import type { Classification, Classifier, ClassifyOptions } from './classification.js';
import { createClassifier } from './create-classifier.js';

/** For the whole life of the process: there is nothing to close. */
let shared: Promise<Classifier> | undefined;

/** The built-in classifier, loaded once a process; a failed load is tried again by the next call. */
function sharedClassifier(): Promise<Classifier> {
  shared ??= createClassifier().catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/**
 * Tags a text with the five built-in topics. The first call loads the model, which stays loaded; the answer depends on the text alone.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when something other than a string is given, for an unknown option or a bad value, ABORTED by the signal;
 *   when the installed package is damaged CLASSIFIER_NOT_FOUND, CLASSIFIER_INVALID, CLASSIFIER_MODEL_MISMATCH, MODEL_NOT_FOUND, MODEL_INVALID,
 *   or with `nearest` EXAMPLES_NOT_FOUND.
 */
export function classify(text: string, options?: ClassifyOptions): Promise<Classification>;
/** Tags each text of a list, answered in its order. Throws as for one text. */
export function classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
/** Tags a text, or each of a list: for those who may hold either. */
export function classify(
  input: string | readonly string[],
  options?: ClassifyOptions,
): Promise<Classification | Classification[]>;
export async function classify(
  input: string | readonly string[],
  options: ClassifyOptions = {},
): Promise<Classification | Classification[]> {
  checkClassifyOptions(options);
  const classifier = await sharedClassifier();
  return classifier.classify(input, options);
}
