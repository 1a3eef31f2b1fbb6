/** Files of rows with the texts of data/training, for runs of the real model. */
import { readFileSync } from 'node:fs';
import { ROOT } from './built-cli.js';

/** Characters of each text: a title or a short paragraph. */
export interface RowOptions {
  readonly characters: number;
  /** Every so many rows one is bad; default never. */
  readonly badEvery?: number;
}

/** CSV with the columns id and text, the languages by turns, line by line; no two texts are the same. */
export function* csvRows(count: number, { characters, badEvery = Number.POSITIVE_INFINITY }: RowOptions) {
  const texts = trainingTexts();
  yield 'id,text\n';
  for (let i = 0; i < count; i++) {
    const text = (texts[i % texts.length] as string).slice(0, characters).replaceAll('"', '""');
    yield i % badEvery === badEvery - 1 ? `${i}\n` : `${i},"${text} ${i}"\n`;
  }
}

/** The languages by turns: the first doubtful one loads the language detector, once. */
function trainingTexts(): readonly string[] {
  const byLanguage = ['vi', 'fr', 'en'].map((language) =>
    readFileSync(`${ROOT}/data/training/${language}.ndjson`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).text as string),
  );
  return (byLanguage[0] ?? []).flatMap((_, i) => byLanguage.flatMap((list) => list[i] ?? []));
}
