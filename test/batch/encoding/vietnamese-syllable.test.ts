/** Checks that Vietnamese syllables are told from other strings of the same letters. */
import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable } from '../../../src/batch/encoding/vietnamese-syllable.js';

describe('isVietnameseSyllable', () => {
  it.each(
    `nghị định chuyển đổi số lương thưởng giới quyền uỷ ủy hoà hòa thuỷ giếng giêng gì gìn quốc quýt khuỷu xoong
    ngoằn ngoèo nguệch rượu yếu ý ở ừ kỹ nghiêng ghế gỗ huýt đẹp thuế ngoáy xuân khuyên tuyết huỳnh thuở quở`.match(
      /\S+/g,
    ) ?? [],
  )('knows %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  it.each([
    ['cị', 'c before i'],
    ['kà', 'k before a'],
    ['ngề', 'ng before ê'],
    ['cáć', 'two tones'],
    ['cạch̀', 'two tones'],
    ['cac', 'a stop without a tone'],
    ['tồc', 'a stop with a tone that stops do not take'],
    ['thộk', 'a final that is none'],
    ['ộtộ', 'two syllables'],
    ['été', 'French'],
    ['fê', 'an onset that is none'],
    ['ă', 'ă at the end'],
    ['', 'nothing'],
  ])('does not take %j for one: %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});
