/** Specification of classifying a file's texts without worker threads. */
import { expect, it } from 'vitest';
import { inThisThread } from '../../../src/batch/pool/in-this-thread.js';
import { TextFailure } from '../../../src/batch/pool/text-classifier.js';
import { CivicTopicsError } from '../../../src/errors.js';
import { fakeClassifier } from '../../helpers/fake-classifier.js';

/** A classifier whose `classify` does what the test says. */
const doing = (classify: (text: string) => Promise<unknown>) => ({
  ...fakeClassifier(),
  classify: classify as ReturnType<typeof fakeClassifier>['classify'],
});

it('answers as the classifier does, one text at a time', async () => {
  let working = 0;
  const classifier = doing(async (text) => {
    expect(++working).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    working--;
    return text;
  });
  const one = inThisThread(classifier);
  expect(one.width).toBe(1);
  expect(await Promise.all(['a', 'b', 'c'].map((text) => one.classify(text)))).toEqual(['a', 'b', 'c']);
});

it('says what the classifier says of itself', () => {
  const classifier = fakeClassifier();
  expect(inThisThread(classifier).info).toBe(classifier.info);
});

it('makes an unforeseen error a failure of that text, in one line, and goes on', async () => {
  const one = inThisThread(
    doing(async (text) => {
      if (text === 'bad') throw new Error('Non-zero status code.\n  Failed to allocate');
      return text;
    }),
  );
  const failing = one.classify('bad');
  await expect(failing).rejects.toBeInstanceOf(TextFailure);
  await expect(failing).rejects.toThrow('The classifier fails on this text: Non-zero status code. Failed to allocate.');
  expect(await one.classify('good')).toBe('good');
});

it('passes on what concerns every text', async () => {
  const error = new CivicTopicsError('CLOSED', 'closed');
  await expect(inThisThread(doing(() => Promise.reject(error))).classify('a')).rejects.toBe(error);
});

it('hands its signal on', async () => {
  const one = inThisThread(fakeClassifier(), { signal: AbortSignal.abort() });
  await expect(one.classify('Pay rises.')).rejects.toMatchObject({ code: 'ABORTED' });
});

it('closes the classifier that it took over', async () => {
  const classifier = fakeClassifier();
  await inThisThread(classifier).close();
  await expect(classifier.classify('Pay rises.')).rejects.toMatchObject({ code: 'CLOSED' });
});
