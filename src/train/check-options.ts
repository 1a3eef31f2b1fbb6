/** Refuses options that nothing sound can be trained with, and fills in the defaults. */
import {
  ANYTHING,
  checkOptions,
  FUNCTION,
  invalidArgument,
  isObject,
  type Kind,
  LIST,
  numberFrom,
  type OptionKinds,
  SIGNAL,
  wholeNumber,
} from '../arguments.js';
import { EMBEDDER } from '../embed/check-embed.js';
import type { Settings } from './fit-classifier.js';
import { type ParsedTaxonomy, readTopics } from './taxonomy/read-topics.js';
import type { TrainOptions } from './train.js';

const TOPICS: Kind = {
  words: 'a list of topic ids, at least one',
  holds: (value) => Array.isArray(value) && value.length > 0,
};
/** With a share of 1 texts that carry a topic would weigh nothing. */
const SHARE: Kind = {
  words: 'a number from 0 to below 1',
  holds: (value) => typeof value === 'number' && value >= 0 && value < 1,
};
const OPTIONS: OptionKinds<TrainOptions> = {
  topics: TOPICS,
  taxonomy: ANYTHING,
  unlabelled: LIST,
  embedder: EMBEDDER,
  untaggedShare: SHARE,
  clauseMargin: numberFrom(0, 2),
  folds: wholeNumber(2, 20),
  onExample: FUNCTION,
  place: FUNCTION,
  signal: SIGNAL,
};

/** @throws CivicTopicsError INVALID_ARGUMENT for an unknown option or a bad value */
export function settingsOf(options: TrainOptions): Settings {
  checkOptions('train()', options, OPTIONS);
  const { untaggedShare = 0.6, clauseMargin = 0.02, folds = 5 } = options;
  return { untaggedShare, clauseMargin, folds };
}

/**
 * A checked copy, and what in it is not used.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when it is no taxonomy, INPUT_INVALID at the first value in it that is not as expected
 */
export function checkedTaxonomy(taxonomy: unknown): Partial<ParsedTaxonomy> {
  if (taxonomy === undefined) return {};
  if (isObject(taxonomy) && Array.isArray(taxonomy.topics))
    return readTopics(taxonomy, (path) => `the taxonomy: ${path}`);
  throw invalidArgument('taxonomy', 'an object { topics: [{ id, name }, …] }', taxonomy, adviceFor(taxonomy));
}

function adviceFor(taxonomy: unknown): string {
  if (typeof taxonomy === 'string') return 'Read the file, and give (await parseTaxonomy(text, file)).taxonomy.';
  if (isObject(taxonomy) && 'taxonomy' in taxonomy)
    return 'It looks like all that parseTaxonomy() returned: give its taxonomy.';
  return 'Give one of parseTaxonomy(), or leave it out.';
}
