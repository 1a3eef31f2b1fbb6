/** Specification of the article view, as a browser shows it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { articlePage } from '../../src/report/article/article-page.js';
import type { PartOfArticle } from '../../src/report/article/part-of-article.js';
import { ARTICLE_TOPICS, PARTS, partOf, tagOf } from '../helpers/article-parts.js';
import { axeViolations, tabOrder } from '../helpers/browser.js';
import { civicTopics, ROOT } from '../helpers/built-cli.js';
import { pageTest } from '../helpers/page-test.js';

const { folder, openPage } = pageTest();

function written(name: string, parts: readonly PartOfArticle[]): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, articlePage({ source: name, parts, topics: ARTICLE_TOPICS }));
  return file;
}
const usual = () => written('usual', PARTS);
const texts = (page: Page) =>
  page.locator('.text').evaluateAll((elements) => elements.map(({ textContent }) => textContent));
const card = (page: Page) => page.locator('.why:popover-open');

describe('the example of the repository, tagged by the command line', () => {
  const article = `${ROOT}/data/examples/article.html`;
  const view = join(folder, 'view.html');
  let paragraphs: {
    text: string;
    kind: string;
    classification?: { tags: { topic: string; evidence: { text: string }[] }[] };
  }[];
  beforeAll(async () => {
    const argv = ['classify', '--file', article, '--format', 'json', '--report', view];
    const { code, stdout } = await civicTopics(argv);
    expect(code).toBe(0);
    ({ paragraphs } = JSON.parse(stdout));
  });

  it.each(['light', 'dark'] as const)(
    'is accessible in %s, asks for nothing and complains of nothing',
    async (colorScheme) => {
      const { page, requests, complaints } = await openPage(view, { colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      await page.locator('.tag').first().click();
      await expect.poll(() => card(page).count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
      expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(view).href], complaints: [] });
    },
  );

  it('shows the evidence that the JSON has, in the same texts', async () => {
    const { page } = await openPage(view);
    expect(await texts(page)).toEqual(paragraphs.map(({ text }) => text));
    const shown = await page.locator('.part').evaluateAll((parts) =>
      parts.map((part) => {
        const clauses: Record<string, string> = {};
        for (const mark of part.querySelectorAll('mark')) {
          const place = `${mark.getAttribute('data-tag')}.${mark.getAttribute('data-clause')}`;
          clauses[place] = (clauses[place] ?? '') + mark.textContent;
        }
        return clauses;
      }),
    );
    const found = paragraphs.map(({ classification }) =>
      Object.fromEntries(
        (classification?.tags ?? []).flatMap(({ evidence }, i) => evidence.map(({ text }, j) => [`${i}.${j}`, text])),
      ),
    );
    expect(shown).toEqual(found);
    expect(found.flatMap((clauses) => Object.keys(clauses)).length).toBeGreaterThan(5);
  });
});

describe('the keyboard', () => {
  it('goes from the top through every clause and tag', async () => {
    const { page } = await openPage(usual());
    expect(await tabOrder(page)).toEqual([
      'a Skip to the content',
      'button Change to dark colours',
      ...['button A Pay', 'a paragraph 2', 'a paragraph 5', 'a paragraph 6'],
      ...['button B Training', 'a paragraph 5', 'a paragraph 6', 'a paragraph 8'],
      ...['button C Ethics', 'a paragraph 6'],
      ...['span Lương', 'button A Pay 0.81'],
      ...['span Lương tăng cho ai', 'span học xong', 'span mọi người', 'button A Pay 0.93', 'button B Training 0.71'],
      ...['span cùng một mệnh đề', 'button A Pay 0.60', 'button B Training 0.60', 'button C Ethics 0.60'],
      ...['span « un stage »', 'button B Training 0.99'],
    ]);
  });

  it('shows the explanation of what it stops at, which Escape hides', async () => {
    const { page } = await openPage(usual());
    const clause = page.locator('#p5 .clause').nth(1);
    await page.locator('#p5 .clause').first().focus();
    await page.keyboard.press('Tab');
    expect(await clause.evaluate((element) => element === document.activeElement)).toBe(true);
    // Both topics have this clause.
    expect(await card(page).locator('.why-tag:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/^A\s+Pay\s+score 0\.93, given from 0\.50/),
      expect.stringMatching(/^B\s+Training\s+score 0\.71/),
    ]);
    expect(await card(page).textContent()).toContain('Tiền lương mới');
    expect(await clause.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await clause.getAttribute('aria-expanded')).toBe('false');
    expect(await clause.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it.each(['Enter', 'Space'])('keeps it with %s, for one tag alone, until pressed again', async (key) => {
    const { page } = await openPage(usual());
    const tag = page.locator('#p5 .tag').nth(1);
    await tag.focus();
    await page.keyboard.press(key);
    expect(await card(page).locator('.why-tag:visible').count()).toBe(1);
    expect(await card(page).textContent()).toContain('Training');
    await page.keyboard.press(key);
    expect(await card(page).count()).toBe(0);
  });

  it('scrolls a long explanation with the arrows, and a press shows its examples whole', async () => {
    const long = 'Một câu dài về tiền lương của công chức, viên chức và người lao động. '.repeat(20).trim();
    const examples = [1, 2, 3].map(() => ({ text: long, topics: ['pay'], language: 'vi' as const, similarity: 0.5 }));
    const tags = ['pay', 'training'].map((topic) => tagOf('Lương tăng.', topic, 0.9, ['Lương tăng'], examples));
    const { page } = await openPage(written('long', [partOf('Lương tăng.', tags)]), { height: 260 });
    const clause = page.locator('.clause');
    await page.locator('.pick').last().focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
    const scrolled = () => card(page).evaluate(({ scrollTop }) => scrollTop);
    const length = () => card(page).evaluate(({ scrollHeight }) => scrollHeight);
    expect(await clause.evaluate((element) => element === document.activeElement)).toBe(true);
    const short = await length();
    await page.keyboard.press('ArrowDown');
    await expect.poll(scrolled).toBeGreaterThan(0);
    await page.keyboard.press('ArrowUp');
    await expect.poll(scrolled).toBe(0);
    await page.keyboard.press('Enter');
    expect(await length()).toBeGreaterThan(short * 2);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    // Behind the last tag the focus goes into the card of that tag, and on from there, which hides it.
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    expect(await card(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await card(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await card(page).count()).toBe(0);
  });

  it('goes on in the text when the explanation is shown, and takes it along', async () => {
    const { page } = await openPage(usual());
    await page.locator('#p2 .clause').focus();
    await page.keyboard.press('Tab');
    expect(await card(page).getAttribute('id')).toBe('why-2');
    await page.keyboard.press('Tab');
    expect(await card(page).getAttribute('id')).toBe('why-5');
  });
});

describe('the mouse', () => {
  it('shows the explanation over a clause, lets go into it, and hides it elsewhere', async () => {
    const { page } = await openPage(usual());
    await page.locator('#p5 .clause').first().hover();
    await expect.poll(() => card(page).count()).toBe(1);
    await card(page).hover();
    await page.waitForTimeout(500);
    expect(await card(page).count()).toBe(1);
    await page.mouse.move(2, 2);
    await expect.poll(() => card(page).count()).toBe(0);
  });

  it('marks the clauses of the tag it is over', async () => {
    const { page } = await openPage(usual());
    await page.locator('#p5 .tag').nth(1).hover();
    await expect
      .poll(() => page.locator('mark.active').allInnerTexts())
      .toEqual(['học xong', ' khóa bồi dưỡng', 'mọi người']);
  });

  it('selects the text of evidence like any other', async () => {
    const { page } = await openPage(usual());
    const box = await page.locator('#p5 .text').boundingBox();
    if (!box) throw new Error('The paragraph is not shown.');
    // Within the first line, from one clause into the next.
    await page.mouse.move(box.x + 2, box.y + 18);
    await page.mouse.down();
    await page.mouse.move(box.x + 250, box.y + 18, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(PARTS[4]?.paragraph.text.slice(0, selected.length)).toBe(selected);
    expect(selected.length).toBeGreaterThan(20);
    // The end of a selection has not pressed the clause under it.
    await page.mouse.move(2, 2);
    await expect.poll(() => card(page).count()).toBe(0);
  });
});

it('touch shows an explanation and hides it again', async () => {
  const { page } = await openPage(usual(), { touch: true, width: 400 });
  await page.locator('#p5 .clause').first().tap();
  await expect.poll(() => card(page).count()).toBe(1);
  await page.locator('h1').tap();
  await expect.poll(() => card(page).count()).toBe(0);
});

describe('the key', () => {
  it('leaves one topic in colour, then all', async () => {
    const { page } = await openPage(usual());
    const training = page.getByRole('button', { name: 'Training', exact: true });
    const coloured = () =>
      page
        .locator('mark')
        .evaluateAll((marks) =>
          marks
            .filter((mark) => getComputedStyle(mark).textDecorationLine === 'underline')
            .map((mark) => mark.className),
        );
    const before = await coloured();
    await training.click();
    expect(await training.getAttribute('aria-pressed')).toBe('true');
    expect(new Set(await coloured())).toEqual(new Set(['topic-1']));
    expect(await axeViolations(page)).toEqual([]);
    await training.click();
    expect(await coloured()).toEqual(before);
  });

  it('leads to the paragraphs of a topic', async () => {
    const { page } = await openPage(usual(), { height: 300 });
    await page.getByRole('link', { name: 'paragraph 8' }).click();
    await expect.poll(async () => (await page.locator('#p8').boundingBox())?.y ?? 999).toBeLessThan(300);
  });
});

describe('without a script', () => {
  it('the page can be read whole, and buttons open the explanations', async () => {
    const { page } = await openPage(usual(), { javaScript: false });
    expect(await page.locator('.text').allTextContents()).toEqual(PARTS.map(({ paragraph }) => paragraph.text));
    expect(await page.locator('#theme').isVisible()).toBe(false);
    await page.locator('#p5 .tag').first().click();
    expect(await page.locator('#why-5').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#why-5').isVisible()).toBe(false);
  });
});

describe('on paper', () => {
  it('the page is light, with the tags and without what is only for the screen', async () => {
    const { page } = await openPage(usual(), { colorScheme: 'dark' });
    await page.locator('#p5 .tag').first().click();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe('rgb(255, 255, 255)');
    expect(await page.locator('#p5 .tag').first().isVisible()).toBe(true);
    for (const hidden of ['#theme', '.why', '.skip'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    const { width } = (await page.locator('#p5 .text').boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThan(400);
  });
});

describe('hostile texts', () => {
  const WORD = 'ợ'.repeat(10_000);
  const hostile = [
    '</script><script>document.title = "broken"</script>',
    `"quotes' & <b>bold</b> &amp; <!-- -->`,
    'carriage\r\nreturn\rand\ttab  and   blanks',
    'no\u00A0break\u202F: « ici » – c’est\u2009là',
    'right \u202Eto left, \u2067never closed',
    'e\u0323\u0302\u0301\u0300 \u{1F469}\u200D\u{1F469} \uFFFD \u0085\u2028',
    WORD,
  ];
  const parts = hostile.map((text) =>
    partOf(text, [
      tagOf(text, 'pay', 0.9, [text.slice(0, 9)], [{ text, topics: [], language: 'en', similarity: 1 }]),
      tagOf(text, 'training', 0.8, [text.slice(4)]),
    ]),
  );

  it('stay what they are', async () => {
    const { page, requests, complaints } = await openPage(written('hostile', parts));
    expect(await texts(page)).toEqual(hostile);
    expect(await page.locator('.example').evaluateAll((all) => all.map(({ textContent }) => textContent))).toEqual(
      hostile,
    );
    expect(await page.title()).toBe('Topics in hostile – civic-topics');
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('keep marks of direction to themselves', async () => {
    const { page } = await openPage(written('hostile', parts));
    // What follows the paragraph is still read from left to right: its letter stands before its name, before its score.
    const edges = await page
      .locator('#p5 .tag')
      .first()
      .evaluate((tag) =>
        ['.badge', 'bdi', '.score'].map((part) => tag.querySelector(part)?.getBoundingClientRect().left ?? 0),
      );
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
  });

  it.each([400, 320, 1200])('do not make the page wider than a window of %i', async (width) => {
    const { page } = await openPage(written('hostile', parts), { width });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.locator('#p7 .tag').first().click();
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= 800).toBe(true);
  });
});

it('is one file that stays small: less than 40 kB beside the article', () => {
  expect(readFileSync(usual()).length).toBeLessThan(40_000);
});
