import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serialiseClassifier } from '../../src/classify/classifier-file.js';
import { createClassifier } from '../../src/classify/create-classifier.js';
import { examplesPath } from '../../src/classify/example-file.js';
import type { Example } from '../../src/train/example.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';
import { smallClassifier, smallExamples, smallFile, smallTrained } from '../helpers/small-classifier.js';

const PAY = 'The bonus and the grade of the salary were discussed at length there.';
const BOTH =
  'They discussed the salary, the bonus and the grade; the course, the lesson and the teacher of the workshop; the river and the weather.';
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });

describe('a classifier', () => {
  it('tags a text and says which clause earned the tag', async () => {
    const { tags, language, truncated, abstained } = await (await smallClassifier()).classify(PAY);
    expect(language).toBe('en');
    expect(truncated).toBe(false);
    expect(abstained).toBeUndefined();
    expect(tags.map((tag) => tag.topic)).toEqual(['pay']);
    expect(PAY.slice(tags[0]?.evidence[0]?.start, tags[0]?.evidence[0]?.end)).toContain('bonus and the grade');
  });

  it('finds each field of an enumeration in its own clause', async () => {
    const { tags } = await (await smallClassifier()).classify(BOTH);
    expect(tags.map((tag) => tag.topic).sort()).toEqual(['pay', 'training']);
    for (const { topic, evidence } of tags) {
      const clause = BOTH.slice(evidence[0]?.start, evidence[0]?.end);
      expect(clause).toMatch(topic === 'pay' ? /salary|bonus|grade/ : /course|lesson|teacher|workshop/);
      expect(clause).not.toMatch(topic === 'pay' ? /course|lesson|teacher|workshop|river/ : /salary|bonus|grade|river/);
    }
  });

  it('lists the highest score first, and scores lie in [0, 1]', async () => {
    const { tags } = await (await smallClassifier()).classify(BOTH);
    const scores = tags.map((tag) => tag.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['\u00a0 \u200b\n', 'empty'],
    ['Salary', 'too-short'],
    ['12/03/2024 – 15:30', 'too-short'],
    [
      'Das Ministerium hat gestern eine neue Verordnung über die Gehälter der Beamten veröffentlicht.',
      'unsupported-language',
    ],
    ['The weather and the football of the river were discussed at length there.', 'no-topic-near'],
  ])('abstains on %j: %s', async (text, reason) => {
    const { tags, abstained } = await (await smallClassifier()).classify(text);
    expect(tags).toEqual([]);
    expect(abstained).toBe(reason);
  });

  it('gives evidence in the text as given, not as normalised', async () => {
    const decomposed = `\ufeffThe ca\u0301fe\u0301\u00a0bo\u00adnus and the grade of the salary were discussed at length there.`;
    const { tags } = await (await smallClassifier()).classify(decomposed);
    expect(tags[0]?.evidence).toEqual([{ start: 1, end: decomposed.length }]);
  });

  it('answers a list in its order, each text as if it were alone', async () => {
    const classifier = await smallClassifier();
    const texts = [BOTH, '', PAY, BOTH];
    const together = await classifier.classify(texts);
    const alone = [];
    for (const text of texts) alone.push(await classifier.classify(text));
    expect(together).toEqual(alone);
    expect(await classifier.classify([])).toEqual([]);
  });

  it('assesses with a score for every topic, tagged or not', async () => {
    const classifier = await smallClassifier();
    const { scores, classification } = await classifier.assess(PAY);
    expect(scores).toHaveLength(2);
    expect(scores[classifier.topics.indexOf('pay')]).toBe(classification.tags[0]?.score);
    expect((await classifier.assess('')).scores).toEqual([0, 0]);
  });

  it('gives no tag with a score below minScore, and leaves the others as they are', async () => {
    const classifier = await smallClassifier();
    const [sure, unsure] = (await classifier.classify(BOTH)).tags;
    const between = ((sure?.score as number) + (unsure?.score as number)) / 2;
    const strict = await smallClassifier(new FakeEmbedder(), { minScore: between });
    expect((await strict.classify(BOTH)).tags).toEqual([sure]);
    expect((await strict.assess(BOTH)).scores).toEqual((await classifier.assess(BOTH)).scores);
  });

  it('tells the score from which tags are given: the threshold, or a higher minScore', async () => {
    const told = async (minScore: number) =>
      (await smallClassifier(new FakeEmbedder(), { minScore })).info.topics.map(({ threshold }) => threshold);
    expect(await told(0)).toEqual(smallFile.topics.map(({ threshold }) => threshold));
    expect(await told(0.999)).toEqual(smallFile.topics.map(() => 0.999));
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses a minScore of %d', async (minScore) => {
    await expect(smallClassifier(new FakeEmbedder(), { minScore })).rejects.toEqual(
      failure('INVALID_ARGUMENT', /minScore to be a number from 0 to 1/),
    );
  });

  it('names the training examples nearest to what earned a tag when asked', async () => {
    const { tags } = await (await smallClassifier()).classify(BOTH, { nearest: 2 });
    expect(tags).toHaveLength(2);
    for (const { topic, nearest = [] } of tags) {
      expect(nearest).toHaveLength(2);
      for (const example of nearest) expect(example).toMatchObject({ topics: [topic], language: 'en' });
      expect(nearest[0]?.similarity).toBeGreaterThanOrEqual(nearest[1]?.similarity as number);
    }
  });

  it('finds an example that it is asked about at a similarity of 1', async () => {
    const { text } = smallExamples[0] as Example;
    const { explanations = [] } = await (await smallClassifier()).assess(text, { nearest: 1 });
    // Eight bits are right to 1/254 of the largest of 16 numbers.
    expect(explanations[0]?.nearest[0]).toMatchObject({ text, similarity: expect.closeTo(1, 4) });
  });

  it('explains every topic with the nearest examples on both sides, tagged or not', async () => {
    const decomposed = `\ufeff${PAY}`;
    const {
      explanations = [],
      scores,
      classification,
    } = await (await smallClassifier()).assess(decomposed, { nearest: 1 });
    expect(explanations.map(({ topic }) => topic)).toEqual(['pay', 'training']);
    expect(explanations.map(({ score }) => score)).toEqual(scores);
    expect(explanations[0]?.clause).toEqual(classification.tags[0]?.evidence[0]);
    expect(explanations[0]?.nearest).toEqual(classification.tags[0]?.nearest);
    expect(explanations[1]?.nearest[0]?.topics).toEqual(['training']);
    expect(explanations[1]?.nearestOther[0]?.topics).not.toContain('training');
  });

  it('explains nothing of a text that was not scored', async () => {
    const { explanations } = await (await smallClassifier()).assess('', { nearest: 3 });
    const nothing = { score: 0, clause: undefined, nearest: [], nearestOther: [] };
    expect(explanations).toEqual([
      { topic: 'pay', ...nothing },
      { topic: 'training', ...nothing },
    ]);
  });

  it('answers the same with nearest examples as without, but for these', async () => {
    const classifier = await smallClassifier();
    const { explanations, ...asked } = await classifier.assess(BOTH, { nearest: 1 });
    const tags = asked.classification.tags.map(({ nearest: _, ...tag }) => tag);
    expect({ ...asked, classification: { ...asked.classification, tags } }).toEqual(await classifier.assess(BOTH));
    expect(explanations).toHaveLength(2);
  });

  it('reads no examples unless asked for the nearest, and then says which file it misses', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'civic-topics-nearest-')), 'own.json');
    await writeFile(path, serialiseClassifier(smallFile));
    const classifier = await createClassifier({ classifier: path, embedder: new FakeEmbedder() });
    expect((await classifier.classify(PAY, { nearest: 0 })).tags[0]).not.toHaveProperty('nearest');
    expect(await classifier.assess(PAY)).not.toHaveProperty('explanations');
    await expect(classifier.classify([PAY], { nearest: 1 })).rejects.toEqual(
      failure('EXAMPLES_NOT_FOUND', /own\.examples\.json\.gz/),
    );
    await writeFile(examplesPath(path), smallTrained.examples as Uint8Array);
    expect((await classifier.classify([PAY], { nearest: 1 }))[0]?.tags[0]?.nearest).toHaveLength(1);
  });

  it.each([-1, 0.5, 101, Number.NaN, '3'])('refuses %j nearest examples', async (nearest) => {
    const classifier = await smallClassifier();
    await expect(classifier.classify(PAY, { nearest: nearest as number })).rejects.toEqual(
      failure('INVALID_ARGUMENT', /nearest to be a whole number from 0 to 100/),
    );
  });

  it('says what it is', async () => {
    const { info, topics } = await smallClassifier();
    expect(topics).toEqual(['pay', 'training']);
    expect(info.embedder).toEqual({ id: 'fake', dimensions: 16 });
    expect(info.topics.map((topic) => topic.examples)).toEqual([12, 12]);
  });

  it('marks a text longer than one window as truncated, though all of it counts', async () => {
    const { truncated, tags } = await (await smallClassifier()).classify(
      'The bonus and the grade of the salary were discussed there. '.repeat(60),
    );
    expect(truncated).toBe(true);
    expect(tags.map((tag) => tag.topic)).toEqual(['pay']);
  });

  it.each([[undefined], [null], [42], [{ text: 'x' }]])('refuses %j instead of a text', async (input) => {
    const classifier = await smallClassifier();
    await expect(classifier.classify(input as unknown as string)).rejects.toEqual(
      failure('INVALID_ARGUMENT', /Expected a string/),
    );
    await expect(classifier.classify(['fine', input as unknown as string])).rejects.toEqual(
      failure('INVALID_ARGUMENT', /index 1/),
    );
  });

  it('stops when its signal is aborted', async () => {
    const classifier = await smallClassifier();
    await expect(classifier.classify(PAY, { signal: AbortSignal.abort('enough') })).rejects.toEqual(
      failure('ABORTED', /Stopped/),
    );
  });

  it('heeds close(), its signal and its options before a list of no texts, too', async () => {
    const classifier = await smallClassifier();
    const aborted = { signal: AbortSignal.abort('enough') };
    await expect(classifier.classify([], aborted)).rejects.toEqual(failure('ABORTED', /Stopped/));
    await expect(classifier.classify([], { nearest: 101 })).rejects.toEqual(failure('INVALID_ARGUMENT', /nearest/));
    await classifier.close();
    await expect(classifier.classify([])).rejects.toEqual(failure('CLOSED', /close\(\) was called/));
  });

  it('says that itself was closed, not its embedder, when that happens during a run', async () => {
    const embedder = new FakeEmbedder();
    const classifier = await smallClassifier(embedder);
    const running = classifier.classify(PAY);
    await Promise.all([classifier.close(), embedder.close()]);
    await expect(running).rejects.toEqual(failure('CLOSED', /an open classifier/));
  });

  it('can be called without its object', async () => {
    const classifier = await smallClassifier();
    const { classify, assess } = classifier;
    expect(await classify([PAY])).toEqual([await classifier.classify(PAY)]);
    expect(await assess(PAY)).toEqual(await classifier.assess(PAY));
  });

  it('keeps what it says of itself from being changed', async () => {
    const { topics, info } = await smallClassifier();
    expect(() => (topics as string[]).push('x')).toThrow(TypeError);
    expect(() => (info.topics as unknown[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(info.topics[0] as object, { threshold: 0 })).toThrow(TypeError);
  });

  it('gives others a turn within a long text, so that an abort comes through', async () => {
    const classifier = await smallClassifier();
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    const long = `${PAY} `.repeat(200);
    await expect(classifier.classify(long, { signal: controller.signal })).rejects.toEqual(
      failure('ABORTED', /Stopped/),
    );
  });

  it('refuses to work after close(), and leaves your own embedder open', async () => {
    const embedder = new FakeEmbedder();
    const classifier = await smallClassifier(embedder);
    await classifier.close();
    await classifier.close();
    await expect(classifier.classify(PAY)).rejects.toEqual(failure('CLOSED', /close\(\) was called/));
    expect(embedder.closed).toBe(false);
  });

  it('refuses an encoder on which it was not trained', async () => {
    await expect(
      createClassifier({ classifier: smallFile, embedder: new FakeEmbedder('other weights') }),
    ).rejects.toEqual(failure('CLASSIFIER_MODEL_MISMATCH', /fake.*other weights/));
  });
});
