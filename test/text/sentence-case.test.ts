/** Checks that text in capitals comes to sentence case, and all other text stays; all texts written for these tests. */
import { describe, expect, it } from 'vitest';
import { toSentenceCase } from '../../src/text/sentence-case.js';

describe('toSentenceCase', () => {
  it.each([
    ['TĂNG LƯƠNG CHO CÔNG CHỨC TỪ NGÀY 1/7', 'Tăng lương cho công chức từ ngày 1/7'],
    ["L'ÉTAT RELÈVE LES SALAIRES. ŒUVRE UTILE !", "L'état relève les salaires. Œuvre utile !"],
    ['PAY RISES!\n“NEW COURSES” FOR STAFF', 'Pay rises!\n“New courses” for staff'],
  ])('brings %j to sentence case', (text, expected) => {
    expect(toSentenceCase(text)).toBe(expected);
  });

  it('leaves words without a vowel and words that are not all capitals', () => {
    expect(toSentenceCase('HĐND TỈNH ĐÀO TẠO CÁN BỘ QUA HTTP (theo Bộ Nội vụ)')).toBe(
      'HĐND tỉnh đào tạo cán bộ qua HTTP (theo Bộ Nội vụ)',
    );
  });

  it.each([
    ['an ordinary text with acronyms', 'The OECD, the IMF and the UBND met in Hà Nội.'],
    ['one word', 'ADMINISTRATION'],
    ['fewer than ten letters', 'OECD, UNDP'],
    ['seven capitals of eleven letters', 'ABCDEF Ghijk'],
    ['no letters', '12/03/2024 – 15:30'],
  ])('leaves %s', (_what, text) => {
    expect(toSentenceCase(text)).toBe(text);
  });

  it('takes text with seven capitals in ten letters for capitals', () => {
    expect(toSentenceCase('ABCDE FGhij')).toBe('Abcde FGhij');
  });

  it('judges each paragraph by itself', () => {
    expect(toSentenceCase('NEW COURSES FOR STAFF\n\nThe OECD and the IMF met again today.')).toBe(
      'New courses for staff\n\nThe OECD and the IMF met again today.',
    );
  });

  it('keeps the length, so a letter whose lower case is longer stays', () => {
    const text = 'YENİ MAAŞ DÜZENLEMESİ 😀 AÇIKLANDI';
    expect(toSentenceCase(text)).toBe('Yenİ maaş düzenlemesİ 😀 açiklandi');
    expect(toSentenceCase(text)).toHaveLength(text.length);
  });
});
