/** Checks the tables of one byte a character against what was published of them. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../src/batch/encoding/decode.js';
import type { Encoding } from '../../../src/batch/encoding/encodings.js';

function read(bytes: string, encoding: Encoding): string {
  const decoder = createDecoder(encoding);
  return decoder.write(Buffer.from(bytes, 'latin1')) + decoder.end();
}

/** Table 1 of RFC 1456 (VISCII 1.1) in VIQR, by low digit; columns 8x to Fx. Rows xC and xD are left out. */
const VISCII_TABLE: Readonly<Record<string, string>> = {
  '0': 'A. O^` O~ o^` A` DD a` dd',
  '1': "A(' O^? a(' o^? A' u+' a' u+.",
  '2': 'A(` O^~ a(` o^~ A^ O` a^ o`',
  '3': "A(. O^. a(. O+~ A~ O' a~ o'",
  '4': "A^' O+. a^' O+ A? O^ a? o^",
  '5': "A^` O+' a^` o^. A( a. a( o~",
  '6': 'A^? O+` a^? o+` a(? y? u+~ o?',
  '7': 'A^. O+? a^. o+? a(~ u+` a^~ o.',
  '8': 'E~ I. e~ i. E` u+? e` u.',
  '9': "E. O? e. U+. E' U` e' u`",
  a: "E^' O. e^' U+' E^ U' e^ u'",
  b: 'E^` I? e^` U+` E? y~ e? u~',
  e: "E^. U. e^. o+' I~ o+~ i~ o+.",
  f: "O^' Y` o^' U+ y` u+ i? U+~",
};

describe('VISCII', () => {
  it.each(Object.entries(VISCII_TABLE))('is that of RFC 1456 in row x%s', (low, row) => {
    const bytes = ['8', '9', 'a', 'b', 'c', 'd', 'e', 'f'].map((high) =>
      String.fromCharCode(Number.parseInt(high + low, 16)),
    );
    expect(read(bytes.join(' '), 'viscii')).toBe(read(row, 'viqr'));
  });

  it('has the six capitals of RFC 1456 that stand among the control characters', () => {
    expect(read('\x02\x05\x06\x14\x19\x1e', 'viscii')).toBe('ẲẴẪỶỸỴ');
  });
});

describe('TCVN3', () => {
  // Wikipedia, "VSCII": VSCII-3 (TCVN3) adds 67 small letters, 7 capitals and the no-break space to ASCII.
  const letters = Array.from({ length: 96 }, (_, index) => read(String.fromCharCode(0xa0 + index), 'tcvn3'));

  it('has the 67 small letters of Vietnamese and 7 capitals without tones', () => {
    expect(letters.filter((letter) => /\p{Ll}/u.test(letter))).toHaveLength(67);
    expect(letters.slice(0, 8).join('')).toBe('\u00a0ĂÂÊÔƠƯĐ');
  });

  it('reads as fonts such as .VnTime show it', () => {
    expect(read('C\xe9ng hoµ x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam');
  });

  it('leaves small letters with tones amid capitals as they are', () => {
    expect(read('CéNG HOµ', 'tcvn3')).toBe('CộNG HOà');
  });

  it('has the quotation marks and dashes of Windows, and control characters, not the capitals of TCVN 5712-1', () => {
    expect(read('\x93a\x94 \x96 \x85', 'tcvn3')).toBe('“a” – …');
    expect(read('\x01\x11', 'tcvn3')).toBe('\x01\x11');
  });
});

describe('windows-1258', () => {
  it('composes a vowel with the tone behind it, as Unicode does', () => {
    // Microsoft's table of code page 1258: CC grave, D2 hook above, DE tilde, EC acute, F2 dot below.
    expect(read('Vi\xea\xf2t, o\xcc, \xf5\xec, A\xde, u\xd2', 'windows-1258')).toBe('Việt, ò, ớ, Ã, ủ');
  });

  it('has the letters with tones of their own, too', () => {
    expect(read('\xe0\xe1\xe8\xe9\xed\xf3\xf9\xfa', 'windows-1258')).toBe('àáèéíóùú');
  });

  it('gets along with any number of marks', () => {
    expect(read('\xcc'.repeat(100_000), 'windows-1258')).toHaveLength(100_000);
  });
});

describe('ISO-8859-1', () => {
  it('is the first 256 characters of Unicode', () => {
    const all = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
    expect(read(all, 'iso-8859-1')).toBe(all);
  });

  it('differs from windows-1252 in 0x80–0x9F only', () => {
    expect(read('\x80\x92\x9f\xa0\xff', 'iso-8859-1')).toBe('\x80\x92\x9f\xa0\xff');
    expect(read('\x80\x92\x9f\xa0\xff', 'windows-1252')).toBe('€’Ÿ\xa0ÿ');
  });
});
