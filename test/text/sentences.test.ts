/** Checks sentence boundaries against what a reader of each language would say. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/text/language.js';
import { splitSentences } from '../../src/text/sentences.js';

function sentences(text: string, language: Language): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** `|` marks where the text must be cut, and nowhere else. */
function expectCuts(marked: string, language: Language): void {
  const parts = marked.split('|').map((part) => part.trim());
  expect(sentences(marked.replaceAll('|', ''), language)).toEqual(parts);
}

describe('splitSentences', () => {
  it.each<[Language, string]>([
    ['vi', 'ThS. Lan và PGS.TS. Hòa làm việc tại TP. Huế. | Họ dạy ở Q. 3 và P. Bến Thành. | BS. An về hưu.'],
    ['vi', 'Xem tr. 12 và Đ. 5 của tài liệu. | Nguyễn V. A. ký văn bản.'],
    ['fr', 'M. Petit et Mme. Roy ont vu MM. Blanc et Noir. | Mlle. Lenoir suit le Pr. Martin.'],
    ['fr', 'Voir art. 5 et al. 2, p. ex. la note, cf. annexe. | La cité date de 50 av. J.-C. environ.'],
    ['fr', 'L’effectif est de 300 env. selon le n° 4. | Il baisse.'],
    ['en', 'Mr. Bell met Sen. Hill, Rep. Cole and Gov. Reed on Jan. 5. | Ms. Ng was absent.'],
    [
      'en',
      'The U.S. Senate and the U.N. office agreed with Acme Inc. directors. | See Art. 5, No. 7 and pp. 3-4, e.g. Table 2.',
    ],
    ['en', 'J. Smith wrote to K. L. Brown. | They met.'],
  ])('reads on after an abbreviation (%s): %s', (language, marked) => expectCuts(marked, language));

  it.each<[Language, string]>([
    ['en', 'She moved to the U.S. | The post was vacant. | His answer was no. | Nobody insisted.'],
    ['en', 'They sold it to Acme Inc. | In May it closed.'],
    ['fr', 'Le texte date de 2024. | Le ministre signe.'],
    ['vi', 'Hồ sơ gồm đơn, ảnh, v.v. | Ông Bình nhận.'],
  ])('ends the sentence where an abbreviation or a number does (%s): %s', (language, marked) =>
    expectCuts(marked, language),
  );

  it.each<[Language, string]>([
    ['vi', 'Nghị định số 12/2031/NĐ-CP cấp 1.500.000 đồng cho 1.234,5 ha. | Hết hạn ngày 3.5.2031.'],
    ['vi', 'Điều 5. Phạm vi điều chỉnh. | Khoản 2. Đối tượng áp dụng.'],
    ['fr', 'Art. 4. Le directeur nomme les agents. | Article 12. Il rend compte.'],
    ['vi', 'Các bước gồm: 1. Nộp đơn; 2. Đóng phí. | 3. Nhận kết quả.'],
    ['en', 'Two steps. | 1. Fill in the form. | 2. Send it.'],
  ])('keeps a number with what it numbers (%s): %s', (language, marked) => expectCuts(marked, language));

  it.each<[Language, string]>([
    ['fr', '« Nous recrutons. » | « Vraiment ? » demande-t-elle. | (Rires.) | Puis il sort.'],
    ['en', '“We are hiring.” | “Really?” she asked. | Then he left.'],
    ['vi', '“Chúng tôi tuyển người.” | “Thật ư?” chị hỏi.'],
  ])('leaves closing quotes and brackets with their sentence (%s): %s', (language, marked) =>
    expectCuts(marked, language),
  );

  it('reads on after an ellipsis that a small letter follows', () => {
    expectCuts('Il hésite... puis il signe. | Elle attend… et repart.', 'fr');
  });

  it('ends a sentence whose full stop touches the next one, but not inside a name', () => {
    expectCuts('La grille est publiée.|Le syndicat proteste.', 'fr');
    expectCuts('Gặp ThS.Nguyễn Hà tại Tp.Huế. | Xem trang chinhphu.vn.', 'vi');
  });

  it('ends a sentence at every line break', () => {
    expect(sentences('Tiêu đề\nCâu một. Câu\r\nhai', 'vi')).toEqual(['Tiêu đề', 'Câu một.', 'Câu', 'hai']);
  });

  it('leaves marks without a word with the sentence before them', () => {
    expect(sentences('Hội nghị kết thúc./. ', 'vi')).toEqual(['Hội nghị kết thúc./.']);
  });

  it.each(['', ' \n\t', '\ud800', 'a\udc00. B', '. . .'])('gives valid spans for %j', (text) => {
    const spans = splitSentences(text, 'und');
    expect(spans.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text.trim());
  });

  it('finds the same sentences in a text of many windows as in each sentence alone', () => {
    const unit = 'Le conseil de M. Roy vote. Il paie 1.500 agents… puis « Bien ! » dit-il. Fin des travaux. ';
    const alone = sentences(unit, 'fr');
    expect(alone).toHaveLength(3);
    expect(sentences(unit.repeat(300), 'fr')).toEqual(Array.from({ length: 300 }, () => alone).flat());
  });

  it('takes a megabyte without punctuation for one sentence', () => {
    expect(splitSentences('từ '.repeat(350_000), 'vi')).toHaveLength(1);
  });
});
