/** Specification of the collection overview, as a browser sees it. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/batch/summary/summary.js';
import { axeViolations, tabOrder } from '../helpers/browser.js';
import { pageTest } from '../helpers/page-test.js';
import { runCli } from '../helpers/run-cli.js';
import { collection, TAGGED_HEAD, type TaggedRowParts, taggedLine } from '../helpers/tagged-rows.js';

const { folder, openPage } = pageTest();

interface Made {
  readonly file: string;
  readonly summary: Summary;
}

async function makePage(
  name: string,
  rows: Iterable<TaggedRowParts>,
  args: readonly string[] = COLUMNS,
): Promise<Made> {
  const [tagged, file] = [join(folder, `${name}.csv`), join(folder, `${name}.html`)];
  writeFileSync(tagged, TAGGED_HEAD + [...rows].map(taggedLine).join(''));
  const { code, stdout, stderr } = await runCli(['summary', tagged, '--report', file, '--format', 'json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Summed up') });
  return { file, summary: JSON.parse(stdout) };
}

const COLUMNS = ['--date-column', 'date', '--group-by', 'source'];

/** Text of each cell, row by row. */
const cells = (page: Page, table: string) =>
  page.locator(`${table} tbody tr`).evaluateAll((rows) =>
    // biome-ignore lint/suspicious/noExplicitAny: the DOM is the browser's, not that of this program's types.
    (rows as any[]).map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim() as string)),
  );
const percent = (share: number) => (100 * share).toFixed(1);
const found = (page: Page) => page.locator('#found').textContent();

describe('of two thousand rows', () => {
  let made: Made;
  beforeAll(async () => {
    made = await makePage('usual', collection(2500));
  });

  it.each(['light', 'dark'] as const)(
    'is accessible in %s colours, asks for nothing and complains of nothing',
    async (colorScheme) => {
      const { page, requests, complaints } = await openPage(made.file, { colorScheme });
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(made.file).href], complaints: [] });
    },
  );

  it.each([400, 800])('fits a window of %i pixels, and is accessible there', async (width) => {
    const { page } = await openPage(made.file, { width });
    // biome-ignore lint/suspicious/noExplicitAny: the DOM is the browser's.
    expect(await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBe(width);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('shows the figures of the JSON output', async () => {
    const { page } = await openPage(made.file);
    const { summary } = made;
    const figures = await page.locator('.figures dd').allInnerTexts();
    expect(figures.map((text) => text.replace('\u202f', ' '))).toEqual([
      '2,500',
      `${percent(summary.tagged / summary.rows)} %`,
      '2015–2024',
      '5',
    ]);
    const bars = await page.locator('.story tbody tr').allInnerTexts();
    for (const [i, { rows, share, interval }] of summary.topics.entries()) {
      expect(bars[i]).toContain(`${percent(share)}\u202f%`);
      expect(bars[i]).toContain(`${percent(interval[0])}–${percent(interval[1])}\u202f%; ${rows} rows`);
    }
    const line = ({ rows, tagged, topics }: Summary) => [
      rows.toLocaleString('en'),
      percent(tagged / rows),
      ...topics.map(({ share, interval }) => `${percent(share)} ${percent(interval[0])}–${percent(interval[1])}`),
    ];
    const years = summary.dates?.years.map((year) => [String(year.year), ...line(year as unknown as Summary)]);
    expect(await cells(page, '[aria-labelledby=years] > .shares')).toEqual(years);
    const groups = summary.groups?.named.map((group) => [group.name, ...line(group as unknown as Summary)]);
    expect(await cells(page, '[aria-labelledby=groups] > .shares')).toEqual(groups);
    await page.locator('[aria-labelledby=groups] summary').click();
    const groupYears = summary.groups?.named.flatMap(({ name, years = [] }) =>
      years.map((year) => [`${name} ${year.year}`, ...line(year as unknown as Summary)]),
    );
    expect(groupYears).toHaveLength(50);
    expect(await cells(page, '[aria-labelledby=groups] details .shares')).toEqual(groupYears);
  });

  it('shows the most typical texts of the JSON output, with the same evidence marked', async () => {
    const { page } = await openPage(made.file);
    for (const summary of await page.locator('[aria-labelledby=typical] summary').all()) await summary.click();
    const texts = await page.locator('.typical li > p:first-child').allInnerTexts();
    expect(texts).toEqual(made.summary.typical.flatMap((topic) => topic.texts.map(({ text }) => text)));
    const marks = await page.locator('.typical mark').allInnerTexts();
    expect(marks).toEqual(
      made.summary.typical.flatMap((topic) =>
        topic.texts.flatMap(({ text, evidence }) => evidence.map(({ start, end }) => text.slice(start, end))),
      ),
    );
  });

  it('is whole without scripts, but for all rows of the table', async () => {
    const { page, complaints } = await openPage(made.file, { javaScript: false });
    expect(complaints).toEqual([]);
    expect(await page.locator('#texts tbody tr').count()).toBe(25);
    expect(await page.locator('noscript').textContent()).toContain('only the first 25 of these rows');
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('.chart svg').count()).toBe(6);
  });

  it('can be walked through by Tab, in the order of the page', async () => {
    const { page } = await openPage(made.file);
    const stops = await tabOrder(page);
    expect(stops[0]).toBe('a Skip to the content');
    const controls = stops.slice(stops.findIndex((stop) => stop.startsWith('input'))).map((stop) => stop.split(' ')[0]);
    expect(controls).toEqual(['input', 'select', 'select', 'select', ...Array(7).fill('button'), 'button', 'button']);
    expect(stops.at(-1)).toBe('button Next');
  });
});

describe('the table of texts', () => {
  const rows: TaggedRowParts[] = [
    {
      text: 'Lớp đào tạo công chức mở ở tỉnh.',
      date: '05/03/2019',
      source: 'Báo',
      language: 'vi',
      tags: [['training', 0.7, 'Lớp đào tạo công chức']],
    },
    {
      text: 'Tiền lương giáo viên tăng.',
      date: '25/12/2020',
      source: 'Báo',
      language: 'vi',
      tags: [['salary-reform', 0.9, 'Tiền lương giáo viên tăng']],
    },
    {
      text: 'Une école d’été pour les agents.',
      date: '2018',
      source: 'Journal',
      language: 'fr',
      tags: [['training', 0.8, 'Une école d’été']],
    },
    { text: 'Rain, and rain again.', date: 'soon', source: '' },
    {
      text: 'Pay and training together.',
      date: '04/03/2019',
      source: 'Journal',
      tags: [
        ['salary-reform', 0.95, 'Pay'],
        ['training', 0.6, 'training'],
      ],
    },
  ];
  let made: Made;
  beforeAll(async () => {
    made = await makePage('few', rows);
  });

  const firstWords = async (page: Page) =>
    (await page.locator('#texts td.text').allInnerTexts()).map((text) => text.split(/[ ,]/)[0]);

  it('shows all rows with their marks at first', async () => {
    const { page } = await openPage(made.file);
    expect(await found(page)).toBe('5 of 5 rows');
    expect(await page.locator('#texts mark').allInnerTexts()).toEqual(
      rows.flatMap(({ tags = [] }) => tags.map(([, , evidence]) => evidence)),
    );
    expect(await page.locator('#pages').isVisible()).toBe(false);
  });

  it.each([
    ['dao tao', ['Lớp']],
    ['ĐÀO TẠO', ['Lớp']],
    ['tang LUONG', ['Tiền']],
    ['"luong tang"', []],
    ['"giáo viên tăng"', ['Tiền']],
    ['ete ecole', ['Une']],
    ['l’été', []],
    ['journal', ['Une', 'Pay']],
    ['<b>', []],
  ])('finds by %j', async (words, expected) => {
    const { page } = await openPage(made.file);
    await page.locator('#words').focus();
    await page.keyboard.type(words);
    expect(await firstWords(page)).toEqual(expected);
    expect(await found(page)).toBe(`${expected.length || 'No row'} of 5 rows`);
  });

  it('is filtered by topic, year and group with the keyboard, and cleared', async () => {
    const { page } = await openPage(made.file);
    const choose = async (id: string, option: string) => {
      await page.locator(id).focus();
      await page.keyboard.type(option);
    };
    await choose('#topic', 'E');
    expect(await page.locator('#topic option:checked').textContent()).toBe('E Training of public servants');
    expect(await firstWords(page)).toEqual(['Lớp', 'Une', 'Pay']);
    await choose('#year', '2019');
    expect(await firstWords(page)).toEqual(['Lớp', 'Pay']);
    await choose('#group', 'Journal');
    expect(await firstWords(page)).toEqual(['Pay']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The fields are cleared first, and the rows are shown a moment later.
    await expect.poll(() => found(page)).toBe('5 of 5 rows');
  });

  it('finds the rows that have no topic, no year and no group', async () => {
    const { page } = await openPage(made.file);
    for (const [id, name] of [
      ['#topic', 'No topic'],
      ['#year', 'No year'],
      ['#group', '(blank)'],
    ] as const) {
      await page.locator(id).selectOption({ label: name });
      expect(await firstWords(page)).toEqual(['Rain']);
      await page.locator('button[type=reset]').click();
    }
  });

  it.each([
    ['Date', ['Rain', 'Une', 'Pay', 'Lớp', 'Tiền']],
    ['Line', ['Lớp', 'Tiền', 'Une', 'Rain', 'Pay']],
    ['Topics', ['Pay', 'Tiền', 'Une', 'Lớp', 'Rain']],
  ])('is sorted by %s with the keyboard, and the other way round', async (name, expected) => {
    const { page } = await openPage(made.file);
    const button = page.locator('#texts thead').getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await firstWords(page)).toEqual(expected);
    const first = await page.locator('th[aria-sort]').getAttribute('aria-sort');
    await page.keyboard.press('Space');
    expect(await firstWords(page)).toEqual(expected.toReversed());
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).not.toBe(first);
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
  });

  it('is turned page by page, and a search goes back to the first page', async () => {
    const { file } = await makePage('pages', collection(60));
    const { page } = await openPage(file);
    expect(await found(page)).toBe('60 of 60 rows, 1–25 shown');
    await page.locator('#next').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await found(page)).toBe('60 of 60 rows, 51–60 shown');
    expect(await page.locator('#page').textContent()).toBe('Page 3 of 3');
    expect(await page.locator('#next').getAttribute('aria-disabled')).toBe('true');
    await page.locator('#words').fill('a');
    expect(await found(page)).toContain(', 1–25 shown');
  });
});

describe('whatever stands in the rows', () => {
  const hostile = [
    '</script><script>document.title="taken"</script>',
    '"\'><img src=x onerror=alert(1)>',
    '<!--<script>',
    '\u202eright to left\u202c and \u2067isolates',
    'x'.repeat(10_000),
    '=HYPERLINK("http://example.org")',
    '__proto__',
    'constructor',
    '\u0000\ud800 \u2028',
    '&lt;b&gt; &amp;',
  ].map((text) => text.replaceAll('\u0000', '').replaceAll('\ud800', ''));
  const rows = hostile.flatMap((text): TaggedRowParts[] => [
    { text, date: text, source: text, language: text, tags: [[text.replaceAll('|', ''), 0.9, text]] },
    { text, date: '2019', source: text, abstained: text },
  ]);
  let made: Made;
  beforeAll(async () => {
    made = await makePage('hostile', rows, [...COLUMNS, '--title', hostile[0] as string]);
  });

  it('it stays text: the page runs nothing, asks for nothing and complains of nothing', async () => {
    const { page, requests, complaints } = await openPage(made.file, { width: 800 });
    await page.locator('#words').fill('script');
    await page.locator('#words').fill('');
    expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(made.file).href], complaints: [] });
    expect(await page.title()).toBe(`${hostile[0]} – civic-topics`);
    expect(await page.locator('h1').textContent()).toBe(hostile[0]);
    expect(await page.locator('img, script[src]').count()).toBe(0);
    // biome-ignore lint/suspicious/noExplicitAny: the DOM is the browser's.
    expect(await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBe(800);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('its rows are shown as they are', async () => {
    const { page } = await openPage(made.file);
    expect(await found(page)).toBe('20 of 20 rows');
    const texts = await page.locator('#texts td.text').allInnerTexts();
    for (const text of hostile.filter((text) => text.length < 100))
      expect(texts).toContain(text.replace('\u2028', '').trim());
    await page.locator('#group').selectOption({ label: '__proto__' });
    expect(await found(page)).toBe('2 of 20 rows');
    await page.locator('#words').fill('__PROTO__');
    expect(await found(page)).toBe('2 of 20 rows');
  });
});

describe('small collections', () => {
  it.each([
    [
      'one row with a topic',
      [{ text: 'Pay rises.', date: '2019', source: 'Wire', tags: [['salary-reform', 0.9, 'Pay']] }],
      COLUMNS,
    ],
    ['one row without a topic', [{ text: 'Rain.' }], []],
    ['no row', [], COLUMNS],
    ['dates that cannot be read', [{ text: 'Rain.', date: 'soon', source: 'Wire' }], COLUMNS],
  ] as [string, TaggedRowParts[], string[]][])('of %s make a page', async (name, rows, args) => {
    const { file } = await makePage(name.replaceAll(' ', '-'), rows, args);
    const { page, complaints } = await openPage(file);
    expect(complaints).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('#texts tbody tr').count()).toBe(rows.length);
    expect(await page.locator('main').textContent()).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('of a hundred thousand rows the page stays under 5 MB, and its search is quick', { timeout: 60_000 }, async () => {
  const { file, summary } = await makePage('large', collection(100_000));
  expect(summary.rows).toBe(100_000);
  expect(statSync(file).size).toBeLessThan(5_000_000);
  const { page, complaints } = await openPage(file);
  expect(await found(page)).toBe('2,000 of 2,000 rows, 1–25 shown');
  expect(await page.locator('[aria-labelledby=rows] .note').first().textContent()).toContain(
    'A sample of 2,000 of the 100,000 rows',
  );
  await page.locator('#words').fill('bang luong moi');
  expect(await found(page)).toMatch(/^\d+ of 2,000 rows/);
  expect(complaints).toEqual([]);
});

it('of the most hostile hundred thousand rows, too', { timeout: 60_000 }, async () => {
  const worst = '<'.repeat(1000);
  const rows = Array.from({ length: 100_000 }, (_, i): TaggedRowParts => {
    // Twelve groups with rows in each of forty years, and many others.
    const name = `${i % 2 === 0 ? (i / 2) % 12 : i % 5000}${'&'.repeat(250)}`;
    const year = 1988 + (Math.floor(i / 24) % 40);
    const tags = i % 10 === 0 ? ([[`${i % 300}${'"'.repeat(250)}`, 0.9, worst.slice(0, 5)]] as const) : [];
    return { text: i % 20 === 0 ? `${i} ${worst}` : '', date: String(year), source: name, tags };
  });
  const { file } = await makePage('worst', rows);
  expect(statSync(file).size).toBeLessThan(5_000_000);
  const { complaints } = await openPage(file);
  expect(complaints).toEqual([]);
});
