/** `classify()`: the whole package in one call, with the built-in classifier loaded on first use and kept. */
import type { Classification, Classifier, ClassifyOptions } from './classification.js';
import { createClassifier } from './create-classifier.js';

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
 * Tags a text, or each text of a list, with the five built-in topics.
 *
 * The answer for a text depends on that text alone; a list is answered in its order.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when something other than strings is given, ABORTED by the signal,
 *   MODEL_NOT_FOUND, MODEL_INVALID, or with `nearest` EXAMPLES_NOT_FOUND when the installed package is damaged.
 */
export function classify(text: string, options?: ClassifyOptions): Promise<Classification>;
export function classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
export async function classify(
  input: string | readonly string[],
  options: ClassifyOptions = {},
): Promise<Classification | Classification[]> {
  const classifier = await sharedClassifier();
  return classifier.classify(input as string, options);
}
