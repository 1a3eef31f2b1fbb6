/** Checks that the encoding of a file is found, or refused, by texts written for these tests. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/batch/encoding/decode.js';
import { detectEncoding } from '../../../src/batch/encoding/detect-encoding.js';
import type { Encoding } from '../../../src/batch/encoding/encodings.js';
import { encode } from './encode.js';
import { ENGLISH, FRENCH, VIETNAMESE, VIQR } from './texts.js';

const detect = (...samples: Uint8Array[]) => detectEncoding(samples);
const toAscii = (text: string) =>
  text
    .replace(/[“”«»]/g, '"')
    .replace(/’/g, "'")
    .normalize('NFD')
    .replace(/[^\n -~]/g, '');

function expectRefused(samples: Uint8Array[], ...candidates: Encoding[]): void {
  expect(() => detectEncoding(samples)).toThrowError(
    expect.objectContaining({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(
        new RegExp(
          `Cannot tell the encoding.*${candidates.map((name) => `(?=.*likeliest.*${name})`).join('')}.*--encoding`,
          's',
        ),
      ),
    }),
  );
}

describe('detectEncoding', () => {
  const EIGHT_BIT = ['tcvn3', 'vni', 'viscii', 'windows-1258'] as const;
  it.each(EIGHT_BIT.flatMap((encoding) => VIETNAMESE.map((text, index) => [encoding, index, text] as const)))(
    'finds %s in Vietnamese text %i',
    (encoding, _index, text) => {
      const bytes = encode(encoding === 'viscii' ? text.replace(/[“”]/g, '"') : text, encoding);
      expect(detect(bytes)).toMatchObject({ encoding, byteOrderMark: false });
    },
  );

  it.each(FRENCH.map((text, index) => [index, text] as const))(
    'finds windows-1252 in French text %i',
    (_index, text) => {
      expect(detect(encode(text, 'windows-1252'))).toEqual({ encoding: 'windows-1252', byteOrderMark: false });
    },
  );

  it('calls ISO-8859-1 windows-1252, which reads it the same', () => {
    const text = FRENCH.join('\n').replace(/’/g, "'");
    expect(detect(encode(text, 'iso-8859-1')).encoding).toBe('windows-1252');
  });

  it('finds windows-1252 in English by a few quotation marks in a long text', () => {
    expect(detect(encode(ENGLISH[0] as string, 'windows-1252')).encoding).toBe('windows-1252');
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('finds %s with and without a byte order mark', (encoding) => {
    for (const text of [...VIETNAMESE, ...FRENCH, ...ENGLISH, 'tên;tuổi\n']) {
      expect(detect(encode(text, encoding))).toEqual({ encoding, byteOrderMark: false });
      expect(detect(encode(`\ufeff${text}`, encoding))).toEqual({ encoding, byteOrderMark: true });
    }
  });

  it('finds TCVN3 by names alone, as lists of people have them', () => {
    const names =
      'Nguyễn Văn Đức;Trần Thị Hằng;Lê Quốc Khánh;Phạm Ngọc Ánh;Vũ Đình Thắng;Đỗ Mỹ Lệ;Hồ Sĩ Tiến;Bùi Thuý Vân';
    for (const encoding of EIGHT_BIT)
      expect(detect(encode(names.replaceAll(';', '\n'), encoding)).encoding).toBe(encoding);
  });

  it('finds TCVN3 where headings in capitals have small letters for those with tones', () => {
    const text = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐỘC LẬP - TỰ DO - HẠNH PHÚC\nQUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ NỘI VỤ';
    expect(detect(encode(text, 'tcvn3')).encoding).toBe('tcvn3');
  });

  it('says of TCVN3 that it has no capitals with tones', () => {
    expect(detect(encode(VIETNAMESE[0] as string, 'tcvn3')).note).toMatch(/no capitals with tones/);
  });

  it('finds the same Vietnamese text in every encoding that can write it', async () => {
    const text = VIETNAMESE.join('\n').replace(/[“”]/g, '"').toLowerCase();
    for (const encoding of [...EIGHT_BIT, 'viqr', 'utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encode(text, encoding);
      const pieces = [];
      for await (const piece of decodeText(
        (async function* () {
          yield bytes;
        })(),
        detect(bytes).encoding,
      ))
        pieces.push(piece);
      expect(pieces.join(''), encoding).toBe(text);
    }
  });

  it('lets samples that say nothing follow the others', () => {
    const header = Buffer.from('id;text\n1;abc\n');
    expect(detect(header, encode(VIETNAMESE[0] as string, 'vni'), header).encoding).toBe('vni');
  });

  it('finds nothing remarkable in an empty file', () => {
    expect(detectEncoding([])).toEqual({ encoding: 'utf-8', byteOrderMark: false });
    expect(detect(new Uint8Array())).toEqual({ encoding: 'utf-8', byteOrderMark: false });
  });
});

describe('VIQR', () => {
  it('is found in text as people type it', () => {
    expect(detect(Buffer.from(VIQR))).toMatchObject({ encoding: 'viqr', byteOrderMark: false });
    expect(detect(Buffer.from(`\ufeff${VIQR}`))).toMatchObject({ encoding: 'viqr', byteOrderMark: true });
  });

  it.each([...ENGLISH, ...FRENCH].map((text, index) => [index, toAscii(text)] as const))(
    'is not seen in English, or French without accents: text %i',
    (_index, text) => {
      expect(detect(Buffer.from(text)).encoding).toBe('utf-8');
    },
  );

  it.each([
    ['code', 'const a = data(b) + o(c); let e^x = u*v; // add(a), address, to.do, a(n) e.g. i.e. U.S.\n'.repeat(30)],
    ['formulas', 'e^x + a^n - e^(-t) = a^2 * o^p, e^t a^t u+v o+n e^n a^m a^p\n'.repeat(30)],
    ['addresses', 'https://a.example.org/o+e?u=i.e&a=e~u mailto:a.e@i.o.example to.be@u.example\n'.repeat(30)],
    [
      'Vietnamese without accents',
      'Chinh phu ban hanh nghi dinh ve chuyen doi so. Ba con cho rang do la viec tot.\n'.repeat(30),
    ],
  ])('is not seen in %s', (_name, text) => {
    expect(detect(Buffer.from(text)).encoding).toBe('utf-8');
  });

  it('is refused when a few words may be VIQR', () => {
    expectRefused([Buffer.from("Vie^.t Nam ddo^?i mo+'i")], 'viqr', 'utf-8');
  });

  it('is refused when parts of the file are and others are not', () => {
    expectRefused([Buffer.from(VIQR), Buffer.from(toAscii(ENGLISH[0] as string))], 'viqr', 'utf-8');
  });
});

describe('UTF-8 with bad bytes', () => {
  it('stays UTF-8, and says how many there are', () => {
    const bytes = Buffer.concat([
      encode(VIETNAMESE[0] as string, 'utf-8'),
      Buffer.from('\ncaf\xe9;na\xefve\n', 'latin1'),
    ]);
    expect(detect(bytes)).toMatchObject({ encoding: 'utf-8', note: expect.stringMatching(/^2 bytes are not UTF-8/) });
  });

  it('does not count a character that the end of a sample cuts', () => {
    const bytes = encode(VIETNAMESE.join('\n'), 'utf-8');
    for (let at = 600; at < 620; at++) {
      expect(detect(bytes.subarray(0, at), bytes.subarray(at))).toEqual({ encoding: 'utf-8', byteOrderMark: false });
    }
  });

  it('is refused when whole stretches are in another encoding', () => {
    const [utf8, tcvn3] = [encode(VIETNAMESE.join('\n'), 'utf-8'), encode(VIETNAMESE[1] as string, 'tcvn3')];
    expectRefused([utf8, tcvn3], 'utf-8');
  });

  it('is believed of a file that says so by its byte order mark', () => {
    const bytes = Buffer.concat([encode('\ufeff', 'utf-8'), encode(FRENCH[0] as string, 'windows-1252')]);
    expect(detect(bytes)).toMatchObject({
      encoding: 'utf-8',
      byteOrderMark: true,
      note: expect.stringContaining('not UTF-8'),
    });
  });
});

describe('an encoding is refused', () => {
  it.each([
    ['Họ và tên', 'tcvn3'],
    ['Nghị định về tiền lương', 'vni'],
    ['Bình đẳng giới', 'viscii'],
    ['Đào tạo cán bộ', 'windows-1258'],
    ['Café crème', 'windows-1252'],
    ['It’s here', 'windows-1252'],
  ] as const)('when the text is short: %j in %s', (text, encoding) => {
    expectRefused([encode(text, encoding)], 'windows-1252');
  });

  it('when the samples disagree', () => {
    expectRefused([encode(VIETNAMESE[0] as string, 'tcvn3'), encode(VIETNAMESE[1] as string, 'vni')]);
    const long = encode(VIETNAMESE.join('\n'), 'tcvn3');
    expectRefused([long, encode((VIETNAMESE[1] as string).slice(0, 150), 'vni')], 'tcvn3', 'vni');
  });

  it.each([
    [
      'Russian in windows-1251',
      '\xcf\xf0\xe0\xe2\xe8\xf2\xe5\xeb\xfc\xf1\xf2\xe2\xee \xee\xe1\xfa\xff\xe2\xe8\xeb\xee \xf0\xe5\xf4\xee\xf0\xec\xf3 \xe7\xe0\xf0\xef\xeb\xe0\xf2 \xe3\xee\xf1\xf1\xeb\xf3\xe6\xe0\xf9\xe8\xf5 \xe2 \xf0\xe5\xe3\xe8\xee\xed\xe0\xf5',
    ],
    [
      'French in code page 850',
      '\x90t\x82 pr\x82f\x8acture d\x82cret \x85 l\x85 fran\x87ais \x88tre r\x82form\x82 m\x88me r\x8agle gr\x83ce bient\x93t',
    ],
  ])('when it is none of those known: %s', (_name, bytes) => {
    expectRefused([Buffer.from(bytes, 'latin1')]);
  });

  it('when the file is no text', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 5) * 31) % 256);
    expect(() => detect(bytes)).toThrowError(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        message: expect.stringMatching(/control characters.*CSV.*--encoding/s),
      }),
    );
  });
});
