/** Real articles, read where they are; they never enter the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/classify/classification.js';
import { createClassifier } from '../../src/classify/create-classifier.js';
import { splitParagraphs } from '../../src/text/paragraphs.js';
import { ROOT } from '../helpers/built-cli.js';

const FOLDER = `${ROOT}/../shared/articles`;

describe.runIf(existsSync(FOLDER))('article-1', () => {
  let classifier: Classifier;
  beforeAll(async () => {
    classifier = await createClassifier();
  });
  afterAll(() => classifier.close());
  const paragraphs = () => splitParagraphs(readFileSync(`${FOLDER}/article-1.vi.txt`, 'utf8'));
  const listing = () => {
    const found = paragraphs().find(({ text }) => text.startsWith('Phó Thủ tướng đề nghị hai Bộ'));
    return (found as { text: string }).text;
  };

  it.each([
    ['digital-government', /chuyển đổi số|chính phủ số|lưu trữ số/],
    ['salary-reform', /tiền lương/],
    ['training', /đào tạo, bồi dưỡng/],
  ])('gets %s from the clause of the list that names it', async (topic, clause) => {
    const text = listing();
    const { classification, explanations = [] } = await classifier.assess(text, { nearest: 1 });
    const topics = classification.tags.map((one) => one.topic);
    expect(topics).toContain(topic);
    const nearest = explanations.find((one) => one.topic === topic)?.clause ?? { start: 0, end: 0 };
    expect(text.slice(nearest.start, nearest.end)).toMatch(clause);
    expect(classification.tags[topics.indexOf(topic)]?.evidence).toContainEqual(nearest);
  });

  it('has no headline, caption or button among its body paragraphs', () => {
    const kinds = paragraphs().map(({ kind }) => kind);
    expect(kinds).toEqual(['headline', 'furniture', 'body', 'body', 'caption', 'body', 'body', 'body', 'furniture']);
  });
});
