/** Opens pages in a real Chromium and watches what they do. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Start once a file, in `beforeAll`; close in `afterAll`. */
export function startBrowser(): Promise<Browser> {
  // Containers run as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

export interface OpenOptions {
  /** Default light. */
  readonly colorScheme?: 'light' | 'dark';
  /** Width of the window in CSS pixels; default 1200. */
  readonly width?: number;
  /** Default 800. */
  readonly height?: number;
  /** Default true. */
  readonly javaScript?: boolean;
  /** A device that is touched, without a mouse; default false. */
  readonly touch?: boolean;
}

export interface OpenedPage {
  readonly page: Page;
  /** All that was asked for, the page itself first. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, uncaught errors, and what the page's policy has refused. */
  readonly complaints: readonly string[];
}

/** Opens a file as a user does who clicks on it. */
export async function openPage(browser: Browser, file: string, options: OpenOptions = {}): Promise<OpenedPage> {
  const { colorScheme = 'light', width = 1200, height = 800, javaScript = true, touch = false } = options;
  const page = await browser.newPage({
    colorScheme,
    viewport: { width, height },
    javaScriptEnabled: javaScript,
    hasTouch: touch,
    // What axe and the tests run is not the page's own, and its policy forbids nothing less.
    bypassCSP: false,
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}

/** What axe-core has against the page as it stands, a line for each rule with the elements it names. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe has put itself into the window.
    const results = await (globalThis as any).axe.run();
    return results.violations as { id: string; help: string; nodes: { target: unknown; html: string }[] }[];
  });
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 5).map(({ target, html }) => `${target} ${html.slice(0, 120)}`);
    return `${id}: ${help} (${nodes.length}) ${places.join(' | ')}`;
  });
}

/** Presses Tab until the focus has gone round, and describes each element that had it: `button Dark`, `a Skip to the content`. */
export async function tabOrder(page: Page, most = 500): Promise<string[]> {
  const stops: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the DOM is the browser's, not that of this program's types.
      const element = (globalThis as any).document.activeElement;
      if (element.localName === 'body') return undefined;
      const name = element.getAttribute('aria-label') ?? element.textContent;
      return `${element.localName} ${name.replace(/\s+/g, ' ').trim()}`;
    });
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  return stops;
}
