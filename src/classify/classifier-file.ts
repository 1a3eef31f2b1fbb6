/** The classifier file: what training writes and classifying reads, as JSON. */
import { open } from 'node:fs/promises';
import { requireKind, STRING } from '../arguments.js';
import { CivicTopicsError } from '../errors.js';
import { requireClassifierFile } from './check-classifier-file.js';
import { Checker } from './checker.js';
import { LANGUAGES, type TopicSpace } from './space.js';
import { MOST_TOPICS, parseWords, type TopicWords } from './taxonomy.js';

/** Ours has half a megabyte; a thousand topics of 4,096 dimensions would take 70. */
const MAX_CLASSIFIER_BYTES = 256 * 1024 ** 2;
/** As many as a model folder may ask for. */
const MAX_DIMENSIONS = 8192;
/** More than any file of texts holds. */
const MAX_EXAMPLES = 1e9;
const MAX_FOLDS = 1000;
/** Slopes and intercepts of real curves have two digits; with one beyond this every score is 0 or 1. */
const MAX_LOGIT = 1e6;
/** Of the examples file, unpacked; ours has 3.4 million bytes. What hostile JSON of this size takes in memory is some 2 GB. */
export const MAX_EXAMPLES_BYTES = 64 * 1024 ** 2;

/** What a classifier knows of one topic. */
export interface TopicModel {
  /** In the taxonomy, for example `salary-reform`. */
  readonly id: string;
  /** Unit vector in the topic space: the mean of the topic's examples, with few of them drawn towards what its words say. */
  readonly centroid: Float32Array;
  /** Score = 1 / (1 + exp(−(slope · similarity + intercept))). */
  readonly slope: number;
  /** See `slope`. */
  readonly intercept: number;
  /** A text whose score is at least this gets the tag; in [0, 1]. */
  readonly threshold: number;
  /** Training examples that carry the topic. */
  readonly examples: number;
  /** What the taxonomy says of it; absent when it says nothing, or there was none. */
  readonly words?: TopicWords;
}

/** Figures of the training, on held-out examples or out of fold: an example never helped to judge itself. */
export interface TrainingFigures {
  /** All that were given to `train`, held-out ones too. */
  readonly examples: number;
  /** Those of them that carry no topic. */
  readonly untagged: number;
  /** How many there are of each language: `vi`, `fr`, `en`. */
  readonly languages: Readonly<Record<string, number>>;
  /** Examples that set scores and thresholds alone; 0 when folds did. */
  readonly heldOut: number;
  /** Parts for out-of-fold scores; 0 when held-out examples were used, or there are no examples. */
  readonly folds: number;
  /**
   * Mean F1 of the topics, each at its threshold, in [0, 1]. A topic that every one of the examples judged carries is left out, since no tag of
   * it could be false; 0 where nothing else is left, and without examples.
   */
  readonly macroF1: number;
  /** How far the covariance was drawn to a multiple of the identity, in [0, 1] (Ledoit–Wolf). */
  readonly shrinkage: number;
  /** Share of texts without a topic that thresholds were set for, in [0, 1]. */
  readonly untaggedShare: number;
}

/** A trained classifier. */
export interface ClassifierFile {
  /** The embedder it was trained with; it works with no other. */
  readonly embedder: {
    /** As `Embedder.id`. */
    readonly id: string;
    /** Entries of a vector. */
    readonly dimensions: number;
  };
  /** Taken off a clause's similarity before it is compared with the paragraph's, so that a passing mention does not win; in [0, 2]. */
  readonly clauseMargin: number;
  /** Where similarities are taken. */
  readonly space: TopicSpace;
  /** In the order in which scores are given. */
  readonly topics: readonly TopicModel[];
  /** How it was trained, and how well it did. */
  readonly training: TrainingFigures;
  /** The examples file that belongs to it; absent when it has none. */
  readonly examples?: ExamplesSeal;
}

/** What tells the file of the examples that a classifier was trained with from any other. */
export interface ExamplesSeal {
  /** Length of the file. */
  readonly bytes: number;
  /** Of the file, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Vectors travel as base64 of little-endian float32. */
function encodeVector(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, i) => {
    bytes.writeFloatLE(value, i * 4);
  });
  return bytes.toString('base64');
}

/**
 * The file's text.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when it is given anything but a classifier of `train` or `parseClassifier`
 */
export function serialiseClassifier(file: ClassifierFile): string {
  requireClassifierFile(file);
  const centres = Object.fromEntries(
    Object.entries(file.space.centres).map(([language, vector]) => [language, encodeVector(vector)]),
  );
  const json = {
    format: 'civic-topics-classifier',
    version: 1,
    embedder: file.embedder,
    clauseMargin: file.clauseMargin,
    topics: file.topics.map((topic) => ({ ...topic, centroid: encodeVector(topic.centroid) })),
    training: file.training,
    ...(file.examples && { examples: file.examples }),
    space: { centres, whitening: encodeVector(file.space.whitening) },
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

/**
 * Reads the text of a classifier file.
 *
 * @param where names it in errors; default: `the classifier file`
 * @throws CivicTopicsError CLASSIFIER_INVALID when a field is missing, of the wrong size or not finite, INVALID_ARGUMENT when the text is no string.
 */
export function parseClassifier(text: string, where = 'the classifier file'): ClassifierFile {
  requireKind('the text of a classifier', text, STRING, 'Read the file as text first.');
  requireKind('the name of the classifier file', where, STRING);
  const check = Checker.parse(text, where);
  check.equals('format', 'civic-topics-classifier');
  check.equals('version', 1);
  const embedder = check.object('embedder');
  const dimensions = embedder.integer('dimensions', 1, MAX_DIMENSIONS);
  const space = check.object('space');
  const centres = space.object('centres');
  const present = LANGUAGES.filter((language) => centres.has(language));
  if (present.length === 0) throw centres.error('a centre for vi, fr or en', 'none');
  const topics = check.list('topics', MOST_TOPICS).map((topic) => parseTopic(topic, dimensions));
  const twice = topics.find(({ id }, i) => topics.findIndex((other) => other.id === id) !== i);
  if (twice) throw check.error('every topic once', `${JSON.stringify(twice.id)} twice`);
  return {
    embedder: { id: embedder.text('id'), dimensions },
    clauseMargin: check.number('clauseMargin', 0, 2),
    space: {
      centres: Object.fromEntries(present.map((language) => [language, centres.vector(language, dimensions)])),
      whitening: space.vector('whitening', (dimensions * (dimensions + 1)) / 2),
    },
    topics,
    training: parseTraining(check.object('training')),
    ...(check.has('examples') && { examples: parseSeal(check.object('examples')) }),
  };
}

function parseTopic(topic: Checker, dimensions: number): TopicModel {
  return {
    id: topic.text('id'),
    centroid: topic.vector('centroid', dimensions),
    slope: topic.number('slope', 0, MAX_LOGIT),
    intercept: topic.number('intercept', -MAX_LOGIT, MAX_LOGIT),
    threshold: topic.number('threshold', 0, 1),
    examples: topic.integer('examples', 0, MAX_EXAMPLES),
    ...(topic.has('words') && { words: parseWords(topic.object('words')) }),
  };
}

function parseTraining(training: Checker): TrainingFigures {
  const languages = training.object('languages');
  return {
    examples: training.integer('examples', 0, MAX_EXAMPLES),
    untagged: training.integer('untagged', 0, MAX_EXAMPLES),
    languages: Object.fromEntries(
      LANGUAGES.filter((key) => languages.has(key)).map((key) => [key, languages.integer(key, 0, MAX_EXAMPLES)]),
    ),
    heldOut: training.integer('heldOut', 0, MAX_EXAMPLES),
    folds: training.integer('folds', 0, MAX_FOLDS),
    macroF1: training.number('macroF1', 0, 1),
    shrinkage: training.number('shrinkage', 0, 1),
    untaggedShare: training.number('untaggedShare', 0, 1),
  };
}

function parseSeal(seal: Checker): ExamplesSeal {
  return {
    bytes: seal.integer('bytes', 1, MAX_EXAMPLES_BYTES),
    sha256: seal.matching('sha256', /^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  };
}

/**
 * Reads a classifier file from disk.
 *
 * @throws CivicTopicsError CLASSIFIER_NOT_FOUND when it cannot be read, CLASSIFIER_INVALID when it is no classifier file.
 */
export async function readClassifierFile(path: string): Promise<ClassifierFile> {
  let text: string;
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) throw notFound(path, 'it is a folder');
      const { size } = stats;
      if (size > MAX_CLASSIFIER_BYTES) {
        throw new CivicTopicsError(
          'CLASSIFIER_INVALID',
          `Expected ${path} to have at most ${MAX_CLASSIFIER_BYTES} bytes, got ${size}.`,
        );
      }
      text = await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof CivicTopicsError) throw cause;
    throw notFound(path, `it cannot be read (${cause})`, cause);
  }
  return parseClassifier(text, path);
}

function notFound(path: string, why: string, cause?: unknown): CivicTopicsError {
  return new CivicTopicsError(
    'CLASSIFIER_NOT_FOUND',
    `Expected a classifier file at ${path}, but ${why}. Give the path of a file that was written after training.`,
    { cause },
  );
}
