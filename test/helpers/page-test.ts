/** What every test of pages needs around it: a browser, and a folder for the pages that it opens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type OpenedPage, type OpenOptions, openPage, startBrowser } from './browser.js';

export interface PageTest {
  readonly folder: string;
  /** Opens a file as a user does who clicks on it; it is closed after the test. */
  openPage(file: string, options?: OpenOptions): Promise<OpenedPage>;
}

/** Call once a file, outside of all tests, since it sets up hooks; they leave nothing behind. */
export function pageTest(): PageTest {
  const folder = mkdtempSync(join(tmpdir(), 'civic-topics-page-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, openPage: (file, options) => openPage(browser, file, options) };
}
