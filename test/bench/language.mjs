/** Prints how well languages are told on lingua-langid, and how often without the detector; nothing when the data is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'tsup';

const DATA = new URL('../../../shared/benchmarks/lingua-langid/', import.meta.url);
const OUT = new URL('../../node_modules/.cache/civic-topics-bench/', import.meta.url);

if (!existsSync(DATA)) {
  console.error(`No ${DATA.pathname}: nothing measured.`);
  process.exit();
}

await build({
  entry: [new URL('../../src/text/language.ts', import.meta.url).pathname],
  outDir: OUT.pathname,
  config: false,
  format: 'esm',
  silent: true,
});
const { detectLanguage, evidentLanguage } = await import(new URL('language.js', OUT).href);

const withoutAccents = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const read = (language, file) => {
  const text = readFileSync(new URL(`${language}/${file}.txt`, DATA), 'utf8').normalize('NFC');
  return text.split('\n').filter(Boolean);
};

/** Percentages of the lines: told rightly; told by letters and words alone; told wrongly so. */
async function measure(name, language, lines) {
  const answers = await Promise.all(lines.map(detectLanguage));
  const evident = lines.map(evidentLanguage).filter((answer) => answer !== undefined);
  const percent = (count) => ((100 * count) / lines.length).toFixed(1).padStart(5);
  const right = answers.filter((answer) => answer === language).length;
  const wrong = evident.filter((answer) => answer !== language).length;
  console.log(
    `${name.padEnd(28)} ${percent(right)} right, ${percent(evident.length)} at once, ${percent(wrong)} wrong at once`,
  );
}

for (const language of ['vi', 'fr', 'en']) {
  for (const file of ['sentences', 'word-pairs', 'single-words']) {
    await measure(`${language} ${file}`, language, read(language, file));
  }
  const sentences = read(language, 'sentences');
  await measure(
    `${language} sentences in capitals`,
    language,
    sentences.map((line) => line.toUpperCase()),
  );
  await measure(`${language} without accents`, language, sentences.map(withoutAccents));
}
