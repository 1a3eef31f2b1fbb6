/** Checks how the items of a list are told apart: by preposition, by the last conjunction, by dots and dashes; and what stays together. */
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/text/clauses.js';
import type { Language } from '../../src/text/language.js';

function clauses(text: string, language: Language): string[] {
  return splitClauses(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('a list', () => {
  it.each<[Language, string, string[]]>([
    [
      'en',
      'The mayor spoke on ferries, on pay for nurses, and on school meals.',
      ['on pay for nurses', 'and on school meals.'],
    ],
    [
      'fr',
      'Le comité veille à la paie, au temps de travail, aux congés et à la parité.',
      ['au temps de travail', 'aux congés', 'et à la parité.'],
    ],
    [
      'vi',
      'Cử tri hỏi về lương giáo viên, về cầu treo và về sổ đỏ, về giá điện.',
      ['về cầu treo và về sổ đỏ', 'về giá điện.'],
    ],
  ])('is known by the preposition that each of its items repeats (%s): %s', (language, text, items) => {
    expect(clauses(text, language).slice(1)).toEqual(items);
  });

  it.each<[Language, string[]]>([
    ['fr', ['La direction suit la paie', 'la formation continue', 'le dialogue social', 'et la carrière des agents.']],
    ['fr', ['Le service traite des congés', 'de la paie', 'de la mobilité', 'et du départ des agents.']],
    ['vi', ['Vụ theo dõi tổ chức bộ máy', 'chính sách tiền lương', 'đào tạo cán bộ', 'và bình đẳng giới.']],
    ['en', ['The bill covers speed limits', 'road signs', 'school buses', 'and a tax on lorries.']],
    ['en', ['The fair shows tractors and ploughs', 'new seeds', 'white rabbits', 'as well as a prize bull.']],
  ])('gives its last item alone when only a conjunction joins it (%s): %j', (language, parts) => {
    const text = `${parts.slice(0, -1).join(', ')} ${parts.at(-1)}`;
    expect(clauses(text, language)).toEqual(parts);
  });

  it('leaves a conjunction alone that belongs to its last item', () => {
    const between = 'It backs new ferries, cheaper fares, a treaty between the islands and the mainland.';
    expect(clauses(between, 'en').at(-1)).toBe('a treaty between the islands and the mainland.');
    const relative = 'We need a bridge, a school, a rule that lets a clerk and the mayor share an office.';
    expect(clauses(relative, 'en').at(-1)).toBe('a rule that lets a clerk and the mayor share an office.');
  });

  it('of four items or more bears with verbs in their relative clauses', () => {
    const parts = [
      'The town voted a new bridge',
      'a law that will close three bars',
      'free buses',
      'a pool where children may swim',
      'and trees.',
    ];
    expect(clauses(`${parts[0]}, ${parts.slice(1).join(', ')}`, 'en').slice(0, 4)).toEqual(parts.slice(0, 4));
  });

  it('is taken apart at middle dots, and at dashes when nothing else parts it', () => {
    expect(clauses('Rubriques : vie scolaire · carrière des agents · cantine bio', 'fr')).toEqual([
      'Rubriques',
      'vie scolaire',
      'carrière des agents',
      'cantine bio',
    ]);
    expect(clauses('Chuyên mục: Tin mới – Tiền lương – Học bổng – Ảnh đẹp', 'vi')).toEqual([
      'Chuyên mục',
      'Tin mới',
      'Tiền lương',
      'Học bổng',
      'Ảnh đẹp',
    ]);
    const compound = 'Tỉnh phát triển kinh tế - xã hội - quốc phòng - an ninh.';
    expect(clauses(compound, 'vi')).toEqual([compound]);
  });

  it('may come before the words that sum it up', () => {
    expect(
      clauses('New roads, cheap buses and a pay rise for teachers, free milk: that is the plan.', 'en').at(-1),
    ).toBe('that is the plan.');
  });

  it('within a quotation is taken apart at its semicolons', () => {
    const text = '"Tôi hứa: thứ nhất, sửa cầu; thứ hai, tăng lương; thứ ba, mở lớp; thứ tư, trồng cây," ông nói.';
    expect(clauses(text, 'vi')).toContain('thứ hai, tăng lương');
  });

  it('keeps a number or a name of a part with the item after it', () => {
    expect(
      clauses('Part I, sittings; Part II, pay and leave of clerks; Part III, fees and fines of members.', 'en'),
    ).toEqual(['Part I, sittings', 'Part II, pay and leave of clerks', 'Part III, fees and fines of members.']);
  });

  it('keeps its last item whole where the others hold commas or have numbers', () => {
    const last = 'kiểm tra cán bộ, công chức trong tỉnh.';
    expect(clauses(`Sở có nhiệm vụ: quản lý con dấu, văn thư; số hóa hồ sơ; ${last}`, 'vi').at(-1)).toBe(last);
    expect(clauses(`Sở có nhiệm vụ: a) quản lý con dấu; b) số hóa hồ sơ; c) ${last}`, 'vi').at(-1)).toBe(`c) ${last}`);
  });

  it('leaves an adverbial with the subject after it', () => {
    const parts = [
      'In short, the new board sets the pay of clerks',
      'trains managers',
      'hears complaints',
      'and buys cars.',
    ];
    expect(clauses(parts.join(', '), 'en')).toEqual(parts);
  });

  it('keeps a name whole that has a comma within', () => {
    const parts = [
      'Luật quy định lương của cán bộ, công chức xã',
      'việc tuyển dụng người trẻ',
      'nghỉ hưu',
      'và điều khoản thi hành.',
    ];
    expect(clauses(parts.join(', '), 'vi')[0]).toBe(parts[0]);
  });
});
