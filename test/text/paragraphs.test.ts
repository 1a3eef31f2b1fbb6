/** Checks whole articles in the three languages: what each paragraph is for, and that nothing readable is lost. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ParagraphKind, splitParagraphs } from '../../src/text/paragraphs.js';

const VIETNAMESE = `FeedbackTỉnh Lâm Hà thí điểm trả lương giáo viên theo kết quả công việc

Thứ sáu, 14/03/2031 | 09:15 GMT+7
Chia sẻ
(LHO) - Từ tháng sau, ba trường trung học sẽ áp dụng thang lương mới.

Tỉnh Lâm Hà thí điểm trả lương giáo viên - ảnh 1Một tiết học ở trường Nguyễn Trãi. Ảnh LHO/Minh Tâm

Bốn nguyên tắc

Sở Nội vụ nêu các nguyên tắc sau:
- công khai tiêu chí
- đánh giá hai lần mỗi năm
- Người đứng đầu nhà trường chịu trách nhiệm giải trình trước phụ huynh và cơ quan quản lý về kết quả đánh giá.

Hội đồng nhân dân tỉnh sẽ xem xét kết quả vào cuối năm. (Ảnh: Sở Nội vụ)

[Bộ Nội vụ góp ý dự thảo bảng lương mới]

Giáo viên được tập huấn ba buổi trước khi chấm điểm lẫn nhau./.

(Vietnam+)
Tin cùng chuyên mục
Từ khóa: tiền lương, giáo viên`;

const FRENCH = `Accueil > Politique > Fonction publique
La ville de Morlieu ouvre ses concours aux apprentis
Par Claire Besson et Jean Mercier
Publié le 3 mars 2031 à 10h30, mis à jour le 4 mars 2031

Partager  Facebook  Twitter  E-mail
Le conseil municipal a voté lundi l’ouverture de douze postes aux apprentis de la commune.

Photo : la mairie de Morlieu. © AFP

Lire aussi : Les communes peinent à recruter
Un calendrier serré
Les épreuves auront lieu en juin, et les lauréats suivront une formation de six mois.

Publicité
(avec AFP)
© 2031 Le Courrier de Morlieu. Tous droits réservés.`;

const ENGLISH = `Share Tweet Print (12)
Harbour council to publish pay gaps by grade
By Jane Doe and Tom Bell, Reuters
Harbour City, 12 March 2031

The council will publish the median pay of women and men in each grade from next spring.

Figure 2: Median pay by grade and sex, 2030 (Source: council payroll)

What happens next?
Managers will be trained to explain the figures, and unions will see them first.

Photo credit: Reuters/Jane Doe
Advertisement
This website uses cookies to improve your visit. Accept all cookies
Read more`;

function kinds(article: string): [ParagraphKind, string][] {
  return splitParagraphs(article).map(({ kind, text }) => [kind, text.split(/\s+/).slice(0, 3).join(' ')]);
}

describe('splitParagraphs', () => {
  it('tells the body of a Vietnamese article from what surrounds it', () => {
    expect(kinds(VIETNAMESE)).toEqual([
      ['furniture', 'Feedback'],
      ['headline', 'Tỉnh Lâm Hà'],
      ['furniture', 'Thứ sáu, 14/03/2031'],
      ['furniture', 'Chia sẻ'],
      ['body', '(LHO) - Từ'],
      ['caption', 'Tỉnh Lâm Hà'],
      ['heading', 'Bốn nguyên tắc'],
      ['body', 'Sở Nội vụ'],
      ['body', '- Người đứng'],
      ['caption', 'Hội đồng nhân'],
      ['furniture', '[Bộ Nội vụ'],
      ['body', 'Giáo viên được'],
      ['furniture', '(Vietnam+)'],
      ['furniture', 'Tin cùng chuyên'],
      ['furniture', 'Từ khóa: tiền'],
    ]);
  });

  it('tells the body of a French article from what surrounds it', () => {
    expect(kinds(FRENCH)).toEqual([
      ['furniture', 'Accueil > Politique'],
      ['headline', 'La ville de'],
      ['furniture', 'Par Claire Besson'],
      ['furniture', 'Publié le 3'],
      ['furniture', 'Partager Facebook Twitter'],
      ['body', 'Le conseil municipal'],
      ['caption', 'Photo : la'],
      ['furniture', 'Lire aussi :'],
      ['heading', 'Un calendrier serré'],
      ['body', 'Les épreuves auront'],
      ['furniture', 'Publicité'],
      ['furniture', '(avec AFP)'],
      ['furniture', '© 2031 Le'],
    ]);
  });

  it('tells the body of an English article from what surrounds it', () => {
    expect(kinds(ENGLISH)).toEqual([
      ['furniture', 'Share Tweet Print'],
      ['headline', 'Harbour council to'],
      ['furniture', 'By Jane Doe'],
      ['furniture', 'Harbour City, 12'],
      ['body', 'The council will'],
      ['caption', 'Figure 2: Median'],
      ['heading', 'What happens next?'],
      ['body', 'Managers will be'],
      ['caption', 'Photo credit: Reuters/Jane'],
      ['furniture', 'Advertisement'],
      ['furniture', 'This website uses'],
      ['furniture', 'Read more'],
    ]);
  });

  it.each([VIETNAMESE, FRENCH, ENGLISH, VIETNAMESE.normalize('NFD'), FRENCH.replaceAll('\n', '\r\n')])(
    'puts every character that is not blank in exactly one paragraph, in order (%#)',
    (article) => {
      let outside = '';
      let from = 0;
      for (const { text, span } of splitParagraphs(article)) {
        expect(span.start).toBeGreaterThanOrEqual(from);
        expect(article.slice(span.start, span.end)).toBe(text);
        outside += article.slice(from, span.start);
        from = span.end;
      }
      expect((outside + article.slice(from)).trim()).toBe('');
    },
  );

  it('reads letters with combining accents like composed ones', () => {
    expect(splitParagraphs(VIETNAMESE.normalize('NFD')).map(({ kind }) => kind)).toEqual(
      splitParagraphs(VIETNAMESE).map(({ kind }) => kind),
    );
  });

  it('takes a single paragraph for body, however short', () => {
    expect(splitParagraphs('Đào tạo công chức trẻ')).toEqual([
      { text: 'Đào tạo công chức trẻ', span: { start: 0, end: 21 }, kind: 'body' },
    ]);
  });

  it('gives nothing for blank text', () => {
    for (const article of ['', ' \n\t\r\n\f']) expect(splitParagraphs(article)).toEqual([]);
  });

  it('reads an article in the format it is told to', () => {
    const article = '# Notes\n\nThe **pay** scale.';
    const texts = (format: 'text' | 'markdown') => splitParagraphs(article, { format }).map(({ text }) => text);
    expect(texts('text')).toEqual(['# Notes', 'The **pay** scale.']);
    expect(texts('markdown')).toEqual(['Notes', 'The pay scale.']);
  });
});

describe('what is not as expected is refused', () => {
  const cases: [what: string, article: unknown, options: unknown, message: string][] = [
    ['no article', null, {}, 'Expected the article to be a string, got null.'],
    ['a number', 5, {}, 'Expected the article to be a string, got the number 5.'],
    ['bytes', Buffer.from('a'), {}, 'Expected the article to be a string, got an object (Buffer).'],
    ['no options', 'a', null, 'Expected the options of splitParagraphs() to be an object, got null.'],
    ['an unknown format', 'a', { format: 'pdf' }, 'to be auto, text, html, markdown, got the string "pdf".'],
    ['a name that every object has', 'a', { format: 'constructor' }, 'got the string "constructor".'],
    ['an unknown option', 'a', { fromat: 'html' }, 'among format, got fromat.'],
  ];
  it.each(cases)('%s', (_, article, options, message) => {
    expect(() => splitParagraphs(article as never, options as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
    );
  });
});

const ARTICLES = new URL('../../../shared/articles/', import.meta.url);

describe.skipIf(!existsSync(ARTICLES))('two articles as saved from the web', () => {
  const split = (name: string) => splitParagraphs(readFileSync(new URL(name, ARTICLES), 'utf8'));

  it('have one headline each, and their captions, buttons and signatures are not body', () => {
    expect(split('article-1.vi.txt').map(({ kind }) => kind)).toEqual([
      ...['headline', 'furniture', 'body', 'body', 'caption', 'body', 'body', 'body', 'furniture'],
    ]);
    expect(split('article-2.vi.txt').map(({ kind }) => kind)).toEqual([
      ...['headline', 'body', 'caption', 'body', 'body', 'body', 'body', 'body', 'body', 'furniture'],
      ...['body', 'body', 'body', 'furniture', 'furniture'],
    ]);
  });
});
