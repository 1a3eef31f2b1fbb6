/** Specification of the file that keeps a classifier's examples, and of what is refused in its place. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassifierFile } from '../../src/classify/classifier-file.js';
import {
  examplesPath,
  onceRead,
  readExamples,
  type StoredExample,
  serialiseExamples,
} from '../../src/classify/example-file.js';
import { smallFile } from '../helpers/small-classifier.js';

const EXAMPLES: readonly StoredExample[] = [
  { text: 'Lương tăng “mạnh”\u0000\ud800', topics: ['pay'], language: 'vi', heldOut: false },
  { text: '', topics: [], language: 'fr', heldOut: true },
  { text: 'Both 👋', topics: ['training', 'pay'], language: 'en', heldOut: false },
];
const POINTS = Int8Array.of(127, -127, 0, 1, -1, 64);
/** Two dimensions, three examples, the topics pay and training. */
const { examples: _, ...file } = smallFile;
const bare: ClassifierFile = {
  ...file,
  embedder: { id: 'fake', dimensions: 2 },
  training: { ...smallFile.training, examples: 3 },
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sealed = (bytes: Uint8Array): ClassifierFile => ({
  ...bare,
  examples: { bytes: bytes.length, sha256: sha256(bytes) },
});
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });
const written = async () => (await serialiseExamples(EXAMPLES, POINTS))?.bytes as Uint8Array;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'civic-topics-examples-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the file of examples', () => {
  it('is read back as it was written, every text to the letter', async () => {
    const bytes = await written();
    expect(await readExamples(bytes, sealed(bytes))).toEqual({ examples: EXAMPLES, points: POINTS });
  });

  it('lies beside the classifier, under its name', () => {
    expect(examplesPath('models/own.json')).toBe('models/own.examples.json.gz');
    expect(examplesPath('own.JSON')).toBe('own.examples.json.gz');
    expect(examplesPath('own.v2')).toBe('own.v2.examples.json.gz');
  });

  it('is JSON in gzip, with points in base64', async () => {
    // By `printf '\x7f\x81\x00\x01\xff\x40' | base64`.
    expect(JSON.parse(gunzipSync(await written()).toString())).toEqual({
      format: 'civic-topics-examples',
      version: 1,
      examples: EXAMPLES,
      points: 'f4EAAf9A',
    });
  });

  it('has the same bytes for the same examples, and neither time nor system in its header', async () => {
    const bytes = await written();
    expect(await written()).toEqual(bytes);
    // RFC 1952: ID1 ID2 CM FLG, MTIME in four bytes, XFL 2 for the best compression, OS 255 for unknown.
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  });

  it('is sealed with its length and its sha256', async () => {
    const file = await serialiseExamples(EXAMPLES, POINTS);
    const bytes = file?.bytes as Uint8Array;
    expect(file?.seal).toEqual({ bytes: bytes.length, sha256: sha256(bytes) });
  });

  it('is not made when it would have more than 64 MiB unpacked', async () => {
    const long = { ...(EXAMPLES[2] as StoredExample), text: 'x'.repeat(33 * 1024 ** 2) };
    expect(await serialiseExamples([long, long], POINTS)).toBeUndefined();
    // Three bytes a letter in UTF-8, though one unit of a string.
    const letters = { ...long, text: 'ữ'.repeat(22 * 1024 ** 2) };
    expect(await serialiseExamples([letters], POINTS)).toBeUndefined();
  });

  it('is read from disk when it is first asked for, once', async () => {
    const bytes = await written();
    const path = join(folder, 'once.examples.json.gz');
    const read = onceRead(path, sealed(bytes));
    await expect(read()).rejects.toEqual(failure('EXAMPLES_NOT_FOUND', /once\.examples\.json\.gz.*ENOENT/));
    await writeFile(path, bytes);
    const set = await read();
    expect(set.examples).toEqual(EXAMPLES);
    await rm(path);
    expect(await read()).toBe(set);
  });
});

describe('in place of the examples', () => {
  it('the file of another classifier is refused, by its length before it is read', async () => {
    const bytes = await written();
    const other = Uint8Array.from(bytes, (value, i) => (i === bytes.length - 1 ? value ^ 1 : value));
    const path = join(folder, 'other.examples.json.gz');
    await writeFile(path, other);
    const words = /other\.examples\.json\.gz to be the examples that the classifier was trained with/;
    await expect(readExamples(path, sealed(bytes))).rejects.toEqual(failure('CLASSIFIER_INVALID', words));
    await writeFile(path, Buffer.concat([other, other]));
    await expect(readExamples(path, sealed(bytes))).rejects.toEqual(failure('CLASSIFIER_INVALID', words));
    await expect(readExamples(other, sealed(bytes))).rejects.toEqual(failure('CLASSIFIER_INVALID', /the examples/));
  });

  it('nothing is refused, and it says what to do', async () => {
    const bytes = await written();
    await expect(readExamples('own.examples.json.gz', bare)).rejects.toEqual(
      failure('EXAMPLES_NOT_FOUND', /this one was written without\. Train it again/),
    );
    await expect(readExamples(undefined, sealed(bytes))).rejects.toEqual(
      failure('EXAMPLES_NOT_FOUND', /Give createClassifier both/),
    );
  });

  it('a gzip bomb is refused without being unpacked whole', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2 + 1, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readExamples(bomb, sealed(bomb))).rejects.toEqual(
      failure('CLASSIFIER_INVALID', /at most 67108864 bytes in the examples/),
    );
  });

  it.each([
    ['what is no gzip', Buffer.from('{"format": "civic-topics-examples"}')],
    ['gzip that breaks off', gzipSync('{"format": "civic-topics-examples"}').subarray(0, -9)],
    ['gzip of no JSON', gzipSync('PK')],
    ['lists of any depth', gzipSync('['.repeat(100_000) + ']'.repeat(100_000))],
  ])('%s is refused', async (_, bytes) => {
    await expect(readExamples(bytes, sealed(bytes))).rejects.toEqual(
      failure('CLASSIFIER_INVALID', /^Expected .* the examples/),
    );
  });

  // biome-ignore lint/suspicious/noExplicitAny: the tests damage the file on purpose
  type Json = any;
  it.each<[string, (json: Json) => void, RegExp]>([
    ['another format', (json) => (json.format = 'pickle'), /format, got "pickle"/],
    ['a later version', (json) => (json.version = 2), /version, got 2/],
    ['an example too few', (json) => json.examples.pop(), /3 entries in the examples: examples, got 2/],
    ['an example too many', (json) => json.examples.push(json.examples[0]), /1 to 3 entries.*got 4/],
    ['no list', (json) => (json.examples = { length: 3 }), /1 to 3 entries.*got an object/],
    ['an example that is none', (json) => (json.examples[1] = null), /an object in the examples: examples\[1\], got/],
    ['a text that is none', (json) => (json.examples[1].text = 7), /a string in .*examples\[1\]: text, got 7/],
    ['no text', (json) => delete json.examples[1].text, /examples\[1\]: text, got nothing/],
    ['an unknown topic', (json) => json.examples[1].topics.push('sport'), /pay or training in .*got "sport"/],
    ['a topic that is no string', (json) => json.examples[1].topics.push(['pay']), /topics, got a list/],
    ['null as a topic', (json) => json.examples[1].topics.push(null), /topics, got null/],
    ['a topic twice', (json) => (json.examples[1].topics = ['pay', 'pay']), /every entry once/],
    ['more topics than there are', (json) => (json.examples[1].topics = ['a', 'b', 'c']), /at most 2 entries/],
    ['topics in one string', (json) => (json.examples[1].topics = 'pay'), /at most 2 entries.*got "pay"/],
    ['another language', (json) => (json.examples[1].language = 'de'), /vi or fr or en in .*got "de"/],
    ['heldOut in words', (json) => (json.examples[1].heldOut = 'yes'), /true or false in .*got "yes"/],
    ['a point too few', (json) => (json.points = 'f4EAAQ=='), /6 bytes in base64 in the examples: points, got 4/],
    ['a byte too many', (json) => (json.points = 'f4EAAf9AAA=='), /6 bytes.*got 7/],
    ['points in a list', (json) => (json.points = [127, -127]), /a string in the examples: points, got a list/],
  ])('a file with %s is refused', async (_, damage, words) => {
    const json: Json = JSON.parse(gunzipSync(await written()).toString());
    damage(json);
    const bytes = gzipSync(JSON.stringify(json));
    await expect(readExamples(bytes, sealed(bytes))).rejects.toEqual(failure('CLASSIFIER_INVALID', words));
  });

  it('keys such as __proto__ stand for nothing', async () => {
    const json = gunzipSync(await written()).toString();
    const bytes = gzipSync(json.replace('"heldOut":true', '"__proto__":{"heldOut":true}'));
    await expect(readExamples(bytes, sealed(bytes))).rejects.toEqual(
      failure('CLASSIFIER_INVALID', /examples\[1\]: heldOut, got nothing/),
    );
  });
});
