import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseClassifier, readClassifierFile, serialiseClassifier } from '../../src/classify/classifier-file.js';
import { smallFile } from '../helpers/small-classifier.js';

// biome-ignore lint/suspicious/noExplicitAny: the tests damage the file on purpose
type Json = any;
const good = (): Json => JSON.parse(serialiseClassifier(smallFile));
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });
const float32 = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString('base64');

describe('a classifier file', () => {
  it('is read back as it was written', () => {
    expect(parseClassifier(serialiseClassifier(smallFile), 'memory')).toEqual(smallFile);
  });

  it('may have no examples, as one that went through a pipe', () => {
    const { examples: _, ...without } = smallFile;
    expect(parseClassifier(serialiseClassifier(without), 'memory')).toEqual(without);
  });

  it.each<[string, (json: Json) => void, RegExp]>([
    ['another format', (json) => (json.format = 'pickle'), /"civic-topics-classifier" in memory: format, got "pickle"/],
    ['a later version', (json) => (json.version = 2), /version, got 2/],
    ['huge dimensions', (json) => (json.embedder.dimensions = 1e9), /dimensions, got 1000000000/],
    ['no topics', (json) => (json.topics = []), /list of 1 to 10000 entries/],
    ['a topic without id', (json) => delete json.topics[0].id, /topics\[0\]: id, got nothing/],
    ['the same topic twice', (json) => (json.topics[1].id = json.topics[0].id), /every topic once/],
    ['a short centroid', (json) => (json.topics[0].centroid = float32(1, 2)), /16 numbers.*got 2/],
    ['NaN in a centroid', (json) => (json.topics[0].centroid = float32(...Array(15).fill(0), Number.NaN)), /finite/],
    ['a threshold above 1', (json) => (json.topics[0].threshold = 1.5), /threshold, got 1.5/],
    ['a falling slope', (json) => (json.topics[0].slope = -3), /slope, got -3/],
    ['no centre', (json) => (json.space.centres = {}), /a centre for vi, fr or en/],
    ['a whitening of the wrong size', (json) => (json.space.whitening = float32(1)), /136 numbers/],
    ['a list instead of an object', (json) => (json.space = []), /an object/],
    ['dimensions that are no whole number', (json) => (json.embedder.dimensions = 16.5), /dimensions, got 16.5/],
    ['10,001 topics', (json) => (json.topics = Array(10_001).fill(json.topics[0])), /1 to 10000 entries.*got 10001/],
    ['a list of nothing', (json) => (json.topics = [null]), /an object in memory: topics\[0\], got null/],
    ['a list that only looks like one', (json) => (json.topics = { length: 1e9, 0: {} }), /list of 1 to 10000/],
    ['an empty id', (json) => (json.topics[0].id = ''), /id, got ""/],
    ['more examples than there can be', (json) => (json.topics[0].examples = 1e15), /examples, got 1000000000000000/],
    ['less than no examples', (json) => (json.training.examples = -1), /examples, got -1/],
    ['a huge number of folds', (json) => (json.training.folds = 1e9), /folds, got 1000000000/],
    ['a huge slope', (json) => (json.topics[0].slope = 1e300), /slope, got 1e\+300/],
    ['infinity in the whitening', (json) => (json.space.whitening = float32(...Array(136).fill(1 / 0))), /finite/],
    ['NaN in a centre', (json) => (json.space.centres.en = float32(...Array(16).fill(Number.NaN))), /finite/],
    ['a centre of the wrong size', (json) => (json.space.centres.en = float32(...Array(17).fill(0))), /16 numbers.*17/],
    ['a centroid that is no base64', (json) => (json.topics[0].centroid = '../../etc/passwd'), /16 numbers in base64/],
    ['numbers in a list', (json) => (json.topics[0].centroid = Array(16).fill(0)), /a string/],
    ['a sha256 that is none', (json) => (json.examples.sha256 = 'A'.repeat(64)), /64 hexadecimal digits.*got "AAA/],
    ['examples beyond all measure', (json) => (json.examples.bytes = 2 ** 40), /bytes, got 1099511627776/],
    ['text instead of numbers', (json) => (json.clauseMargin = '0.1'), /clauseMargin, got "0.1"/],
  ])('with %s is refused', (_, damage, words) => {
    const json = good();
    damage(json);
    expect(() => parseClassifier(JSON.stringify(json), 'memory')).toThrow(failure('CLASSIFIER_INVALID', words));
  });

  it('that is not JSON is refused', () => {
    expect(() => parseClassifier('PK\u0003\u0004', 'memory')).toThrow(
      failure('CLASSIFIER_INVALID', /Expected JSON in memory/),
    );
    expect(() => parseClassifier('null', 'memory')).toThrow(failure('CLASSIFIER_INVALID', /an object/));
  });

  it.each(['"format"', '"clauseMargin"', '"topics"', '"id"'])('with lists of any depth in %s is refused', (field) => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = serialiseClassifier(smallFile).replace(new RegExp(`${field}: [^,]+`), `${field}: ${nested}`);
    expect(() => parseClassifier(text.slice(0, -1), 'memory')).toThrow(failure('CLASSIFIER_INVALID', /^Expected/));
  });

  it('with a number beyond all numbers is refused', () => {
    const text = serialiseClassifier(smallFile).replace(/"clauseMargin": [\d.]+/, '"clauseMargin": 1e999');
    expect(() => parseClassifier(text, 'memory')).toThrow(failure('CLASSIFIER_INVALID', /clauseMargin, got null/));
  });

  it('that is larger than any can be is refused without being read', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'civic-topics-file-')), 'classifier.json');
    await writeFile(path, '');
    await truncate(path, 256 * 1024 ** 2 + 1);
    await expect(readClassifierFile(path)).rejects.toEqual(failure('CLASSIFIER_INVALID', /at most 268435456 bytes/));
  });

  it('is not polluted by keys such as __proto__', () => {
    const text = serialiseClassifier(smallFile)
      .replace('"format"', '"__proto__": {"version": 1}, "format"')
      .replace('"version": 1,\n "embedder"', '"embedder"');
    expect(() => parseClassifier(text, 'memory')).toThrow(failure('CLASSIFIER_INVALID', /version, got nothing/));
  });

  it('is read with a byte-order mark before it, and without a name', () => {
    expect(parseClassifier(`\ufeff${serialiseClassifier(smallFile)}`)).toEqual(smallFile);
    expect(() => parseClassifier('{')).toThrow(failure('CLASSIFIER_INVALID', /JSON in the classifier file/));
  });

  it('is read from disk, and a missing one is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'civic-topics-file-'));
    const path = join(folder, 'classifier.json');
    await expect(readClassifierFile(path)).rejects.toEqual(failure('CLASSIFIER_NOT_FOUND', /classifier\.json.*ENOENT/));
    await writeFile(path, serialiseClassifier(smallFile));
    expect(await readClassifierFile(path)).toEqual(smallFile);
    await expect(readClassifierFile(folder)).rejects.toEqual(failure('CLASSIFIER_NOT_FOUND', /it is a folder/));
  });
});
