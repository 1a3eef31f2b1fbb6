/** Answers for texts in this thread, one after the other. */
import type { AbortOptions, Classification, Classifier } from '../../classify/classification.js';
import { CivicTopicsError } from '../../errors.js';
import { type LoadedTextClassifier, TextFailure } from './text-classifier.js';

/** Takes the classifier over: closing the result closes it. */
export function inThisThread(
  classifier: Pick<Classifier, 'classify' | 'info' | 'close'>,
  options: AbortOptions = {},
): LoadedTextClassifier {
  /** In turn, so that texts that wait hold nothing but themselves. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    width: 1,
    info: classifier.info,
    classify(text) {
      const answer = last.then(() => classifyOne(classifier, text, options));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => classifier.close(),
  };
}

async function classifyOne(
  classifier: Pick<Classifier, 'classify'>,
  text: string,
  options: AbortOptions,
): Promise<Classification> {
  try {
    return await classifier.classify(text, options);
  } catch (error) {
    if (error instanceof CivicTopicsError) throw error;
    throw new TextFailure(error instanceof Error ? error.message : String(error));
  }
}
