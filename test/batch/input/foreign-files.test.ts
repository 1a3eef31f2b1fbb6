/** Specification of refusing files that are no table of text. */
import { describe, expect, it } from 'vitest';
import { refuseArray, refuseForeign, refuseJson } from '../../../src/batch/input/foreign-files.js';
import { decideReading } from '../../../src/batch/input/reading.js';

const CSV = { kind: 'csv', delimiter: ',' } as const;

describe('a file is known by its first bytes', () => {
  it.each([
    [
      'PK\x03\x04\x14\0',
      'a spreadsheet or another packed file (.xlsx, .ods, .docx, .zip). Save the spreadsheet as CSV UTF-8',
    ],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'an old Office file (.xls, .doc). Save the spreadsheet as CSV UTF-8'],
    ['%PDF-1.7\n', 'a PDF. Take its text out of it first, and save it as CSV with a header line'],
    ['\x1f\x8b\x08', 'a file packed by gzip. Unpack it'],
  ])('%j is refused, and the way to a table is told', (start, words) => {
    expect(() => refuseForeign(Buffer.from(start, 'latin1'))).toThrow(
      `Expected CSV or newline-delimited JSON, got ${words}, and read that.`,
    );
  });

  it.each(['', 'P', 'PK,text\n', '%PD,text\n', 'id,text\n'])('%j is not', (start) => {
    expect(() => refuseForeign(Buffer.from(start))).not.toThrow();
  });

  it('even when an encoding is named', async () => {
    await expect(decideReading([Buffer.from('%PDF-1.7\n')], CSV, { encoding: 'utf-8' })).rejects.toThrow(/got a PDF/);
  });
});

describe('JSON where CSV should be', () => {
  const ARRAY =
    /^Expected CSV, got a JSON array\. JSON is read as one object a line, in a file whose name ends in \.ndjson/;
  const OBJECT = /^Expected CSV, got a JSON object\. JSON is read as one object a line/;
  const LINES =
    /^Expected CSV, got newline-delimited JSON\. Let the name of the file end in \.ndjson, or with tag say --format ndjson\.$/;
  it.each([
    ['[{"text":"a"}]', ARRAY],
    ['\n[\n  {\n    "text": "a"\n  }\n]\n', ARRAY],
    ['["a", "b"]', ARRAY],
    ['[]', ARRAY],
    ['{\n  "texts": []\n}\n', OBJECT],
    ['{"text":"a"}\n{"text":"b"}\n', LINES],
    ['{"text":"a"}\r\n', LINES],
    ['{}', LINES],
  ])('%j is refused', (text, message) => {
    expect(() => refuseJson(text)).toThrow(message);
  });

  it.each(['', 'id,text\n', '[id],[text]\n', '{id},{text}\n', '"{""a"":1}"\n', '[1]\n'])('%j is not JSON', (text) => {
    expect(() => refuseJson(text)).not.toThrow();
  });

  it('is refused unless a delimiter is named', async () => {
    const samples = [Buffer.from('{"a":1}\n')];
    await expect(decideReading(samples, CSV, {})).rejects.toThrow(LINES);
    expect(await decideReading(samples, CSV, { delimiter: ';' })).toMatchObject({ delimiter: ';' });
    expect(await decideReading(samples, { kind: 'ndjson' }, {})).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('an array where newline-delimited JSON should be', () => {
  it.each(['[\n{"text":"a"}\n]\n', '[{"text":"a"},\n{"text":"b"}]\n', '\ufeff\n[ {\r\n"text":"a"}]'])(
    '%j is refused',
    (text) => {
      expect(() => refuseArray(text)).toThrow(
        /^Expected newline-delimited JSON, got a JSON array\. JSON is read as one object a line/,
      );
    },
  );

  it.each(['', '{"text":"a"}\n', '[{"text":"a"}]\n{"text":"b"}\n', '[{"text":"a"', '["a",\n{"text":"b"}\n'])(
    '%j is not: one bad line costs no other',
    (text) => {
      expect(() => refuseArray(text)).not.toThrow();
    },
  );

  it('is refused before a row is read', async () => {
    const samples = [Buffer.from('[\n{"text":"a"}\n]\n')];
    await expect(decideReading(samples, { kind: 'ndjson' }, {})).rejects.toThrow(/got a JSON array/);
  });
});
