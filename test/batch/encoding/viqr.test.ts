/** Checks how VIQR is read: published examples, and where a sign is no mark. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { viqrDecoder } from '../../../src/batch/encoding/viqr.js';

function read(...pieces: readonly string[]): string {
  const decoder = viqrDecoder();
  return pieces.map((piece) => decoder.write(Buffer.from(piece))).join('') + decoder.end();
}

describe('VIQR', () => {
  it.each([
    // Wikipedia, "Vietnamese Quoted-Readable".
    ["O^ng te^n gi`\\? To^i te^n la` Tra^`n Va(n Hie^'u\\.", 'Ông tên gì? Tôi tên là Trần Văn Hiếu.'],
    // Viet-Std, "The VIQR Convention": the first message and the table of examples.
    ["To^i ye^u tie^'ng nu+o+'c to^i tu+` khi mo+'i ra ddo+`i\\.", 'Tôi yêu tiếng nước tôi từ khi mới ra đời.'],
    ["Qui Nho+n, La'i Thie^u, Bi`nh Du+o+ng, Thu? DDu+'c", 'Qui Nhơn, Lái Thiêu, Bình Dương, Thủ Đức'],
    ['tra(ng, na(.ng, ho.c ta^.p, di~ va~ng', 'trăng, nặng, học tập, dĩ vãng'],
  ])('reads %j', (signs, text) => {
    expect(read(signs)).toBe(text);
  });

  it('takes the asterisk for a horn, too', () => {
    expect(read("nu*o*'c")).toBe('nước');
  });

  it('takes a sign for a mark only if it can combine with the letter before', () => {
    expect(read('Nam. (E( i^ y+ b? 3.5 gi`? Vie^.t.')).toBe('Nam. (E( i^ y+ b? 3.5 gì? Việt.');
  });

  it('drops the backslash that keeps a sign from being a mark, and halves two', () => {
    expect(read('ta\\. a\\(b) d\\d \\\\')).toBe('ta. a(b) dd \\');
    expect(read('C:\\data\\Vu+o+ng')).toBe('C:\\data\\Vương');
  });

  it('takes dd for đ where a syllable begins, Dd and DD for Đ, also in abbreviations', () => {
    expect(read('dda^u DDa` Ddo` QDD HDDND')).toBe('đâu Đà Đò QĐ HĐND');
    expect(read('address ADDRESS middle')).toBe('address ADDRESS middle');
  });

  it('leaves addresses alone', () => {
    expect(read('xem https://mo.gov.vn/a.html?b=o^ hay www.tha.vn, thu+ a.b@mo.vn;Ha` No^.i')).toBe(
      'xem https://mo.gov.vn/a.html?b=o^ hay www.tha.vn, thư a.b@mo.vn;Hà Nội',
    );
  });

  it('does not wait for the end of what is no word', () => {
    const decoder = viqrDecoder();
    const long = 'x'.repeat(2500);
    expect(decoder.write(Buffer.from(long))).toHaveLength(2000);
    expect(decoder.end()).toHaveLength(500);
    expect(read(`${long} e`, "^'u")).toBe(`${long} ếu`);
  });
});
