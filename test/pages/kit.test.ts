/** Specification of the page kit, as a browser sees it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from '../helpers/browser.js';
import { ROOT } from '../helpers/built-cli.js';
import { kitGallery } from '../helpers/kit-gallery.js';
import { pageTest } from '../helpers/page-test.js';

const { folder, openPage } = pageTest();
const file = join(folder, 'gallery.html');
beforeAll(() => writeFileSync(file, kitGallery()));

describe('a page of the kit', () => {
  it.each(['light', 'dark'] as const)(
    'is accessible in %s colours, asks for nothing and complains of nothing',
    async (colorScheme) => {
      const { page, requests, complaints } = await openPage(file, { colorScheme });
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      expect({ requests, complaints }).toEqual({ requests: [pathToFileURL(file).href], complaints: [] });
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/kit-${colorScheme}.png`, fullPage: true });
    },
  );
});

describe('the button for colours', () => {
  it('changes to the other ones and back, whatever the system wants', async () => {
    const { page } = await openPage(file, { colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const button = page.locator('#theme');
    const dark = await background();
    expect(await button.getAttribute('aria-label')).toBe('Change to light colours');
    await button.click();
    expect(await background()).not.toBe(dark);
    expect(await axeViolations(page)).toEqual([]);
    await button.click();
    expect(await background()).toBe(dark);
  });
});

describe('a table', () => {
  /** What a page's own script does by calling `sortTables()`. */
  async function openSortable() {
    const contents = "import { sortTables } from './src/report/browser/kit/sort-tables.js'; sortTables();";
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: ROOT },
      bundle: true,
      format: 'iife',
      write: false,
    });
    const { page } = await openPage(file);
    await page.evaluate(outputFiles[0]?.text ?? '');
    const table = page.locator('table').first();
    return { page, table, rows: () => table.locator('tbody th').allTextContents() };
  }

  it('is sorted by the column that is pressed: figures from the largest, words from A, what is none at the end', async () => {
    const { page, table, rows } = await openSortable();
    const press = (name: string) => table.getByRole('button', { name }).click();
    expect(await rows()).toEqual(['Thuế & lệ phí', 'b', 'c']);
    await press('Text');
    expect(await rows()).toEqual(['b', 'c', 'Thuế & lệ phí']);
    await press('Score');
    expect(await rows()).toEqual(['Thuế & lệ phí', 'b', 'c']);
    expect(await table.locator('[aria-sort]').allTextContents()).toEqual(['Score']);
    await press('Score');
    expect(await rows()).toEqual(['c', 'b', 'Thuế & lệ phí']);
    expect(await table.locator('th[aria-sort=ascending]').count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('can be scrolled by the keyboard exactly when it is wider than the page', async () => {
    const { page } = await openPage(file, { width: 400 });
    const frame = page.locator('.heat .table-frame');
    await expect.poll(() => frame.getAttribute('tabindex')).toBe('0');
    expect(await frame.getAttribute('aria-label')).toBe('Topics found together');
    await page.setViewportSize({ width: 1200, height: 800 });
    await expect.poll(() => frame.getAttribute('tabindex')).toBeNull();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1200);
  });
});

it('texts from outside stay texts wherever the kit puts them', async () => {
  const text = `</script></style><img src=x onerror="document.title='broken'">'"&amp;`;
  const hostile = join(folder, 'hostile.html');
  writeFileSync(hostile, kitGallery(text));
  const { page, requests, complaints } = await openPage(hostile);
  expect(await page.title()).toBe(`${text} – civic-topics`);
  expect(await page.locator('h1').textContent()).toBe(text);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('tbody th').first().textContent()).toBe(text);
  expect(await page.evaluate(() => JSON.parse(document.getElementById('rows')?.textContent ?? ''))).toEqual([text]);
  expect({ count: requests.length, complaints }).toEqual({ count: 1, complaints: [] });
});
