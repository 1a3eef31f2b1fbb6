/** Why a text has no topic, in the words of the pages; terminals print the codes, which stand in the files. */
import type { Abstention } from '../../classify/classification.js';

export const ABSTENTION_WORDS: Readonly<Record<Abstention, string>> = {
  'no-topic-near': 'about none of the topics',
  'no-accents': 'Vietnamese typed without accents',
  'below-min-score': 'scores below the least asked for',
  'too-short': 'too short to tell',
  'unsupported-language': 'not in Vietnamese, French or English',
  empty: 'no text',
};

/** Whether it is one of our reasons: a file that was edited by hand may give others. */
export function isAbstention(reason: string): reason is Abstention {
  return Object.hasOwn(ABSTENTION_WORDS, reason);
}
