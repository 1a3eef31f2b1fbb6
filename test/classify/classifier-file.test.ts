import { mkdtemp, writeFile } from 'node:fs/promises';
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

  it('is not polluted by keys such as __proto__', () => {
    const text = serialiseClassifier(smallFile)
      .replace('"format"', '"__proto__": {"version": 1}, "format"')
      .replace('"version": 1,\n "embedder"', '"embedder"');
    expect(() => parseClassifier(text, 'memory')).toThrow(failure('CLASSIFIER_INVALID', /version, got nothing/));
  });

  it('is read from disk, and a missing one is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'civic-topics-file-'));
    const path = join(folder, 'classifier.json');
    await expect(readClassifierFile(path)).rejects.toEqual(failure('CLASSIFIER_NOT_FOUND', /classifier\.json.*ENOENT/));
    await writeFile(path, serialiseClassifier(smallFile));
    expect(await readClassifierFile(path)).toEqual(smallFile);
    await expect(readClassifierFile(folder)).rejects.toEqual(failure('CLASSIFIER_NOT_FOUND', /EISDIR/));
  });
});
