/** Answers for a text that has come before without asking the classifier again: real files repeat boilerplate. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Classification } from '../../classify/classification.js';
import type { TextClassifier } from './text-classifier.js';

/** Answers kept, the latest used; one takes some 2 kB. */
const MOST_ANSWERS = 20_000;

/** Closing it closes the classifier. Texts that fail are remembered too, so that none ends two workers each time it comes. */
export function cached(classifier: TextClassifier): TextClassifier {
  /** Apart from those that are done, so that however many wait, the same text is never asked for twice at once. */
  const pending = new Map<string, Promise<Classification>>();
  const done = new LRUCache<string, Promise<Classification>>({ max: MOST_ANSWERS });
  return {
    width: classifier.width,
    classify(text) {
      const key = digest(text);
      const known = pending.get(key) ?? done.get(key);
      if (known) return known;
      const answer = classifier.classify(text);
      pending.set(key, answer);
      const settle = () => {
        pending.delete(key);
        done.set(key, answer);
      };
      answer.then(settle, settle);
      return answer;
    },
    close: () => classifier.close(),
  };
}

/**
 * Of one size whatever the text's, so that the number of answers bounds their memory. The text itself as key would not: it may be
 * a slice of the piece of file that it was read from, and keep all of it. In UTF-16, which tells lone surrogates apart.
 */
function digest(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('base64');
}
