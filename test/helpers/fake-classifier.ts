/** A classifier without a model: texts say their own scores, so that a test decides what is found. */
import type {
  Abstention,
  Assessment,
  Classification,
  Classifier,
  ClassifyOptions,
  Evidence,
  Explanation,
} from '../../src/classify/classification.js';
import { CivicTopicsError, throwIfAborted } from '../../src/errors.js';
import type { Language } from '../../src/text/language.js';
import { fakeNearest } from './fake-examples.js';

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
 * `unsupported-language`. Asked for nearest examples, it names those of fake-examples.ts. Bad input, an aborted signal and a closed classifier are refused as by the real one.
 */
export function fakeClassifier(
  topics: readonly string[] = FAKE_TOPICS,
  /** By topic, where it is not FAKE_THRESHOLD. */
  thresholds: Readonly<Record<string, number>> = {},
): Classifier {
  const thresholdOf = (topic: string) => thresholds[topic] ?? FAKE_THRESHOLD;
  let closed = false;
  const assess = async (text: string, options: ClassifyOptions = {}): Promise<Assessment> => {
    if (closed) throw new CivicTopicsError('CLOSED', 'This classifier was closed.');
    throwIfAborted(options.signal);
    if (typeof text !== 'string')
      throw new CivicTopicsError('INVALID_ARGUMENT', `Expected a string, got ${typeof text}.`);
    return assessText(text, topics, thresholdOf, options.nearest ?? 0);
  };
  const classifyOne = async (text: string, options?: ClassifyOptions) => (await assess(text, options)).classification;
  function classify(text: string, options?: ClassifyOptions): Promise<Classification>;
  function classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>;
  function classify(
    input: string | readonly string[],
    options?: ClassifyOptions,
  ): Promise<Classification | Classification[]>;
  function classify(
    input: string | readonly string[],
    options?: ClassifyOptions,
  ): Promise<Classification | Classification[]> {
    if (!Array.isArray(input)) return classifyOne(input as string, options);
    return Promise.all(input.map((text) => classifyOne(text, options)));
  }
  const close = async () => {
    closed = true;
  };
  const info = {
    embedder: { id: 'fake', dimensions: 1 },
    topics: topics.map((id) => ({ id, threshold: thresholdOf(id), examples: 0 })),
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

function assessText(
  text: string,
  topics: readonly string[],
  thresholdOf: (topic: string) => number,
  nearest: number,
): Assessment {
  const language = detect(text);
  const unscored = whyUnscored(text, language);
  const mentions = topics.map((topic) => (unscored ? undefined : findMention(text, topic)));
  const explanations = topics.map((topic, index): Explanation => {
    const clause = mentions[index]?.spans[0] ?? { start: 0, end: text.length };
    const near = fakeNearest(topic, topics, nearest);
    const score = mentions[index]?.score ?? 0;
    if (unscored) return { topic, score, clause: undefined, nearest: [], nearestOther: [] };
    return { topic, score, clause, ...near };
  });
  const tags = explanations
    .map(({ topic, score, nearest: near }, index) => {
      const tag = { topic, score, evidence: (mentions[index]?.spans ?? []) as unknown as Evidence };
      return nearest > 0 ? { ...tag, nearest: near } : tag;
    })
    .filter((tag) => !unscored && tag.score >= thresholdOf(tag.topic))
    .sort((left, right) => right.score - left.score);
  return {
    classification: classification(language, tags, unscored ?? 'no-topic-near'),
    scores: explanations.map(({ score }) => score),
    ...(nearest > 0 && { explanations }),
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
