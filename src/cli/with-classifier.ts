/** Lends a command the classifier that its options name. */
import type { Classifier } from '../classify/classification.js';
import type { Io } from './io.js';

/** The options of every command that loads a classifier. */
export interface ClassifierFlags {
  readonly classifier: string | undefined;
  readonly threads: number | undefined;
  readonly 'min-score'?: number | undefined;
}

/** The classifier that the flags ask for. */
export function classifierOptions({ classifier, threads, 'min-score': minScore }: ClassifierFlags) {
  return { classifier, threads, minScore };
}

/**
 * Loads the classifier, and closes it when the work is done or has failed.
 *
 * @param fewTexts whether loading counts for more than reading
 */
export async function withClassifier<T>(
  flags: ClassifierFlags,
  io: Io,
  use: (classifier: Classifier) => Promise<T>,
  fewTexts = false,
): Promise<T> {
  const classifier = await io.createClassifier({
    signal: io.signal,
    ...classifierOptions(flags),
    ...(fewTexts && { fewTexts }),
  });
  try {
    return await use(classifier);
  } finally {
    await classifier.close();
  }
}
