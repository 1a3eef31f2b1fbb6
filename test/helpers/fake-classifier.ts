/** A classifier without a model: texts say their own scores, so that a test decides what is found. */
import type {
  AbortOptions,
  Abstention,
  Assessment,
  Classification,
  Classifier,
} from '../../src/classify/classification.js';
import { CivicTopicsError, throwIfAborted } from '../../src/errors.js';
import type { Language } from '../../src/text/language.js';

/** The topics of the package's own taxonomy. */
export const FAKE_TOPICS = [
  'digital-government',
  'civil-service-ethics',
  'gender-equality',
  'salary-reform',
  'training',
];

/** Scores of at least this give a tag. */
export const FAKE_THRESHOLD = 0.5;

/**
 * Reads scores from the text itself: "Pay rises. salary-reform:0.9 training:0.3" is tagged salary-reform with 0.9 (the
 * evidence is that mention), and training scores 0.3 without a tag; topics not named score 0.
 *
 * A blank text abstains as `empty`, one of fewer than 4 characters as `too-short`, one without a Latin letter as
 * `unsupported-language`. Bad input, an aborted signal and a closed classifier are refused as by the real one.
 */
export function fakeClassifier(topics: readonly string[] = FAKE_TOPICS): Classifier {
  let closed = false;
  const assess = async (text: string, options: AbortOptions = {}): Promise<Assessment> => {
    if (closed) throw new CivicTopicsError('CLOSED', 'This classifier was closed.');
    throwIfAborted(options.signal);
    if (typeof text !== 'string')
      throw new CivicTopicsError('INVALID_ARGUMENT', `Expected a string, got ${typeof text}.`);
    return assessText(text, topics);
  };
  const classifyOne = async (text: string, options?: AbortOptions) => (await assess(text, options)).classification;
  function classify(text: string, options?: AbortOptions): Promise<Classification>;
  function classify(texts: readonly string[], options?: AbortOptions): Promise<Classification[]>;
  function classify(
    input: string | readonly string[],
    options?: AbortOptions,
  ): Promise<Classification | Classification[]> {
    if (!Array.isArray(input)) return classifyOne(input as string, options);
    return Promise.all(input.map((text) => classifyOne(text, options)));
  }
  const close = async () => {
    closed = true;
  };
  const info = {
    embedder: { id: 'fake', dimensions: 1 },
    topics: topics.map((id) => ({ id, threshold: FAKE_THRESHOLD, examples: 0 })),
    training: {
      examples: 0,
      untagged: 0,
      languages: {},
      heldOut: 0,
      folds: 2,
      macroF1: 0,
      shrinkage: 0,
      untaggedShare: 0,
    },
  };
  return { topics, info, classify, assess, close, [Symbol.asyncDispose]: close };
}

function assessText(text: string, topics: readonly string[]): Assessment {
  const language = detect(text);
  const unscored = whyUnscored(text, language);
  if (unscored) return { classification: classification(language, [], unscored), scores: topics.map(() => 0) };
  const mentions = topics.map((topic) => findMention(text, topic));
  const tags = topics
    .map((topic, index) => ({ topic, score: mentions[index]?.score ?? 0, evidence: mentions[index]?.spans ?? [] }))
    .filter((tag) => tag.score >= FAKE_THRESHOLD)
    .sort((left, right) => right.score - left.score);
  return {
    classification: classification(language, tags, 'no-topic-near'),
    scores: mentions.map((mention) => mention?.score ?? 0),
  };
}

function classification(language: Language, tags: Classification['tags'], reason: Abstention): Classification {
  return { language, tags, ...(tags.length === 0 && { abstained: reason }), truncated: false };
}

function whyUnscored(text: string, language: Language): Abstention | undefined {
  if (text.trim() === '') return 'empty';
  if (text.trim().length < 4) return 'too-short';
  return language === 'und' ? 'unsupported-language' : undefined;
}

function findMention(text: string, topic: string) {
  const start = text.indexOf(`${topic}:`);
  const number = /^\d(\.\d+)?/.exec(text.slice(start + topic.length + 1))?.[0];
  if (start < 0 || number === undefined) return undefined;
  return { score: Number(number), spans: [{ start, end: start + topic.length + 1 + number.length }] };
}

function detect(text: string): Language {
  if (!/\p{Script=Latin}/u.test(text)) return 'und';
  if (/[đơưạ-ỹ]/iu.test(text)) return 'vi';
  return /[çéèêëîïôûù]/iu.test(text) ? 'fr' : 'en';
}
