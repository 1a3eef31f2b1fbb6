/** Checks that text comes back from every encoding, in whatever pieces its bytes come. */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/batch/encoding/decode.js';
import type { Encoding } from '../../../src/batch/encoding/encodings.js';
import { encode, VIETNAMESE_LETTERS, withTcvn3Letters } from './encode.js';

async function decode(chunks: readonly Uint8Array[], encoding: Encoding): Promise<string> {
  async function* source() {
    yield* chunks;
  }
  let text = '';
  for await (const piece of decodeText(source(), encoding)) {
    expect(piece).not.toBe('');
    text += piece;
  }
  return text;
}

/** In one piece, cut in two at every position, and byte by byte. */
function* cuts(bytes: Uint8Array): Generator<Uint8Array[]> {
  for (let at = 0; at <= bytes.length; at++) yield [bytes.subarray(0, at), bytes.subarray(at)];
  yield Array.from(bytes, (byte) => Uint8Array.of(byte));
}

async function expectAtEveryCut(bytes: Uint8Array, encoding: Encoding, text: string): Promise<void> {
  for (const chunks of cuts(bytes)) expect(await decode(chunks, encoding)).toBe(text);
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const oneOf = (list: string) => fc.constantFrom(...list.split(' '));
const VOWELS = VIETNAMESE_LETTERS.filter((letter) => !/đ/i.test(letter)).concat(...'aeiouyAEIOUY');
/** Syllables need not exist, but have their letters where syllables have them: đ begins one. */
const syllable = fc
  .tuple(
    oneOf(' b ch d đ Đ g KH ngh ph q TR x'),
    fc.constantFrom(...VOWELS),
    fc.constantFrom('', ...VOWELS),
    oneOf(' c m ng NH t y'),
  )
  .map((parts) => parts.join(''));
const words = (syllables: fc.Arbitrary<string>, separators: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(syllables, separators), { maxLength: 6 }).map((parts) => parts.flat().join(''));
const ascii = fc.constantFrom(' ', '. ', ', ', '?\n', ';', ' (', ') ', "'", '"', '|', '+', '\\', ' 24/7 ');

const ROUND_TRIPS: readonly (readonly [Encoding, fc.Arbitrary<string>])[] = [
  ['utf-8', fc.string({ unit: 'binary', maxLength: 20 })],
  ['utf-16le', fc.string({ unit: 'binary', maxLength: 20 })],
  ['utf-16be', fc.string({ unit: 'binary', maxLength: 20 })],
  ['windows-1252', words(oneOf('été à Œuvre ÇA maïs naïve don’t 5€'), ascii)],
  ['iso-8859-1', words(oneOf('été à uvre ÇA maïs na\u0085ve ÿ'), ascii)],
  ['windows-1258', words(syllable, fc.oneof(ascii, oneOf('“ ” – …')))],
  ['tcvn3', words(syllable, fc.oneof(ascii, oneOf('“ ” – …'))).map(withTcvn3Letters)],
  ['vni', words(syllable, fc.oneof(ascii, oneOf('“ ” – …')))],
  ['viscii', words(syllable, ascii)],
  ['viqr', words(syllable, ascii)],
];

describe('decodeText', () => {
  it.each(ROUND_TRIPS)('gives back any text written in %s, wherever its bytes are cut', async (encoding, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        await expectAtEveryCut(encode(text, encoding), encoding, text);
      }),
      { numRuns: 60 },
    );
  });

  it('knows all 134 letters of Vietnamese, and composes each to one character', async () => {
    expect(VIETNAMESE_LETTERS).toHaveLength(134);
    for (const encoding of ['windows-1258', 'vni', 'viscii', 'viqr'] as const) {
      for (const letter of VIETNAMESE_LETTERS) {
        expect(await decode([encode(letter, encoding)], encoding), `${letter} in ${encoding}`).toBe(letter);
      }
    }
  });

  it('passes UTF-8 and UTF-16 on as they are, not composed', async () => {
    const text = 'Vie\u0323\u0302t\r\n\u0344 \0\u{1F600}';
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      expect(await decode([encode(text, encoding)], encoding)).toBe(text);
    }
  });

  it('gives nothing for no bytes', async () => {
    expect(await decode([], 'utf-8')).toBe('');
    expect(await decode([new Uint8Array(), new Uint8Array()], 'windows-1258')).toBe('');
  });
});

describe('a byte order mark', () => {
  it.each(['utf-8', 'viqr', 'utf-16le', 'utf-16be'] as const)('is dropped from %s', async (encoding) => {
    const family = encoding === 'viqr' ? 'utf-8' : encoding;
    await expectAtEveryCut(Buffer.concat([encode('\ufeff', family), encode('ab\n', family)]), encoding, 'ab\n');
  });

  it('is waited for no longer than one may come, so that the answer to a short first line can be', async () => {
    const blankLines = { 'utf-8': [10], 'windows-1252': [10], 'utf-16le': [10, 0], 'utf-16be': [0, 10] } as const;
    for (const [encoding, bytes] of Object.entries(blankLines)) {
      async function* source() {
        yield Uint8Array.from(bytes);
        throw new Error(`More bytes of ${encoding} were asked for.`);
      }
      const { value } = await decodeText(source(), encoding as keyof typeof blankLines).next();
      expect(value, encoding).toBe('\n');
    }
  });

  it('is dropped once, at the start only', async () => {
    expect(await decode([encode('\ufeff\ufeffa\ufeff', 'utf-8')], 'utf-8')).toBe('\ufeffa\ufeff');
  });

  it('of UTF-16 tells the byte order, whatever the name says', async () => {
    await expectAtEveryCut(encode('\ufeffViệt', 'utf-16be'), 'utf-16le', 'Việt');
    await expectAtEveryCut(encode('\ufeffViệt', 'utf-16le'), 'utf-16be', 'Việt');
  });

  it('of another encoding is text', async () => {
    expect(await decode([encode('\ufeffa', 'utf-8')], 'windows-1252')).toBe('ï»¿a');
    expect(await decode([encode('\ufeffa', 'utf-16be')], 'iso-8859-1')).toBe('þÿ\0a');
  });

  it('alone is an empty text', async () => {
    expect(await decode([encode('\ufeff', 'utf-16le')], 'utf-16le')).toBe('');
  });
});

describe('bytes that the encoding does not know', () => {
  // Expected values: bytes.decode('utf-8', 'surrogateescape') of Python 3.
  it.each([
    ['ab\xff', 'ab\udcff'],
    ['\xc3(', '\udcc3('],
    ['\xe2\x82(', '\udce2\udc82('],
    ['\xed\xa0\x80', '\udced\udca0\udc80'],
    ['\xf0\x9f\x98', '\udcf0\udc9f\udc98'],
    ['\xc0\x80', '\udcc0\udc80'],
    ['\xf4\x90\x80\x80', '\udcf4\udc90\udc80\udc80'],
    ['\xe1\xbb\x87\x80', 'ệ\udc80'],
    ['caf\xe9\n', 'caf\udce9\n'],
  ])('are marked one by one in UTF-8: %j', async (bytes, text) => {
    await expectAtEveryCut(latin1(bytes), 'utf-8', text);
  });

  it('are marked in UTF-16 where half a pair or half a unit stands', async () => {
    await expectAtEveryCut(latin1('\x3d\xd8a\0'), 'utf-16le', '\udc3d\udcd8a');
    await expectAtEveryCut(latin1('\xde\x00\0a'), 'utf-16be', '\udcde\udc00a');
    await expectAtEveryCut(latin1('a\0\x3d\xd8\xff'), 'utf-16le', 'a\udc3d\udcd8\udcff');
  });

  it('are marked where a code page has a gap', async () => {
    expect(await decode([latin1('a\x81b\x90')], 'windows-1252')).toBe('a\udc81b\udc90');
    expect(await decode([latin1('a\x8ab')], 'windows-1258')).toBe('a\udc8ab');
    expect(await decode([latin1('a\x81b')], 'tcvn3')).toBe('a\udc81b');
    expect(await decode([latin1('a\x81b')], 'vni')).toBe('a\udc81b');
  });

  it('never change the text around them', async () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    const text = fc.string({ unit: 'grapheme', maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(text, bytes, text, async (before, middle, after) => {
        const whole = Buffer.concat([encode(`${before}\n`, 'utf-8'), middle, encode(`\n${after}`, 'utf-8')]);
        const decoded = await decode([whole], 'utf-8');
        expect(decoded.startsWith(`${before}\n`.replace(/^\ufeff/, ''))).toBe(true);
        expect(decoded.endsWith(`\n${after}`)).toBe(true);
        const marked = decoded.replace(/[\udc80-\udcff]/gu, '');
        expect(Buffer.from(marked).toString()).toBe(marked);
      }),
    );
  });
});
