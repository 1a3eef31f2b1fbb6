/** Lends a command the classifier that its options name. */
import type { Classifier } from '../classify/classification.js';
import type { Io } from './io.js';

/** Loads the classifier, and closes it when the work is done or has failed. */
export async function withClassifier<T>(
  { classifier: path, threads }: { readonly classifier: string | undefined; readonly threads: number | undefined },
  io: Io,
  use: (classifier: Classifier) => Promise<T>,
): Promise<T> {
  const classifier = await io.createClassifier({
    signal: io.signal,
    ...(path !== undefined && { classifier: path }),
    ...(threads !== undefined && { threads }),
  });
  try {
    return await use(classifier);
  } finally {
    await classifier.close();
  }
}
