/** Checks how VNI is read: published examples, and what is no part of a Vietnamese letter. */
import { Buffer } from 'node:buffer';
import { encode as encodeByTable } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { vniDecoder } from '../../../src/batch/encoding/vni.js';

/** @param text - the bytes as windows-1252 shows them */
function read(text: string): string {
  const decoder = vniDecoder();
  return decoder.write(Buffer.from(encodeByTable(text, 'windows1252'))) + decoder.end();
}

describe('VNI', () => {
  it.each([
    // The README of the npm package vietnamese-conversion.
    ['Xin chaøo caùc baïn', 'Xin chào các bạn'],
    // What documents set in VNI-Times look like without the font.
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['ÑOÄC LAÄP, TÖÏ DO', 'ĐỘC LẬP, TỰ DO'],
    ['ñöôøng, kyø, kyõ, kî, ngoaèn ngoeøo', 'đường, kỳ, kỹ, kỵ, ngoằn ngoèo'],
  ])('reads %j', (bytes, text) => {
    expect(read(bytes)).toBe(text);
  });

  it('takes the mark for small letters behind a capital', () => {
    expect(read('Aán, Ôû')).toBe('Ấn, Ở');
  });

  it('keeps as windows-1252 has them the characters that are no part of a letter', () => {
    expect(read('“café” – 5 €, ù, bâ, xü, oê')).toBe('“café” – 5 €, ù, bâ, xü, oê');
  });

  it('reads the second of two bytes that make no letter together for itself', () => {
    expect(read('ôâ öê aæ')).toBe('ơâ ưê aỉ');
  });
});
