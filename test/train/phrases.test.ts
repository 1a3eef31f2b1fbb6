import { expect, it } from 'vitest';
import { topicPhrases } from '../../src/train/phrases.js';

it('takes the name, the alternatives and every item of the definition, each once', () => {
  const words = {
    name: { en: 'Roads' },
    alternatives: { en: ['streets', 'Roads'] },
    definition: { en: 'What cars drive on: bridges, tunnels and motorways. Cycle paths or pavements; streets.' },
  };
  expect(topicPhrases(words, 'en')).toEqual([
    'Roads',
    'streets',
    'bridges',
    'tunnels',
    'motorways',
    'Cycle paths',
    'pavements',
  ]);
});

it.each([
  ['vi', 'Đường bộ: cầu, hầm và quốc lộ.', ['cầu', 'hầm', 'quốc lộ']],
  ['fr', 'Voies : ponts, tunnels et autoroutes.', ['ponts', 'tunnels', 'autoroutes']],
  ['en', '3.5 tonnes or 1,000 km', ['3.5 tonnes', '1,000 km']],
] as const)('cuts %s at commas and at its words for and and or', (language, definition, items) => {
  expect(topicPhrases({ name: {}, definition: { [language]: definition } }, language)).toEqual(items);
});

it('has no phrases in a language of which nothing is said, nor of what has no letters', () => {
  expect(topicPhrases({ name: { en: '…' }, definition: { en: ' , 1; ' } }, 'en')).toEqual([]);
  expect(topicPhrases({ name: { en: 'Roads' } }, 'fr')).toEqual([]);
});
