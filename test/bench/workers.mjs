/** Prints what two workers of one thread bring `tag`, beside one session of two threads: `npm run build && node test/bench/workers.mjs`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'civic-topics-'));
const texts = ['vi', 'fr', 'en'].flatMap((language) =>
  readFileSync(`${ROOT}data/training/${language}.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text),
);
const titles = [...new Set(texts.map((text) => text.split(/\s+/).slice(0, 11).join(' ')))].slice(0, 3000);
const sets = { titles, paragraphs: texts.filter((_, i) => i % 4 === 0).slice(0, 800) };

/** Rows a second of one run, and what it wrote. */
function tag(input, ...options) {
  const output = join(folder, 'output.csv');
  const args = [`${ROOT}dist/cli.js`, 'tag', input, '-o', output, '--overwrite', ...options];
  const { stderr } = spawnSync('node', args, { encoding: 'utf8' });
  return { rate: Number(/\(([\d.]+) rows\/s\)/.exec(stderr)?.[1]), written: readFileSync(output, 'utf8') };
}

for (const [name, rows] of Object.entries(sets)) {
  const input = join(folder, `${name}.csv`);
  writeFileSync(input, `text\n${rows.map((text) => `"${text.replaceAll('"', '""')}"\n`).join('')}`);
  for (let round = 0; round < ROUNDS; round++) {
    const one = tag(input, '--workers', '1', '--threads', '2');
    const two = tag(input, '--workers', '2', '--threads', '1');
    if (one.written !== two.written) throw new Error(`Expected the same output for ${name}, got two.`);
    console.log(`${name}: ${one.rate} and ${two.rate} rows/s, ${(two.rate / one.rate).toFixed(2)} times`);
  }
}
