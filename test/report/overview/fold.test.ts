/** The search of the overview ignores case and accents, in Vietnamese and French too. */
import { describe, expect, it } from 'vitest';
import { fold, searchTerms } from '../../../src/report/overview/fold.js';

describe('these are the same to the search', () => {
  it.each([
    ['Đào tạo', 'dao tao'],
    ['ĐÀO TẠO', 'đào tạo'],
    ['Tiền lương', 'tien luong'],
    ['Tiền lương'.normalize('NFD'), 'tiền lương'],
    ['Nghị quyết số 27-NQ/TW', 'nghi quyet so 27-nq/tw'],
    ['Égalité', 'egalite'],
    ['Œuvre', 'oeuvre'],
    ["l'école", 'L’ÉCOLE'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['a\u00ad\u200bb', 'ab'],
    ['two\u00a0\n words', 'two words'],
    ['ﬁn', 'fin'],
  ])('%s and %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});

it('other letters stay apart', () => {
  expect(fold('lương')).not.toBe(fold('lượn'));
});

describe('what is looked for', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['Tiền  lương', ['tien', 'luong']],
    ['"Tiền lương" giáo', ['tien luong', 'giao']],
    ['“tiền lương”', ['tien luong']],
    ['« salaire des agents »', ['salaire des agents']],
    ['"not closed', ['not closed']],
    ['""', []],
  ])('of %j', (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });
});
