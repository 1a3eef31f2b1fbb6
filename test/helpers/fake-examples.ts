/** Training examples for the fake classifier: three for each topic and two without, always as near as the list below says. */
import type { NearExample } from '../../src/classify/classification.js';

const UNTAGGED: readonly Omit<NearExample, 'similarity'>[] = [
  { text: 'The river rose again after three days of rain.', topics: [], language: 'en' },
  { text: 'Đội bóng của tỉnh thắng trận chung kết.', topics: [], language: 'vi' },
];

function examplesOf(topic: string): Omit<NearExample, 'similarity'>[] {
  return [
    { text: `An example of ${topic}, “in quotes”, that ends in </script>.`, topics: [topic], language: 'en' },
    { text: `Một ví dụ về ${topic}: nghị định của Chính phủ.`, topics: [topic], language: 'vi' },
    { text: `Un exemple de ${topic} : l’arrêté « du 3 mai ».`, topics: [topic], language: 'fr' },
  ];
}

/** The first `count` examples that carry the topic, with 0.9, 0.8, 0.7, and those that do not, with 0.5, 0.4 and so on down. */
export function fakeNearest(topic: string, topics: readonly string[], count: number) {
  const others = [...UNTAGGED, ...topics.filter((other) => other !== topic).flatMap(examplesOf)];
  return { nearest: ranked(examplesOf(topic), 9, count), nearestOther: ranked(others, 5, count) };
}

function ranked(examples: readonly Omit<NearExample, 'similarity'>[], tenths: number, count: number): NearExample[] {
  return examples.slice(0, count).map((example, rank) => ({ ...example, similarity: (tenths - rank) / 10 }));
}
