import { describe, expect, it } from 'vitest';
import { parseClassifier, serialiseClassifier } from '../../src/classify/classifier-file.js';
import { createClassifier } from '../../src/classify/create-classifier.js';
import type { Taxonomy } from '../../src/classify/taxonomy.js';
import { train } from '../../src/train/train.js';
import { FakeEmbedder } from '../helpers/fake-embedder.js';
import { smallExamples } from '../helpers/small-classifier.js';

const examples = smallExamples;
const failure = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });

describe('train', () => {
  it('gives a classifier that tags unseen texts by the topics of their words', async () => {
    const embedder = new FakeEmbedder();
    const classifier = await createClassifier({
      ...(await train(examples, { embedder, untaggedShare: 0.3 })),
      embedder,
    });
    const topicsOf = async (text: string) => (await classifier.classify(text)).tags.map((tag) => tag.topic);
    expect(await topicsOf('The bonus and the grade of the salary were discussed at length there.')).toEqual(['pay']);
    expect(await topicsOf('The teacher and the workshop of the course were discussed at length there.')).toEqual([
      'training',
    ]);
    expect(await topicsOf('The weather and the football of the river were discussed at length there.')).toEqual([]);
  });

  it('gives the same file for the same examples', async () => {
    const text = async () => serialiseClassifier((await train(examples, { embedder: new FakeEmbedder() })).classifier);
    expect(await text()).toBe(await text());
  });

  it('survives being written and read', async () => {
    const { classifier: file } = await train(examples, { embedder: new FakeEmbedder() });
    expect(parseClassifier(serialiseClassifier(file), 'memory')).toEqual(file);
  });

  it('counts what it was trained on', async () => {
    const { classifier } = await train(examples, { embedder: new FakeEmbedder('some weights', 16) });
    const { training, topics, embedder } = classifier;
    expect(training).toMatchObject({
      examples: 36,
      untagged: 12,
      languages: { en: 36 },
      folds: 5,
      untaggedShare: 0.6,
    });
    expect(topics.map(({ id, examples: count }) => [id, count])).toEqual([
      ['pay', 12],
      ['training', 12],
    ]);
    expect(embedder).toEqual({ id: 'some weights', dimensions: 16 });
  });

  it('praises no classifier for a topic that every example carries: without a text that lacks it no tag could be false', async () => {
    const pay = smallExamples.filter(({ topics }) => topics.includes('pay'));
    const { classifier, judged } = await train(pay, { embedder: new FakeEmbedder() });
    expect(judged.every(({ tagged }) => tagged[0])).toBe(true);
    expect(classifier.training.macroF1).toBe(0);
  });

  it('takes topics of a taxonomy that have no name', async () => {
    const trained = (topics: Taxonomy['topics']) =>
      train(smallExamples, { embedder: new FakeEmbedder(), taxonomy: { topics } });
    const unnamed = await trained([{ id: 'pay' }, { id: 'training', definition: { en: 'Courses for staff' } }]);
    const named = await trained([
      { id: 'pay', name: {} },
      { id: 'training', name: {}, definition: { en: 'Courses for staff' } },
    ]);
    expect(serialiseClassifier(unnamed.classifier)).toBe(serialiseClassifier(named.classifier));
    expect(parseClassifier(serialiseClassifier(unnamed.classifier))).toEqual(unnamed.classifier);
  });

  it('leaves your own embedder open', async () => {
    const embedder = new FakeEmbedder();
    await train(examples, { embedder });
    expect(embedder.closed).toBe(false);
  });

  it('names the example with an unknown topic', async () => {
    const rows = [...examples, { text: 'Another text about pay.', topics: ['Pay'] }];
    await expect(train(rows, { embedder: new FakeEmbedder(), topics: ['pay', 'training'] })).rejects.toEqual(
      failure('INPUT_INVALID', /example 37.*pay, training.*"Pay"/),
    );
  });

  it('names the topic of which nothing is known', async () => {
    await expect(
      train(examples, { embedder: new FakeEmbedder(), topics: ['pay', 'training', 'rare'] }),
    ).rejects.toEqual(failure('INPUT_INVALID', /at least one example of rare, or its name .*got neither/));
  });

  it('names the example whose language is not recognised', async () => {
    const rows = [...examples, { text: '12 34 56', topics: [] }];
    await expect(train(rows, { embedder: new FakeEmbedder() })).rejects.toEqual(
      failure('INPUT_INVALID', /example 37.*"12 34 56"/),
    );
  });

  it('has every topic outside every fold, however the list is ordered', async () => {
    // Five topics in rotation: folds by position would hold all examples of a topic at once.
    const words = ['salary', 'course', 'river', 'football', 'harvest'];
    const rotating = Array.from({ length: 30 }, (_, i) => ({
      text: `The ${words[i % 5]} and the ${words[i % 5]} of number ${'abcdef'[Math.floor(i / 5)]} were discussed there.`,
      topics: [words[i % 5] as string],
      language: 'en' as const,
    }));
    const { classifier } = await train(rotating, { embedder: new FakeEmbedder() });
    const { training, topics } = classifier;
    expect(training.macroF1).toBeGreaterThan(0.9);
    expect(topics.every(({ slope }) => slope > 0)).toBe(true);
  });

  it.each([['a', 'a'], [''], ['a|b'], [' a']])('refuses the topic ids %j %j', async (...topics) => {
    await expect(train(smallExamples, { embedder: new FakeEmbedder(), topics })).rejects.toEqual(
      failure('INPUT_INVALID', /Expected every topic id once/),
    );
  });

  it.each([{ folds: 2.5 }, { untaggedShare: 1 }, { folds: 1 }, { clauseMargin: Number.NaN }])(
    'refuses %j',
    async (options) => {
      await expect(train(examples, { embedder: new FakeEmbedder(), ...options })).rejects.toEqual(
        failure('INVALID_ARGUMENT', /Expected /),
      );
    },
  );

  it('stops when its signal is aborted', async () => {
    await expect(train(examples, { embedder: new FakeEmbedder(), signal: AbortSignal.abort() })).rejects.toEqual(
      failure('ABORTED', /Stopped/),
    );
  });
});

describe('train with held-out examples', () => {
  const heldOut = examples.map((example) => ({
    ...example,
    text: example.text.replace('discussed', 'debated'),
    heldOut: true,
  }));

  it('takes centroids from the others alone', async () => {
    const other = heldOut.map((example) => ({ ...example, text: example.text.replace('number', 'house') }));
    const [{ classifier: without }, { classifier: with_ }] = await Promise.all([
      train([...examples, ...other], { embedder: new FakeEmbedder() }),
      train([...examples, ...heldOut], { embedder: new FakeEmbedder() }),
    ]);
    expect(with_.topics.map(({ centroid }) => centroid)).toEqual(without.topics.map(({ centroid }) => centroid));
    expect(with_.space).toEqual(without.space);
    expect(with_.training).toMatchObject({ examples: 72, heldOut: 36, folds: 0 });
  });

  it('names the topic of which all examples are held out', async () => {
    const rows = [...examples.filter(({ topics }) => !topics.includes('training')), ...heldOut];
    await expect(train(rows, { embedder: new FakeEmbedder() })).rejects.toEqual(
      failure('INPUT_INVALID', /one example of training that is not held out/),
    );
  });

  it('scores a topic of which none is held out as the others', async () => {
    const rows = [...examples, ...heldOut.filter(({ topics }) => !topics.includes('training'))];
    const { classifier, warnings } = await train(rows, { embedder: new FakeEmbedder() });
    expect(classifier.topics[1]?.slope).toBeGreaterThan(0);
    expect(warnings).toContain('no example is held out, so that scores are those of the other topics: training');
  });
});
