/** Checks the names of encodings. */
import { describe, expect, it } from 'vitest';
import { ENCODINGS, parseEncoding } from '../../../src/batch/encoding/encodings.js';

describe('parseEncoding', () => {
  it.each(ENCODINGS)('knows %s by its name, in either case', (name) => {
    expect(parseEncoding(name)).toBe(name);
    expect(parseEncoding(name.toUpperCase())).toBe(name);
  });

  it.each([
    ['utf8', 'utf-8'],
    ['UTF_8', 'utf-8'],
    ['utf-8-sig', 'utf-8'],
    ['ascii', 'utf-8'],
    ['utf16', 'utf-16le'],
    ['UCS-2', 'utf-16le'],
    ['cp1252', 'windows-1252'],
    ['ANSI', 'windows-1252'],
    ['Windows 1252', 'windows-1252'],
    ['latin1', 'iso-8859-1'],
    ['ISO_8859-1:1987', 'iso-8859-1'],
    ['cp1258', 'windows-1258'],
    ['abc', 'tcvn3'],
    ['TCVN', 'tcvn3'],
    ['TCVN3 (ABC)', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Windows', 'vni'],
    ['VISCII 1.1', 'viscii'],
    ['csVIQR', 'viqr'],
  ])('knows %j as %s', (name, encoding) => {
    expect(parseEncoding(name)).toBe(encoding);
  });

  it.each(['', 'utf-9', 'shift_jis', 'toString', '__proto__'])('refuses %j and lists the names', (name) => {
    expect(() => parseEncoding(name)).toThrowError(
      expect.objectContaining({
        code: 'INVALID_ARGUMENT',
        message: expect.stringMatching(/^Expected an encoding \(utf-8, utf-16le, .*, viqr\), got "/),
      }),
    );
  });
});
