/** Specification of the evaluation page, as a browser sees it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import type { Evaluation } from '../../src/evaluate/evaluation.js';
import { axeViolations, type OpenOptions, tabOrder } from '../helpers/browser.js';
import { civicTopics, ROOT } from '../helpers/built-cli.js';
import { HOSTILE, type MadePage, makePage, ROWS, TOPICS } from '../helpers/evaluation-page.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';
import { pageTest } from '../helpers/page-test.js';

const { folder, openPage } = pageTest();
let made: MadePage;
beforeAll(async () => {
  const baseline = await evaluate(fakeClassifier(TOPICS, { training: 0.75 }), ROWS, { resamples: 101 });
  made = await makePage(ROWS, { baseline });
});

function open(html: string, options?: OpenOptions) {
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  return openPage(file, options);
}

/** What the explorer shows, as text. */
async function shown(page: Page) {
  const text = (selector: string) => page.locator(selector).textContent();
  const topic = async (index: number) => ({
    precision: await text(`[data-topic="${index}"][data-figure="precision"]`),
    recall: await text(`[data-topic="${index}"][data-figure="recall"]`),
    f1: await text(`[data-topic="${index}"][data-figure="f1"]`),
    tagged: await text(`[data-topic="${index}"][data-figure="tagged"]`),
  });
  const count = await page.locator('input[data-slider]').count();
  return {
    macroF1: await text('.headline [data-figure="macroF1"]'),
    microF1: await text('.headline [data-figure="microF1"]'),
    exactMatch: await text('.headline [data-figure="exactMatch"]'),
    falseTagRate: await text('.headline [data-figure="falseTagRate"]'),
    topics: await Promise.all(Array.from({ length: count - 1 }, (_, i) => topic(i))),
  };
}

/** The same from an evaluation. */
function figuresOf({ macroF1, microF1, exactMatch, falseTagRate, topics }: Evaluation) {
  return {
    macroF1: macroF1.toFixed(3),
    microF1: microF1.toFixed(3),
    exactMatch: exactMatch.toFixed(3),
    falseTagRate: falseTagRate?.toFixed(3) ?? '–',
    topics: Object.values(topics).map(({ precision, recall, f1, tagged }) => ({
      precision: precision.toFixed(3),
      recall: recall.toFixed(3),
      f1: f1.toFixed(3),
      tagged: String(tagged),
    })),
  };
}

/** Moves sliders as a user does, and waits for the picture after. */
async function move(page: Page, thresholds: readonly number[]): Promise<void> {
  for (const [topic, threshold] of thresholds.entries())
    await page.locator(`[data-slider="${topic}"]`).fill(String(threshold));
  await settled(page);
}

function settled(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

describe('the page', () => {
  it.each(['light', 'dark'] as const)(
    'is accessible in %s colours, asks for nothing and complains of nothing',
    async (colorScheme) => {
      const { page, requests, complaints } = await open(made.html, { colorScheme });
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect(requests).toEqual([pathToFileURL(join(folder, 'page.html')).href]);
      expect(complaints).toEqual([]);
    },
  );

  it('can be gone through by the keyboard: links, columns, sliders, and what folds out', async () => {
    const { page } = await open(made.html);
    const stops = await tabOrder(page);
    expect(stops[0]).toBe('a Skip to the content');
    const expected = await page.locator(':is(a, button, summary, input):visible').count();
    expect(stops.filter((stop) => /^(a|button|summary|input) /.test(stop))).toHaveLength(expected);
    expect(stops).toContain('input Threshold of Training');
    expect(stops).toContain('button Off by');
  });

  it('does not scroll sideways on a telephone', async () => {
    const { page } = await open(made.html, { width: 400 });
    for (const summary of await page.locator('.wrong summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });

  it('can be read without its script', async () => {
    const { page } = await open(made.html, { javaScript: false });
    expect(await page.locator('h2').allTextContents()).toEqual([
      'Topics',
      'Against the baseline',
      'Confusion',
      'Groups',
      'Precision and recall',
      'What scores are worth',
      'Other thresholds',
      'Rows that went wrong',
    ]);
    expect(await shown(page)).toEqual(figuresOf(made.evaluation));
    expect(await page.locator('[data-slider]:enabled').count()).toBe(0);
  });

  it('is the same when it is made again', async () => {
    expect((await makePage()).html).toBe((await makePage()).html);
  });
});

describe('figures that other thresholds give', () => {
  it('are at first those of the evaluation', async () => {
    const { page } = await open(made.html);
    expect(await shown(page)).toEqual(figuresOf(made.evaluation));
  });

  it.each([
    [0.35, 0.65, 0.5],
    [0.8, 0.2, 0.71],
    [0, 0, 0],
    [1, 1, 1],
  ])('at %d, %d and %d are those of a classifier with these thresholds', async (...thresholds) => {
    const classifier = fakeClassifier(TOPICS, Object.fromEntries(TOPICS.map((id, i) => [id, thresholds[i] as number])));
    const expected = figuresOf(await evaluate(classifier, ROWS, { resamples: 39 }));
    const { page } = await open(made.html);
    await move(page, thresholds);
    expect(await shown(page)).toEqual(expected);
  });

  it('are right by hand for three rows', async () => {
    const rows = [
      { text: 'One. training:0.4', topics: ['training'] },
      { text: 'Two. training:0.6', topics: ['training'] },
      { text: 'Three. training:0.7', topics: [] },
    ];
    const { html } = await makePage(rows, { classifier: fakeClassifier(['training']) });
    const { page } = await open(html);
    // At 0.5 two tags, one right, of two that carry it.
    expect((await shown(page)).topics[0]).toEqual({ precision: '0.500', recall: '0.500', f1: '0.500', tagged: '2' });
    await move(page, [0.3]);
    // Three tags, two right: 2/3, 2/2, 4/5. Two rows of three exactly right; the row without a topic has a tag.
    expect(await shown(page)).toEqual({
      macroF1: '0.800',
      microF1: '0.800',
      exactMatch: '0.667',
      falseTagRate: '1.000',
      topics: [{ precision: '0.667', recall: '1.000', f1: '0.800', tagged: '3' }],
    });
    expect(await page.locator('[data-change="macroF1"]').textContent()).toBe('+0.300');
  });

  it('move with the arrow keys, all topics at once if wanted, and go back', async () => {
    const { page } = await open(made.html);
    await page.locator('[data-slider="all"]').focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    await settled(page);
    const by = Number(await page.locator('[data-slider="all"]').inputValue());
    expect(by).toBeGreaterThan(0);
    const shifted = (await page.locator('[data-threshold="1"]').textContent()) ?? '';
    expect(shifted).toBe((0.5 + by).toFixed(3));
    expect(await page.locator('[data-slider="1"]').getAttribute('aria-valuetext')).toBe(shifted);
    const classifier = fakeClassifier(TOPICS, Object.fromEntries(TOPICS.map((id) => [id, 0.5 + by])));
    expect(await shown(page)).toEqual(figuresOf(await evaluate(classifier, ROWS, { resamples: 39 })));
    await page.locator('#reset').click();
    await settled(page);
    expect(await shown(page)).toEqual(figuresOf(made.evaluation));
  });
});

describe('rows that went wrong', () => {
  it('show the evidence that the JSON has, mark by mark', async () => {
    const { page } = await open(made.html);
    const { judgements }: Evaluation = JSON.parse(JSON.stringify(made.evaluation));
    let compared = 0;
    for (const { row, gold, tags } of judgements) {
      const text = ROWS[row - 1]?.text ?? '';
      for (const { topic, evidence } of tags.filter((tag) => !gold.includes(tag.topic))) {
        const marks = page.locator(`tbody[data-row="${row}"] mark.topic-${TOPICS.indexOf(topic)}.false`);
        expect(await marks.allTextContents()).toEqual(evidence.map(({ start, end }) => text.slice(start, end)));
        compared++;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(HOSTILE.length);
  });

  it('mark the clause nearest to a topic that was missed', async () => {
    const { page } = await open(made.html);
    const marks = page.locator('tbody[data-row="25"] mark.topic-1.missed');
    expect(await marks.allTextContents()).toEqual(['training:0.2']);
  });

  it('name the scores and the nearest examples of each kind', async () => {
    const { page } = await open(made.html);
    await page.locator('tbody[data-row="25"] summary').click();
    const details = page.locator('tbody[data-row="25"] details');
    expect(await details.textContent()).toContain('Score 0.200, threshold 0.500 (−0.300).');
    const lists = details.locator('ol.examples');
    expect(await lists.count()).toBe(2);
    expect(await lists.first().locator('li').first().textContent()).toMatch(
      /0\.90[\s\S]*An example of training, “in quotes”, that ends in <\/script>\./,
    );
    expect(await lists.last().locator('li').first().textContent()).toMatch(/0\.50[\s\S]*The river rose again/);
  });

  it('are sorted by the keyboard, by any column and the other way round, and the columns say so', async () => {
    const { page } = await open(made.html);
    const order = () =>
      page.locator('tbody[data-row]').evaluateAll((bodies) => bodies.map((body) => Number(body.dataset.row)));
    const sorted = async () =>
      page.locator('table.wrong th[aria-sort]').evaluateAll((heads) => heads.map((h) => [h.textContent, h.ariaSort]));
    expect(await sorted()).toEqual([['Off by', 'descending']]);
    const byDistance = await order();
    await page.locator('table.wrong button', { hasText: 'Row' }).focus();
    await page.keyboard.press('Enter');
    const descending = [...byDistance].sort((a, b) => b - a);
    expect(await order()).toEqual(descending);
    expect(await sorted()).toEqual([['Row', 'descending']]);
    await page.keyboard.press('Enter');
    expect(await order()).toEqual(descending.reverse());
    expect(await sorted()).toEqual([['Row', 'ascending']]);
    // What belongs to a row goes with it.
    const [first] = descending;
    expect(await page.locator('tbody[data-row]').first().textContent()).toContain(ROWS[(first as number) - 1]?.text);
  });

  it('show hostile texts as they are', async () => {
    const { page } = await open(made.html);
    for (const [i, text] of HOSTILE.entries()) {
      if (text.length > 2000) continue;
      const row = ROWS.length - HOSTILE.length + i + 1;
      expect(await page.locator(`tbody[data-row="${row}"] .row-text`).evaluate((p) => p.textContent)).toBe(text);
    }
    expect(await page.title()).toBe('Evaluation on rows <b>.csv – civic-topics');
    expect(await page.locator('img, b:not(.headline b, td b)').count()).toBe(0);
  });

  it('say what was cut from a very long text, around its evidence', async () => {
    const { page } = await open(made.html);
    const row = ROWS.length - HOSTILE.length + HOSTILE.findIndex((text) => text.length > 2000) + 1;
    const text = (await page.locator(`tbody[data-row="${row}"] .row-text`).textContent()) ?? '';
    const whole = ROWS[row - 1]?.text as string;
    expect(text).toBe(` [characters left out before this: ${whole.length - 2000}] ${whole.slice(-2000)}`);
  });

  it('beyond the most that is shown are counted', async () => {
    const { html, evaluation } = await makePage(ROWS, { most: 2 });
    const wrong = Math.round((1 - evaluation.exactMatch) * evaluation.rows);
    const { page } = await open(html);
    expect(await page.locator('tbody[data-row]').count()).toBe(2);
    expect(await page.locator('#wrong .note').textContent()).toContain(
      `${wrong} rows, of which the 2 surest mistakes are shown; the ${wrong - 2} others are left out here`,
    );
  });
});

describe('the baseline', () => {
  it('is shown with differences, verdicts and the rows that changed', async () => {
    const { page } = await open(made.html);
    const { comparison } = made.evaluation;
    const changed = comparison?.changed ?? [];
    expect(changed.length).toBeGreaterThan(0);
    await page.locator('#comparison summary').click();
    expect(await page.locator('#comparison details tbody tr').count()).toBe(changed.length);
    const row = page.locator('#comparison .table-frame').first().locator('tr', { hasText: 'Training' });
    const { baseline, now } = comparison?.topics.training?.f1 ?? { baseline: NaN, now: NaN };
    expect(await row.textContent()).toContain(`${baseline.toFixed(3)}${now.toFixed(3)}`);
  });
});

describe('ten thousand rows', () => {
  it('open, move and stay small enough', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      text: `Sentence number ${i} of a long file: salary-reform:0.${i % 97} training:0.${(i * 7) % 89}`,
      topics: i % 3 === 0 ? ['salary-reform'] : [],
    }));
    const { html } = await makePage(rows, { resamples: 39 });
    expect(html.length).toBeLessThan(3_000_000);
    const { page } = await open(html);
    expect(await page.locator('tbody[data-row]').count()).toBe(500);
    const started = performance.now();
    await move(page, [0.4]);
    // Two pictures of the screen and the way to the browser included.
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('evaluate --report of the built program', () => {
  it('shows at other thresholds what a classifier file with these thresholds gives in JSON', async () => {
    const rows = join(folder, 'rows.csv');
    writeFileSync(
      rows,
      `text,topics
"The allowance of clerks rises by eight per cent in July, and the salary grid is redrawn.",salary-reform
"Les agents suivront une formation de deux jours à la conduite de projets.",training
"Công chức cấp xã được bồi dưỡng về kỹ năng tin học trong quý ba.",training
"Women hold a third of the seats on the new council of directors.",gender-equality
"Heavy rain is expected along the coast from Tuesday on.",
"An inspector who took gifts from a builder was dismissed, and his pay was stopped.",civil-service-ethics
"The ministry puts birth certificates online and trains its clerks to issue them.",digital-government|training
`,
    );
    const report = join(folder, 'report.html');
    const run = await civicTopics(['evaluate', rows, '--report', report, '--format', 'json']);
    expect(run.code).toBe(0);
    const file = JSON.parse(readFileSync(`${ROOT}/models/civil-service/classifier.json`, 'utf8'));
    const thresholds = [0.2, 0.9, 0.05, 0.6, 0.02];
    for (const [i, topic] of file.topics.entries()) topic.threshold = thresholds[i];
    const moved = join(folder, 'classifier.json');
    writeFileSync(moved, JSON.stringify(file));
    const other = await civicTopics(['evaluate', rows, '--classifier', moved, '--format', 'json']);
    const { page, requests, complaints } = await openPage(report);
    expect(await shown(page)).toEqual(figuresOf(JSON.parse(run.stdout)));
    await move(page, thresholds);
    expect(await shown(page)).toEqual(figuresOf(JSON.parse(other.stdout)));
    expect(figuresOf(JSON.parse(other.stdout))).not.toEqual(figuresOf(JSON.parse(run.stdout)));
    expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(report).href], complaints: [] });
  });
});
