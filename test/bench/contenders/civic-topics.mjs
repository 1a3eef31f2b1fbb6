/** Our whole job: language, clauses, vectors, scores, tags and their evidence. */
import { createClassifier } from '../../../dist/index.js';

export async function open({ threads }) {
  const classifier = await createClassifier({ threads });
  return { one: (text) => classifier.classify(text), many: (texts) => classifier.classify(texts) };
}
