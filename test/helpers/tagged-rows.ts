/** Rows as `tag` writes them, for tests of what is made from them. */

export interface TaggedRowParts {
  readonly text: string;
  readonly date?: string;
  readonly source?: string;
  readonly language?: string;
  /** Topic, score, evidence. */
  readonly tags?: readonly (readonly [topic: string, score: number, evidence: string])[];
  readonly abstained?: string;
}

export const TAGGED_HEAD = 'date,source,text,language,topics,scores,abstained,evidence\n';

/** One record of CSV with its line end; every field is quoted. */
export function taggedLine({
  text,
  date = '',
  source = '',
  language = 'en',
  tags = [],
  abstained,
}: TaggedRowParts): string {
  const joined = (part: 0 | 1 | 2) => tags.map((tag) => (part === 1 ? tag[1].toFixed(3) : tag[part])).join('|');
  const reason = abstained ?? (tags.length === 0 ? 'no-topic-near' : '');
  const fields = [date, source, text, language, joined(0), joined(1), reason, joined(2)];
  return `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n`;
}

export const TOPICS = [
  'digital-government',
  'civil-service-ethics',
  'gender-equality',
  'salary-reform',
  'training',
] as const;

const SOURCES = ['Báo Ví Dụ', 'La Gazette d’essai', 'The Sample Post', 'Cổng thông tin', 'Delta Wire'];
const PHRASES = {
  vi: [
    'cán bộ xã tiếp dân mỗi sáng',
    'bảng lương mới bắt đầu từ tháng bảy',
    'lớp học mở cuối tuần',
    'hồ sơ nộp qua mạng',
    'Đường làng ngập nước',
  ],
  fr: [
    'la mairie ouvre un guichet',
    'la grille des salaires change',
    'une formation le samedi',
    'le dossier se dépose en ligne',
    'la pluie tombe encore',
  ],
  en: [
    'the town hall opened a desk',
    'pay scales change in July',
    'classes meet at weekends',
    'forms are filed online',
    'rain fell again',
  ],
} as const;

/** Rows of ten years in three languages, one in five with a topic and some with two; always the same ones. */
export function* collection(count: number): Generator<TaggedRowParts> {
  // Linear congruential generator of Numerical Recipes, so that nothing repeats in step.
  let state = 1;
  const below = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  for (let i = 0; i < count; i++) {
    const language = (['vi', 'fr', 'en'] as const)[below(3)] as keyof typeof PHRASES;
    const phrases = Array.from({ length: 8 }, () => `${PHRASES[language][below(5)]} ${below(1000)}`);
    const topics = TOPICS.filter((_, topic) => below(100) < 3 + topic);
    yield {
      text: `${phrases.join(', ')}.`,
      date: i % 50 === 49 ? '' : `${1 + below(28)}/${1 + below(12)}/${2015 + below(10)}`,
      source: SOURCES[below(SOURCES.length)] as string,
      language,
      tags: topics.map((topic, t) => [topic, 0.99 - t / 10 - below(100) / 2000, phrases[t] as string] as const),
    };
  }
}
