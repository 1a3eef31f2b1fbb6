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
    const { tags } = await classifier.classify(text);
    const tag = tags.find((one) => one.topic === topic);
    expect(tag, `tags: ${tags.map((one) => one.topic).join(', ')}`).toBeDefined();
    const best = tag?.evidence[0] ?? { start: 0, end: 0 };
    expect(text.slice(best.start, best.end)).toMatch(clause);
  });

  it('has no headline, caption or button among its body paragraphs', () => {
    const kinds = paragraphs().map(({ kind }) => kind);
    expect(kinds).toEqual(['headline', 'furniture', 'body', 'body', 'caption', 'body', 'body', 'body', 'furniture']);
  });
});
