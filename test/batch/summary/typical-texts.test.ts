/** The texts with the highest scores are kept, each once. */
import { expect, it } from 'vitest';
import { TypicalTexts } from '../../../src/batch/summary/typical-texts.js';

const text = (name: string) => Array.from({ length: 12 }, (_, i) => `${name}${i}`).join(' ');

function best(wanted: number, offers: readonly (readonly [text: string, score: number, tie?: number])[]) {
  const texts = new TypicalTexts<string>(wanted);
  for (const [i, [content, score, tie = i]] of offers.entries())
    texts.offer(content, score, tie, () => `${content.split(' ')[0]} ${score}`);
  return texts.best;
}

it('the highest scores first, in whatever order they come', () => {
  const offers = [
    ['a', 0.5],
    ['b', 0.9],
    ['c', 0.7],
    ['d', 0.6],
  ] as const;
  const expected = ['b0 0.9', 'c0 0.7', 'd0 0.6'];
  expect(
    best(
      3,
      offers.map(([name, score]) => [text(name), score]),
    ),
  ).toEqual(expected);
  expect(
    best(
      3,
      offers.toReversed().map(([name, score]) => [text(name), score]),
    ),
  ).toEqual(expected);
});

it('of near copies only the one with the highest score', () => {
  const copy = `${text('a')} by our correspondent`;
  expect(
    best(3, [
      [text('a'), 0.5],
      [text('b'), 0.6],
      [copy, 0.9],
    ]),
  ).toEqual(['a0 0.9', 'b0 0.6']);
  expect(
    best(3, [
      [copy, 0.9],
      [text('b'), 0.6],
      [text('a'), 0.5],
    ]),
  ).toEqual(['a0 0.9', 'b0 0.6']);
});

it('a thousand copies leave room for others', () => {
  const copies = Array.from({ length: 1000 }, (_, i) => [`${text('a')} page ${i}`, 0.99] as const);
  expect(best(2, [[text('b'), 0.4], ...copies])).toEqual(['a0 0.99', 'b0 0.4']);
});

it('of equal scores the one with the smaller tie', () => {
  expect(
    best(1, [
      [text('a'), 0.9, 7],
      [text('b'), 0.9, 3],
      [text('c'), 0.9, 5],
    ]),
  ).toEqual(['b0 0.9']);
});

it('nothing is made of texts that are not kept', () => {
  const texts = new TypicalTexts<string>(1);
  let made = 0;
  for (let i = 0; i < 1000; i++) texts.offer(text(`t${i}x`), 1 - i / 1000, i, () => String(made++));
  expect(made).toBeLessThan(10);
});
