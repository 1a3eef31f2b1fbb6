/** Specification of classifying identical texts once. */
import { expect, it } from 'vitest';
import { cached } from '../../../src/batch/pool/cached.js';
import { TextFailure } from '../../../src/batch/pool/text-classifier.js';
import { classificationOf, ManualClassifier, QuickClassifier } from './manual-classifier.js';

it('asks once for a text that comes again', async () => {
  const quick = new QuickClassifier();
  const classifier = cached(quick);
  const first = await classifier.classify('a');
  expect(await classifier.classify('a')).toBe(first);
  expect((await classifier.classify('b')).tags[0]?.topic).toBe('b');
  expect(quick.asked).toEqual(['a', 'b']);
});

it('asks once for a text that comes again before it is answered', async () => {
  const manual = new ManualClassifier();
  const classifier = cached(manual);
  const answers = [classifier.classify('a'), classifier.classify('a')];
  manual.answer('a');
  expect(await Promise.all(answers)).toEqual([classificationOf('a'), classificationOf('a')]);
  expect(manual.asked).toEqual(['a']);
});

it('tells texts apart that differ in a space, a case, an accent form or half a surrogate pair', async () => {
  const quick = new QuickClassifier();
  const classifier = cached(quick);
  const texts = ['a', 'a ', 'A', '\u00e1', 'a\u0301', '\udc80', '\udc81'];
  for (const text of texts) expect((await classifier.classify(text)).tags[0]?.topic).toBe(text);
  expect(quick.asked).toEqual(texts);
});

it('does not ask again for a text that failed', async () => {
  const manual = new ManualClassifier();
  const classifier = cached(manual);
  const answers = [classifier.classify('a'), classifier.classify('a')];
  manual.fail('a', new TextFailure('reasons'));
  for (const answer of answers) await expect(answer).rejects.toBeInstanceOf(TextFailure);
  await expect(classifier.classify('a')).rejects.toThrow('The classifier fails on this text: reasons.');
  expect(manual.asked).toEqual(['a']);
});

it('forgets the text that has not come for longest when it has 20,000', async () => {
  const quick = new QuickClassifier();
  const classifier = cached(quick);
  for (let i = 0; i < 20_000; i++) await classifier.classify(`text ${i}`);
  await classifier.classify('text 0');
  expect(quick.asked).toHaveLength(20_000);
  await classifier.classify('one more');
  await classifier.classify('text 0');
  await classifier.classify('text 1');
  expect(quick.asked.slice(20_000)).toEqual(['one more', 'text 1']);
});

it('is as wide as the classifier behind it, and closes it', async () => {
  const manual = new ManualClassifier(5);
  const classifier = cached(manual);
  expect(classifier.width).toBe(5);
  await classifier.close();
  expect(manual.closed).toBe(true);
});
