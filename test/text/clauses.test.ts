/** Checks that lists are taken apart and running prose is not, and that any text at all gives valid spans. */
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/text/clauses.js';
import type { Language } from '../../src/text/language.js';

function clauses(text: string, language: Language): string[] {
  return splitClauses(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('a list', () => {
  it('yields each field that a sentence names, in English', () => {
    const text =
      'The two ministries will work together in the following fields: administrative reform; salary policy; training of civil servants, gender equality ...';
    expect(clauses(text, 'en')).toEqual([
      'The two ministries will work together in the following fields',
      'administrative reform',
      'salary policy',
      'training of civil servants',
      'gender equality',
    ]);
  });

  it('yields each field that a sentence names, in Vietnamese', () => {
    const text =
      'Hai sở phối hợp trong các lĩnh vực như: cải cách thủ tục; chế độ tiền lương; đào tạo, bồi dưỡng viên chức trẻ; bình đẳng giới… qua đó nâng chất lượng phục vụ người dân.';
    expect(clauses(text, 'vi')).toEqual([
      'Hai sở phối hợp trong các lĩnh vực như',
      'cải cách thủ tục',
      'chế độ tiền lương',
      'đào tạo, bồi dưỡng viên chức trẻ',
      'bình đẳng giới',
      'qua đó nâng chất lượng phục vụ người dân.',
    ]);
  });

  it('yields each field that a sentence names, in French', () => {
    const text =
      'Le plan porte sur les axes suivants : la formation des agents, la rémunération, l’égalité professionnelle et la déontologie.';
    expect(clauses(text, 'fr')).toEqual([
      'Le plan porte sur les axes suivants',
      'la formation des agents',
      'la rémunération',
      'l’égalité professionnelle',
      'et la déontologie.',
    ]);
  });

  it.each<[Language, string[]]>([
    ['en', ['The office looks after salary scales', 'training courses', 'and equal pay.']],
    ['en', ['The ministry is responsible for training', 'salary policy and gender equality.']],
    ['en', ['The council agreed a ban on gifts', 'a new pay scale for clerks', 'and a course for every mayor.']],
    ['en', ['The desk sells stamps', 'BBC recordings', 'old maps', 'board games', 'and postcards.']],
    ['vi', ['Sở dùng nhiều biện pháp như số hóa hồ sơ', 'mở lớp tin học', 'thi đua khen thưởng.']],
    ['vi', ['Trường dạy kỹ năng số', 'đạo đức nghề nghiệp', 'quản lý nhân sự', 'kế toán công.']],
    [
      'vi',
      [
        'Tỉnh lo sáu việc, trong đó có xây cầu',
        'tiếp cận nước sạch',
        'ngày nghỉ của công nhân',
        'trồng rừng phòng hộ.',
      ],
    ],
  ])('is taken apart at its commas (%s): %j', (language, parts) => {
    expect(clauses(parts.join(', '), language)).toEqual(parts);
  });

  it('ends where a connector takes the sentence further', () => {
    const parts = [
      'Khóa học gồm kỹ năng lãnh đạo',
      'quản lý tài chính',
      'và công nghệ số',
      'qua đó nâng cao năng lực.',
    ];
    expect(clauses(parts.join(', '), 'vi')).toEqual(parts);
  });

  it('keeps each marker with the item it opens', () => {
    expect(clauses('Nhiệm vụ: a) rà soát biên chế; b) chi trả tiền lương; c) mở lớp tập huấn.', 'vi')).toEqual([
      'Nhiệm vụ',
      'a) rà soát biên chế',
      'b) chi trả tiền lương',
      'c) mở lớp tập huấn.',
    ]);
    expect(clauses('The board shall (i) set the pay scale; (ii) train managers; (iii) report yearly.', 'en')).toEqual([
      'The board shall (i) set the pay scale',
      '(ii) train managers',
      '(iii) report yearly.',
    ]);
    expect(clauses('- salary reform\n• staff training\n1. equal pay', 'en')).toEqual([
      '- salary reform',
      '• staff training',
      '1. equal pay',
    ]);
  });

  it('joins single words to their neighbour, but neither a long term nor a word between semicolons', () => {
    expect(clauses('Khóa học gồm: nghe, nói, đọc hiểu; kỹ năng viết.', 'vi')).toEqual([
      'Khóa học gồm',
      'nghe, nói, đọc hiểu',
      'kỹ năng viết.',
    ]);
    expect(clauses('Au programme : déontologie ; paie ; gestion du temps.', 'fr')).toEqual([
      'Au programme',
      'déontologie',
      'paie',
      'gestion du temps.',
    ]);
  });
});

describe('running prose', () => {
  it.each<[Language, string]>([
    ['vi', 'Sáng nay, tại Đà Nẵng, Bộ trưởng Bộ Nội vụ, bà Lê Thu Hà, đã tiếp đoàn chuyên gia Lào và Thái Lan.'],
    ['vi', 'Theo Sở Tài chính, nếu ngân sách cho phép, lương giáo viên sẽ tăng từ tháng sau.'],
    [
      'en',
      'In all these fields, the ministry has for many years relied on the good will of its partners in the north.',
    ],
    ['fr', 'Mardi, à Lyon, la ministre, qui revenait de Rome, a présenté la réforme et répondu aux élus.'],
    ['fr', 'Selon le rapport, si rien ne change, la moitié des agents partira avant dix ans.'],
    ['en', 'On Monday, the minister, who had just returned, said that the plan, if adopted, would cost little.'],
    ['en', 'In Hanoi, after the talks, Ms. Tran, the deputy head, thanked her hosts.'],
  ])('stays whole in spite of its commas (%s): %s', (language, text) => {
    expect(clauses(text, language)).toEqual([text]);
  });

  it('is cut at the end of each sentence', () => {
    expect(clauses('The scale rises in May. Teachers gain most.', 'en')).toEqual([
      'The scale rises in May.',
      'Teachers gain most.',
    ]);
  });

  it('keeps brackets, quotations and numbers whole', () => {
    const text = 'Le taux (hommes, femmes, total) atteint 3,5 % pour 1,200 agents, dit « Paie, carrière, égalité ».';
    expect(clauses(text, 'fr')).toEqual([text]);
    const other = 'Diện tích 1.234,5 ha “đẹp, sạch, xanh, an toàn” thuộc tỉnh (xã A; xã B).';
    expect(clauses(other, 'vi')).toEqual([other]);
  });

  it('is not cut at a colon that opens no list, nor at a time or an address', () => {
    for (const text of ['Elle a répondu : nous verrons.', 'Doors open at 10:30 for https://a.org/x visitors.']) {
      expect(clauses(text, 'und')).toEqual([text]);
    }
  });

  it('is cut before a connector near its middle when a sentence is very long', () => {
    const half =
      'the regional office of the ministry spent most of its yearly budget on new computers for every village';
    const text = `In ${half}, while ${half} and ${half}.`;
    expect(clauses(text, 'en')).toEqual([`In ${half}`, `while ${half} and ${half}.`]);
  });

  it('is cut at a dash when very long, except in Vietnamese, where a dash joins compounds', () => {
    const half = Array.from({ length: 40 }, () => 'mot').join(' ');
    expect(clauses(`${half} – ${half}`, 'fr')).toEqual([half, half]);
    expect(clauses(`${half} – ${half}`, 'vi')).toHaveLength(1);
  });

  it('is not cut at an HTML entity left in the text', () => {
    expect(clauses('The minister&nbsp;of health #39;s office', 'en')).toEqual([
      'The minister&nbsp;of health #39;s office',
    ]);
  });
});

describe('any text', () => {
  const ALPHABET = [
    ...'aB7đ ,;:.|\n…()«»"“”-–?!',
    '\ud800',
    '👩🏽‍⚕️',
    ' và ',
    ' and ',
    ' như: ',
    '\r\n',
    '\u2028',
    'Dr. ',
    'lương tháng',
  ];

  /** Numerical Recipes' linear congruential generator: the same texts on every run. */
  function* randomTexts(count: number): Generator<string> {
    let state = 42;
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let n = 0; n < count; n++) {
      yield Array.from({ length: next(60) }, () => ALPHABET[next(ALPHABET.length)]).join('');
    }
  }

  it('gives clauses that are in order, trimmed, on one line, without a bar, and hold every letter and digit', () => {
    for (const text of randomTexts(500)) {
      for (const language of ['vi', 'fr', 'en', 'und'] as const) {
        let from = 0;
        let outside = '';
        for (const { start, end } of splitClauses(text, language)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          const clause = text.slice(start, end);
          expect(clause).toBe(clause.trim());
          expect(clause).not.toMatch(/[|\n\r\u2028]/);
          outside += text.slice(from, start);
          from = end;
        }
        expect(outside + text.slice(from), JSON.stringify(text)).not.toMatch(/[\p{L}\p{N}]/u);
      }
    }
  });

  it('gives no clause for text without a word', () => {
    for (const text of ['', '  ', '… ; | —', '\ud800']) expect(splitClauses(text, 'fr')).toEqual([]);
  });

  it('takes a megabyte without punctuation for one clause', () => {
    expect(splitClauses('x'.repeat(1_000_000), 'en')).toHaveLength(1);
  });

  it('takes a list of 100,000 items apart', () => {
    expect(splitClauses('some item, '.repeat(100_000), 'en')).toHaveLength(100_000);
    expect(splitClauses('some item – '.repeat(100_000), 'en')).toHaveLength(100_000);
    expect(splitClauses('mục thứ nhất; '.repeat(100_000), 'vi')).toHaveLength(100_000);
  });
});
