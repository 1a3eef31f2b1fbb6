/** Parts of an article as the command line would find them, made by hand. */
import type { Evidence, Tag } from '../../src/classify/classification.js';
import type { PartOfArticle } from '../../src/report/article/part-of-article.js';
import type { Language } from '../../src/text/language.js';
import type { ParagraphKind } from '../../src/text/paragraphs.js';

export const ARTICLE_TOPICS = ['pay', 'training', 'ethics', 'gender'].map((id) => ({
  id,
  threshold: 0.5,
  examples: 3,
}));

/** A tag whose evidence is where the quoted clauses stand in the text. */
export function tagOf(
  text: string,
  topic: string,
  score: number,
  clauses: readonly string[],
  nearest?: Tag['nearest'],
): Tag {
  const evidence = clauses.map((clause) => {
    const start = text.indexOf(clause);
    if (start < 0) throw new Error(`The text has no ${clause}`);
    return { start, end: start + clause.length };
  });
  return { topic, score, evidence: evidence as unknown as Evidence, ...(nearest && { nearest }) };
}

export function partOf(
  text: string,
  tags: readonly Tag[] = [],
  { kind = 'body', language = 'vi' }: { readonly kind?: ParagraphKind; readonly language?: Language } = {},
): PartOfArticle {
  const isRead = kind !== 'caption' && kind !== 'furniture';
  const abstained = tags.length === 0 && { abstained: 'no-topic-near' as const };
  return {
    paragraph: { text, kind, span: { start: 0, end: text.length } },
    classification: isRead ? { language, tags, ...abstained, truncated: false } : undefined,
  };
}

const CROSSING = 'Lương tăng cho ai học xong khóa bồi dưỡng, và mọi người đều phải kê khai.';

/** One of everything: crossing evidence, evidence of three topics in one place, all kinds, examples. */
export const PARTS: readonly PartOfArticle[] = [
  partOf('Chia sẻ', [], { kind: 'furniture' }),
  partOf('Lương và lớp học', [tagOf('Lương và lớp học', 'pay', 0.81, ['Lương'])], { kind: 'headline' }),
  partOf('Ảnh: Nguyễn Văn A', [], { kind: 'caption' }),
  partOf('Mục một', [], { kind: 'heading' }),
  partOf(CROSSING, [
    tagOf(
      CROSSING,
      'pay',
      0.934,
      ['Lương tăng cho ai học xong'],
      [
        { text: 'Tiền lương mới', topics: ['pay'], language: 'vi', similarity: 0.9123 },
        { text: 'Pay & allowances', topics: ['pay', 'ethics'], language: 'en', similarity: -0.05 },
      ],
    ),
    tagOf(CROSSING, 'training', 0.71, ['học xong khóa bồi dưỡng', 'mọi người'], []),
  ]),
  partOf(
    'Ba chủ đề cùng một mệnh đề.',
    ['pay', 'training', 'ethics'].map((topic) =>
      tagOf('Ba chủ đề cùng một mệnh đề.', topic, 0.6, ['cùng một mệnh đề']),
    ),
  ),
  partOf('Mưa suốt ngày.\nGió nhẹ.'),
  partOf('Début : « un stage » à 9 h.', [tagOf('Début : « un stage » à 9 h.', 'training', 0.99, ['« un stage »'])], {
    language: 'fr',
  }),
  partOf('Русский текст', [], { language: 'und' }),
];
