/** Files in every encoding get the tags of their UTF-8 copies, without being told which encoding it is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/batch/encoding/encodings.js';
import { openTextClassifier } from '../../src/batch/pool/open-text-classifier.js';
import type { LoadedTextClassifier } from '../../src/batch/pool/text-classifier.js';
import { tagFile } from '../../src/batch/tag-file.js';
import type { TagFileOptions } from '../../src/batch/tag-file-options.js';
import { encode, withTcvn3Letters } from '../batch/encoding/encode.js';
import { FRENCH, VIETNAMESE } from '../batch/encoding/texts.js';

const folder = mkdtempSync(join(tmpdir(), 'encodings-'));
afterAll(() => rmSync(folder, { recursive: true }));

let classifier: LoadedTextClassifier;
beforeAll(async () => {
  classifier = await openTextClassifier({ workers: 1 });
});
afterAll(() => classifier.close());

async function tag(content: Uint8Array, options: TagFileOptions = {}) {
  writeFileSync(join(folder, 'in.csv'), content);
  const notices: string[] = [];
  const summary = await tagFile(join(folder, 'in.csv'), join(folder, 'out.csv'), {
    openClassifier: async () => ({ ...classifier, close: async () => undefined }),
    overwrite: true,
    onNotice: (message) => notices.push(message),
    ...options,
  });
  return { summary, notices, output: readFileSync(join(folder, 'out.csv'), 'utf8') };
}

/** A row a sentence, with semicolons; without the quotation marks that not all encodings have. */
function table(texts: readonly string[]): string {
  const sentences = texts.flatMap((text) =>
    text
      .replace(/[“”]/g, '')
      .replaceAll('’', "'")
      .split(/(?<=[.?!])\s/),
  );
  return `mã;text;ghi chú\n${sentences.map((sentence, i) => `${i};"${sentence}";số ${i}\n`).join('')}`;
}

describe('a Vietnamese file', () => {
  const text = table(VIETNAMESE);
  it.each([
    ['utf-16le', text],
    ['utf-16be', text],
    ['windows-1258', text],
    ['tcvn3', withTcvn3Letters(text)],
    ['vni', text],
    ['viscii', text],
    ['viqr', text],
  ] as [Encoding, string][])('in %s', async (encoding, original) => {
    const plain = await tag(Buffer.from(original));
    expect(plain.summary).toMatchObject({ rejects: 0, languages: new Map([['vi', plain.summary.rows]]) });
    expect(plain.summary.tagged).toBeGreaterThan(3);
    const { output, notices } = await tag(encode(original, encoding));
    expect(notices[0]).toMatch(new RegExp(`^Detected: encoding ${encoding}, delimiter semicolon\\.`));
    expect(output).toBe(plain.output);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'in %s with a byte order mark, which it keeps',
    async (encoding) => {
      const plain = await tag(Buffer.from(text));
      const { output } = await tag(encode(`\ufeff${text}`, encoding));
      expect(output).toBe(`\ufeff${plain.output}`);
    },
  );

  it('in decomposed letters, which it keeps', async () => {
    const plain = await tag(Buffer.from(text));
    const { output } = await tag(Buffer.from(text.normalize('NFD')));
    expect(output).not.toBe(plain.output);
    expect(output.normalize('NFC')).toBe(plain.output);
  });
});

describe('a French file', () => {
  const text = table(FRENCH).replace('mã', 'clé').replace('ghi chú', 'note').replaceAll('số', 'né');
  it.each([
    ['windows-1252', {}],
    ['iso-8859-1', {}],
    ['iso-8859-1', { encoding: 'iso-8859-1' }],
  ] as const)('in %s', async (encoding, options) => {
    const plain = await tag(Buffer.from(text));
    expect(plain.summary).toMatchObject({ rejects: 0, languages: new Map([['fr', plain.summary.rows]]) });
    const { output } = await tag(encode(text, encoding), options);
    expect(output).toBe(plain.output);
  });
});

it('a file with one bad byte loses one row', async () => {
  const text = table(VIETNAMESE);
  const plain = await tag(Buffer.from(text));
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf('\n7;"') + 4] = 0xff;
  const { summary, output } = await tag(bytes);
  expect(summary).toMatchObject({ rows: plain.summary.rows - 1, rejects: 1 });
  const rowsBut = (csv: string, id: string) => csv.split(/\n(?=\d+;)/).filter((row) => !row.startsWith(`${id};`));
  expect(rowsBut(output, '7')).toEqual(rowsBut(plain.output, '7'));
  expect(readFileSync(join(folder, 'out.csv.rejects.csv'), 'utf8')).toMatch(/the first of them \\xFF\..*7;""?\\xFF/);
});
