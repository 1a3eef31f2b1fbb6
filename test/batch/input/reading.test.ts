import { describe, expect, it } from 'vitest';
import { decideReading } from '../../../src/batch/input/reading.js';
import { encode } from '../encoding/encode.js';
import { VIETNAMESE } from '../encoding/texts.js';

const CSV = { kind: 'csv', delimiter: ',' } as const;
const TSV = { kind: 'csv', delimiter: '\t' } as const;
const NDJSON = { kind: 'ndjson' } as const;
const VIETNAMESE_CSV = `id;text\n${VIETNAMESE.map((text, i) => `${i};"${text}"\n`).join('')}`;
const utf8 = (text: string) => [Buffer.from(text)];

describe('the encoding', () => {
  it('is found out, and so is the delimiter in it', async () => {
    const reading = await decideReading([encode(VIETNAMESE_CSV, 'utf-16be')], CSV, {});
    expect(reading).toEqual({
      encoding: 'utf-16be',
      byteOrderMark: false,
      delimiter: ';',
      notice: 'Detected: encoding utf-16be, delimiter semicolon.',
    });
  });

  it('is what the user says, of which nothing is to be told', async () => {
    const samples = [encode(VIETNAMESE_CSV, 'vni')];
    expect(await decideReading(samples, CSV, { encoding: 'windows-1252', delimiter: ',' })).toEqual({
      encoding: 'windows-1252',
      byteOrderMark: false,
      delimiter: ',',
    });
  });

  it.each([
    ['utf-8', '\ufeff', true],
    ['utf-8', '', false],
    ['viqr', '\ufeff', true],
    ['windows-1258', '\ufeff', false],
  ] as const)('%s that the user names has the mark %j: %s', async (encoding, mark, byteOrderMark) => {
    expect(await decideReading(utf8(`${mark}text\nabcd\n`), CSV, { encoding })).toMatchObject({ byteOrderMark });
  });

  it('of bytes that are no text in it is told of, UTF-8 or not', async () => {
    const samples = [Buffer.concat([Buffer.from('0;na\xefve\n', 'latin1'), Buffer.from(VIETNAMESE_CSV)])];
    expect((await decideReading(samples, CSV, { delimiter: ';' })).notice).toBe(
      'Detected: encoding utf-8. 1 byte is not UTF-8 in the parts looked at; rows with such bytes are bad rows.',
    );
  });
});

describe('the delimiter', () => {
  it('is told of when it is another one than the name says', async () => {
    expect((await decideReading(utf8('id,text\n1,abcd\n'), CSV, {})).notice).toBeUndefined();
    expect((await decideReading(utf8('id\ttext\n1\tabcd\n'), TSV, {})).notice).toBeUndefined();
    expect((await decideReading(utf8('id\ttext\n1\tabcd\n'), CSV, {})).notice).toBe('Detected: delimiter tab.');
    expect((await decideReading(utf8('id,text\n1,abcd\n'), TSV, {})).notice).toBe('Detected: delimiter comma.');
  });

  it('is what the name says in a file of one column', async () => {
    expect((await decideReading(utf8('text\nabcd\n'), TSV, {})).delimiter).toBe('\t');
  });

  it('is not looked for in newline-delimited JSON', async () => {
    expect(await decideReading(utf8('{"a":1};{"a":2}\n{"a":3};{"a":4}\n'), NDJSON, {})).toMatchObject({
      delimiter: ',',
    });
  });
});

it('an empty input is UTF-8', async () => {
  expect(await decideReading(utf8(''), CSV, {})).toMatchObject({ encoding: 'utf-8', byteOrderMark: false });
});
