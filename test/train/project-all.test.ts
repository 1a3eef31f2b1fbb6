import { expect, it } from 'vitest';
import { project, type SupportedLanguage } from '../../src/classify/space.js';
import { projectAll } from '../../src/train/project-all.js';

it.each([1, 2, 7, 16])('gives to the last bit what one projection after the other gives, with %i vectors', (count) => {
  const size = 13;
  const number = (i: number) => Math.sin(i * 12.9898) * 0.7;
  const space = {
    centres: { en: Float32Array.from({ length: size }, (_, i) => number(i + 5000)) },
    whitening: Float32Array.from({ length: (size * (size + 1)) / 2 }, (_, i) => number(i + 900)),
  };
  const vectors = Array.from({ length: count }, (_, v) => ({
    vector: Float32Array.from({ length: size }, (_, i) => number(v * size + i)),
    language: (v % 3 === 0 ? 'fr' : 'en') as SupportedLanguage,
  }));
  expect(projectAll(vectors, space, size)).toEqual(
    // French has no centre and takes the mean of the others, which is the English one.
    vectors.map(({ vector }) => project(vector, space.centres.en, space.whitening)),
  );
});

it('leaves a vector that lies on its centre without direction', () => {
  const space = { centres: { en: Float32Array.of(1, 2) }, whitening: Float32Array.of(1, 0, 1) };
  expect(projectAll([{ vector: Float32Array.of(1, 2), language: 'en' }], space, 2)).toEqual([Float32Array.of(0, 0)]);
});
