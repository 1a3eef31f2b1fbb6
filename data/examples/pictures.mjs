/**
 * Makes the pictures of the README from the files beside this one: the command line writes its three pages, Chromium opens them.
 *
 * Usage: npm run build && node data/examples/pictures.mjs [article|evaluation|overview …]
 * Chromium is taken from CHROMIUM, or /usr/bin/chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
const page = (name) => join(scratch, `${name}.html`);

/** Bytes that a picture may have: they are read on a slow line, too. */
const MOST_BYTES = 200_000;

/** Runs in this folder, so that pages name files and not places. */
function civicTopics(...args) {
  const program = [here('../../dist/cli.js'), ...args];
  const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8', cwd: here('.') });
  if (status !== 0) throw new Error(`civic-topics ${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** How each page is made, and what is done with it before the picture is taken. */
const PICTURES = {
  article: {
    make: () => civicTopics('classify', '--file', 'article.html', '--report', page('article')),
    pose: async (view) => {
      await view.locator('#p6 .clause').first().hover();
      await view.locator('.why:popover-open').waitFor();
    },
  },
  evaluation: {
    make: () =>
      civicTopics(
        ...['evaluate', 'articles.csv', '--topics-column', 'expected_topics', '--group-by', 'country'],
        ...['--report', page('evaluation')],
      ),
  },
  overview: {
    make: () => {
      const tagged = join(scratch, 'articles.tagged.csv');
      civicTopics('tag', 'articles.csv', '--output', tagged);
      civicTopics(
        ...['summary', tagged, '--date-column', 'date', '--group-by', 'country', '--title', 'Articles'],
        ...['--report', page('overview')],
      );
    },
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PICTURES);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  mkdirSync(here('pictures'), { recursive: true });
  for (const name of names) {
    const { make, pose } = PICTURES[name];
    make();
    const view = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
    await view.goto(pathToFileURL(page(name)).href);
    await pose?.(view);
    const path = here(`pictures/${name}.png`);
    await view.screenshot({ path });
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}.`);
    console.log(`${path}  ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
