/** Specification of how the topics of a collection look. */
import { expect, it } from 'vitest';
import { collectionTopics } from '../../../src/report/overview/collection-topics.js';

const shown = (...ids: string[]) =>
  collectionTopics(ids).map(({ letter, name, index }) => `${letter} ${name} ${index}`);

// The fourth and the fifth of data/taxonomy.json.
it('topics of the package look as on the other pages, whatever their order and however few they are', () => {
  expect(shown('training', 'salary-reform')).toEqual([
    'E Training of public servants 4',
    'D Public sector pay reform 3',
  ]);
});

it('other topics are called as their ids say, and have letters by their order', () => {
  expect(shown('rural-roads', 'training', '\u200B')).toEqual(['A Rural roads 0', 'B Training 1', 'C (blank) 2']);
});
