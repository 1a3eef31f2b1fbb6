/** Reads the texts that accuracy is measured on; they lie beside the repository and never enter it. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'fast-csv';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const LANGUAGES = ['vi', 'fr', 'en'];

const lines = (path) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
const ids = (cell) => cell.split('|').filter(Boolean);

export async function table(path, delimiter = ',') {
  const rows = [];
  for await (const row of createReadStream(path).pipe(parse({ headers: true, delimiter }))) rows.push(row);
  return rows;
}

export async function civicDev() {
  const rows = await table(`${SHARED}benchmarks/civic-dev/paragraphs.csv`);
  return rows.map(({ text, labels, lang }) => ({ text, topics: ids(labels), group: lang }));
}

export async function evaluationFixtures(by) {
  const rows = await Promise.all(LANGUAGES.map((language) => table(`${ROOT}data/evaluation/${language}.csv`)));
  return rows
    .flat()
    .map(({ id, text, topics, kind }) => ({ text, topics: ids(topics), group: by === 'kind' ? kind : id.slice(0, 2) }));
}

/** Lines set aside before any training, with what a reader found in them. */
export async function setAside() {
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, lines(`${SHARED}corpus/${language}.txt`)]));
  const parts = ['set-aside', 'set-aside-2'].map((name) => table(`${ROOT}models/build/judgements/${name}.tsv`, '\t'));
  return (await Promise.all(parts)).flat().map(({ language, line, topics, doubtful, sha256_16 }) => {
    const text = texts[language][line - 1];
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    if (digest !== sha256_16)
      throw new Error(`Expected line ${line} of ${language}.txt with sha256 ${sha256_16}…, got ${digest}…`);
    return { text, language, topics: ids(topics), doubtful: ids(doubtful) };
  });
}

/** Line n of each language is the same sentence. */
export function ntrex() {
  const names = { vi: 'ref.vie', fr: 'ref.fra', en: 'src.eng' };
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, lines(`${SHARED}benchmarks/ntrex/newstest2019-${names[language]}.txt`)]),
  );
}

/** Sentences with one of seven categories, parallel in the three languages. */
export function sib200(language, part) {
  const folder = { vi: 'vie_Latn', fr: 'fra_Latn', en: 'eng_Latn' }[language];
  return table(`${SHARED}benchmarks/sib200/${folder}/${part}.tsv`, '\t');
}
