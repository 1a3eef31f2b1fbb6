/** Specification of the evaluation page as a document; what a browser makes of it is tested in test/pages. */
import { expect, it } from 'vitest';
import { makePage } from '../../helpers/evaluation-page.js';
import { fakeClassifier } from '../../helpers/fake-classifier.js';

// Object.keys gives 7 before pay; the other pages ask the classifier.
it('topics have the letters that the order of the classifier gives them, even where an id is a number', async () => {
  const { html } = await makePage([{ text: 'Rain. pay:0.9', topics: ['7'] }], {
    classifier: fakeClassifier(['pay', '7']),
  });
  const letters = [...html.matchAll(/aria-hidden="true">(\w+)<\/span> <bdi>(\w+)</g)].map(
    ([, letter, name]) => `${letter} ${name}`,
  );
  expect(new Set(letters)).toEqual(new Set(['A Pay', 'B 7']));
});

it('says in words why rows have no tag, and names no reason that none has', async () => {
  const { html } = await makePage([
    { text: 'Rain again.', topics: [] },
    { text: 'Wind again.', topics: [] },
    { text: 'Pay. salary-reform:0.9', topics: ['salary-reform'] },
  ]);
  expect(html).toContain('Without a tag: 2 about none of the topics.');
});
