/** Specification of how topics look. */
import { expect, it } from 'vitest';
import { html } from '../../../src/report/kit/html.js';
import { builtInTopicNames } from '../../../src/report/kit/topic-names.js';
import { legend, pageTopics, topicLetter, topicName } from '../../../src/report/kit/topics.js';

it('a topic is called by its name, or else as its id says', () => {
  const topics = pageTopics(['salary-reform', 'rural_roads', '-', 'toString'], { 'salary-reform': 'Pay' });
  expect(topics.map(({ name }) => name)).toEqual(['Pay', 'Rural roads', '-', 'ToString']);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('topic %i has the letter of that column in a spreadsheet, %s', (index, letter) => {
  expect(topicLetter(index)).toBe(letter);
});

it('the letter is for the eye, the name is read out', () => {
  const [topic] = pageTopics(['a<b']) as [never];
  expect(topicName(topic).markup).toBe(
    '<span class="topic-name topic-0"><span class="badge topic-0" aria-hidden="true">A</span> <bdi>A&#60;b</bdi></span>',
  );
});

it('a legend has a line for each topic and what is said of it', () => {
  const { markup } = legend(pageTopics(['one', 'two']), ({ index }) => html`<b>${index * 7}</b>`);
  expect(markup.match(/<li data-topic="\d">/g)).toHaveLength(2);
  expect(markup).toContain('<b>7</b>');
});

it('the topics of the package have English names', () => {
  expect(builtInTopicNames()).toMatchObject({
    'salary-reform': 'Public sector pay reform',
    training: 'Training of public servants',
  });
});
