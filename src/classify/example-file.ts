/** The examples file: what a classifier was trained with, each text with its point of the topic space, as gzipped JSON beside the classifier. */
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PATH, pathOf, requireKind } from '../arguments.js';
import { CivicTopicsError } from '../errors.js';
import { Checker } from './checker.js';
import { type ClassifierFile, type ExamplesSeal, MAX_EXAMPLES_BYTES } from './classifier-file.js';
import { LANGUAGES, type SupportedLanguage } from './space.js';

// zlib and crypto take some 10 ms to load, for which most answers need not wait: they are imported where they are used.

/** An example as it was given to training. */
export interface StoredExample {
  readonly text: string;
  readonly topics: readonly string[];
  /** As given, or detected. */
  readonly language: SupportedLanguage;
  readonly heldOut: boolean;
}

/** All examples of a classifier, in the order of training. */
export interface ExampleSet {
  readonly examples: readonly StoredExample[];
  /** Directions in the topic space, one after the other: as many numbers for each example as the space has dimensions. */
  readonly points: Int8Array;
}

/**
 * Where the examples of a classifier file lie: `own.examples.json.gz` beside `own.json`.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT unless it is given a path or a file: URL
 */
export function examplesPath(classifierPath: string | URL): string {
  requireKind('the path of the classifier file', classifierPath, PATH);
  return `${pathOf(classifierPath).replace(/\.json$/i, '')}.examples.json.gz`;
}

/** The file and its seal; the same examples give the same bytes. Undefined when it would have more than `MAX_EXAMPLES_BYTES` unpacked. */
export async function serialiseExamples(
  examples: readonly StoredExample[],
  points: Int8Array,
): Promise<{ readonly bytes: Uint8Array; readonly seal: ExamplesSeal } | undefined> {
  const atLeast = examples.reduce((sum, { text }) => sum + text.length, (points.length * 4) / 3);
  if (atLeast > MAX_EXAMPLES_BYTES) return undefined;
  const base64 = Buffer.from(points.buffer, points.byteOffset, points.byteLength).toString('base64');
  const json = Buffer.from(
    `${JSON.stringify({ format: 'civic-topics-examples', version: 1, examples, points: base64 })}\n`,
  );
  if (json.length > MAX_EXAMPLES_BYTES) return undefined;
  const { constants, gzip } = await import('node:zlib');
  const bytes = await promisify(gzip)(json, { level: constants.Z_BEST_COMPRESSION });
  // The header has no time, but the operating system: 255 stands for an unknown one (RFC 1952).
  bytes[9] = 255;
  return { bytes, seal: { bytes: bytes.length, sha256: await sha256(bytes) } };
}

/**
 * Reads the examples that a classifier was trained with.
 *
 * @param source path, or the bytes of the file; undefined when nobody knows where they are
 * @throws CivicTopicsError EXAMPLES_NOT_FOUND when the classifier has none or the file cannot be read, CLASSIFIER_INVALID when they are not
 *   those of this classifier, or damaged
 */
export async function readExamples(
  source: string | Uint8Array | undefined,
  classifier: ClassifierFile,
): Promise<ExampleSet> {
  const seal = classifier.examples;
  const where = typeof source === 'string' ? source : 'the examples';
  if (!seal)
    throw notFound(
      'a classifier with examples, but this one was written without. Train it again, and write both files',
    );
  if (source === undefined)
    throw notFound('the examples of the classifier, got none. Give createClassifier both that train() returned');
  const bytes = typeof source === 'string' ? await readBytes(source, seal) : source;
  if (bytes.length !== seal.bytes || (await sha256(bytes)) !== seal.sha256) throw foreign(where);
  return parseExamples(await unpack(bytes, where), where, classifier);
}

/** Reads them when first called, and keeps them; a failed read is tried again by the next call. */
export function onceRead(
  source: string | Uint8Array | undefined,
  classifier: ClassifierFile,
): () => Promise<ExampleSet> {
  let read: Promise<ExampleSet> | undefined;
  return () => {
    read ??= readExamples(source, classifier).catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    return read;
  };
}

async function readBytes(path: string, seal: ExamplesSeal): Promise<Uint8Array> {
  try {
    // A file of another length is another file, and need not be read.
    const stats = await stat(path);
    if (stats.isDirectory())
      throw notFound(`the examples of the classifier at ${path}, but it is a folder. Give the path of the file`);
    if (stats.size !== seal.bytes) throw foreign(path);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof CivicTopicsError) throw cause;
    throw notFound(
      `the examples of the classifier at ${path}, but they cannot be read (${cause}). Put the file there, or train again`,
      cause,
    );
  }
}

function notFound(rest: string, cause?: unknown): CivicTopicsError {
  return new CivicTopicsError('EXAMPLES_NOT_FOUND', `Expected ${rest}.`, cause === undefined ? {} : { cause });
}

function foreign(where: string): CivicTopicsError {
  return new CivicTopicsError(
    'CLASSIFIER_INVALID',
    `Expected ${where} to be the examples that the classifier was trained with, but its sha256 is another. ` +
      'Put back the file that was written with the classifier, or train it again.',
  );
}

async function unpack(bytes: Uint8Array, where: string): Promise<string> {
  const { gunzip } = await import('node:zlib');
  try {
    return (await promisify(gunzip)(bytes, { maxOutputLength: MAX_EXAMPLES_BYTES })).toString();
  } catch (cause) {
    throw new CivicTopicsError(
      'CLASSIFIER_INVALID',
      `Expected gzip of at most ${MAX_EXAMPLES_BYTES} bytes in ${where}, got something else (${cause}). Train it again with this version.`,
      { cause },
    );
  }
}

function parseExamples(json: string, where: string, classifier: ClassifierFile): ExampleSet {
  const count = classifier.training.examples;
  const check = Checker.parse(json, where);
  check.equals('format', 'civic-topics-examples');
  check.equals('version', 1);
  const topics = new Set(classifier.topics.map(({ id }) => id));
  const entries = check.list('examples', count);
  if (entries.length !== count) throw check.error(`${count} entries`, `${entries.length}`, 'examples');
  return {
    examples: entries.map((entry) => ({
      text: entry.string('text'),
      topics: entry.someOf('topics', topics),
      language: entry.oneOf('language', LANGUAGES),
      heldOut: entry.oneOf('heldOut', [true, false]),
    })),
    points: check.bytes('points', count * classifier.embedder.dimensions),
  };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}
