/** What analysts have in their tables beside plain paragraphs: capitals, markup, whole articles, lists; with the real model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/classify/classification.js';
import { createClassifier } from '../../src/classify/create-classifier.js';

let classifier: Classifier;
beforeAll(async () => {
  classifier = await createClassifier({ threads: 1 });
});
afterAll(() => classifier.close());

const topicsOf = async (text: string) => (await classifier.classify(text)).tags.map(({ topic }) => topic);

describe('a title in capitals', () => {
  it.each([
    ['Tăng lương cơ sở cho cán bộ, công chức từ đầu tháng sau', 'salary-reform'],
    ['Huyện mở lớp bồi dưỡng nghiệp vụ cho công chức tư pháp', 'training'],
    ['La rémunération des fonctionnaires sera relevée dès la rentrée', 'salary-reform'],
    ["L'administration numérise toutes ses démarches en ligne", 'digital-government'],
    ['More women are appointed to senior posts in the ministries', 'gender-equality'],
  ])('%s', async (text, topic) => {
    const inCapitals = await classifier.assess(text.toUpperCase());
    expect(inCapitals.classification.tags[0]?.topic).toBe(topic);
    expect(inCapitals.scores).toEqual((await classifier.assess(text)).scores);
  });
});

it('markup changes nothing', async () => {
  const text = 'Le ministère relève la rémunération des fonctionnaires dès la rentrée.';
  const marked = `<div class="body">${text.replace('relève', '<em>rel&egrave;ve</em>')}</div><script>track("page");</script>`;
  const { tags } = await classifier.classify(marked);
  expect(tags.map(({ score }) => score)).toEqual((await classifier.classify(text)).tags.map(({ score }) => score));
  expect(tags.map(({ topic }) => topic)).toEqual(['salary-reform']);
  for (const { start, end } of tags[0]?.evidence ?? []) expect(marked.slice(start, end)).not.toMatch(/script|track/);
});

it('an article in one cell has the topics of its paragraphs', async () => {
  const paragraphs = [
    'Chính phủ quyết định tăng lương cơ sở cho cán bộ, công chức, viên chức từ đầu tháng sau.',
    'Mưa lớn kéo dài khiến nhiều tuyến đường ở vùng núi bị chia cắt, học sinh phải nghỉ học.',
    'Sở Nội vụ mở ba lớp bồi dưỡng kỹ năng lãnh đạo cho công chức cấp xã trong quý này.',
  ];
  const alone = new Set((await Promise.all(paragraphs.map(topicsOf))).flat());
  expect(alone).toEqual(new Set(['salary-reform', 'training']));
  expect(new Set(await topicsOf(paragraphs.join('\n\n')))).toEqual(alone);
});

it('an item of a list is no evidence for what another item is about', async () => {
  const text =
    'Le rapport traite des sujets suivants : dépenses de voirie, rémunération des agents publics, achats de fournitures, entretien des parcs, délais de paiement.';
  const { tags } = await classifier.classify(text);
  const pay = tags.find(({ topic }) => topic === 'salary-reform');
  expect(pay?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['rémunération des agents publics']);
});

it('Vietnamese without accents says why it has no topic', async () => {
  expect(await classifier.classify('Tang luong co so cho can bo, cong chuc tu dau thang sau')).toMatchObject({
    language: 'vi',
    abstained: 'no-accents',
  });
});
