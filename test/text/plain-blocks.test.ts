/** Checks how lines of plain text become paragraphs: wrapped lines, one paragraph a line, lists, page breaks. */
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../src/text/paragraphs.js';

const texts = (article: string) => splitParagraphs(article, { format: 'text' }).map(({ text }) => text);

/** Breaks at spaces so that no line is longer than `width`, as a mail program or `fmt` does. */
function wrap(paragraph: string, width: number): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const FIRST =
  'La commission propose de réviser la grille des salaires des agents de la commune, qui n’a pas changé depuis onze ans, et de former les chefs de service à son usage avant la fin de l’année.';
const SECOND =
  'Các đơn vị sự nghiệp công lập rà soát vị trí việc làm, báo cáo Sở Nội vụ trước ngày 30 tháng 6 và cử viên chức dự lớp bồi dưỡng về đánh giá kết quả công việc do Sở tổ chức.';

describe('wrapped lines', () => {
  it.each([60, 72, 80])('broken at %i columns are joined, paragraphs between blank lines stay apart', (width) => {
    const article = `Titre court\n\n${wrap(FIRST, width)}\n\n${wrap(SECOND, width)}\n`;
    expect(texts(article)).toEqual(['Titre court', FIRST, SECOND]);
  });

  it('are joined without blank lines too, where a line had no room for the next word', () => {
    expect(texts(`${wrap(FIRST, 72)}\n${wrap(SECOND, 72)}`)).toEqual([FIRST, SECOND]);
  });

  it('have one space for each character of the line break, so that positions stay those of the article', () => {
    const article = wrap(FIRST, 70).replaceAll('\n', '\r\n');
    const [paragraph] = splitParagraphs(article);
    expect(paragraph?.text).toHaveLength(article.length);
    expect(paragraph?.text.replaceAll('  ', ' ')).toBe(FIRST);
    expect(paragraph?.text.indexOf('former')).toBe(article.indexOf('former'));
  });
});

describe('lines that are not wrapped', () => {
  it('are a paragraph each, with blank lines between them or without', () => {
    const lines = ['Một câu ngắn về lương.', FIRST, 'Câu cuối nói về đào tạo.'];
    expect(texts(lines.join('\n'))).toEqual(lines);
    expect(texts(lines.join('\n\n'))).toEqual(lines);
    expect(texts(lines.join('\r\n'))).toEqual(lines);
    expect(texts(lines.join('\f'))).toEqual(lines);
  });

  it('stay apart when they are headlines of uneven length', () => {
    const lines = [
      'Council approves new salary scale for nurses and midwives',
      'Villages share one digital clerk',
      'Training budget doubles as ministry hires two hundred graduates',
      'Judges call for clearer rules on gifts to officials',
    ];
    expect(texts(lines.join('\n'))).toEqual(lines);
  });

  it('lose the blanks around them, tabs included', () => {
    expect(texts('\t  Un texte.\t \n   Un autre.')).toEqual(['Un texte.', 'Un autre.']);
  });
});

describe('list items', () => {
  it('that are short stay with the introduction, a line each', () => {
    const article = 'The plan covers:\n- salaries\n- training\n- equal pay';
    expect(texts(`${article}\n\nIt starts in May.`)).toEqual([article, 'It starts in May.']);
  });

  it('that are sentences are paragraphs of their own', () => {
    const items = [
      '1. Công chức cấp xã được bồi dưỡng kỹ năng số mỗi năm một lần theo kế hoạch.',
      '2. Người đứng đầu cơ quan chịu trách nhiệm về việc công khai, minh bạch tài sản.',
    ];
    expect(texts(['Nghị quyết nêu rõ:', ...items].join('\n'))).toEqual(['Nghị quyết nêu rõ:', ...items]);
  });

  it('that are short stay together when nothing introduces them', () => {
    expect(texts('A paragraph that ends.\n\n• pay\n• leave')).toEqual(['A paragraph that ends.', '• pay\n• leave']);
  });
});

describe('a button glued to the next line', () => {
  it('is split off, but a word that only begins like one is not', () => {
    expect(texts('Chia sẻBộ Nội vụ họp báo.')).toEqual(['Chia sẻ', 'Bộ Nội vụ họp báo.']);
    expect(texts('Chia sẻ với báo chí, bà Hà nói vậy.')).toEqual(['Chia sẻ với báo chí, bà Hà nói vậy.']);
    expect(texts('ShareChat and Printemps hire.')).toEqual(['ShareChat and Printemps hire.']);
  });
});
