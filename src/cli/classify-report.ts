/** What `civic-topics classify` prints, for people and for programs. */
import { evidenceText } from '../batch/tag-columns.js';
import type { Classification } from '../classify/classification.js';
import type { PartOfArticle } from '../report/article/part-of-article.js';
import { beginning } from './beginning.js';

/** The classification with the text of each span; positions are those in the text that was classified. */
export function textJson(text: string, { language, tags, ...rest }: Classification) {
  return {
    language,
    tags: tags.map(({ topic, score, evidence, nearest }) => ({
      topic,
      score,
      evidence: evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      ...(nearest && { nearest }),
    })),
    ...rest,
  };
}

/** Positions of evidence are those in its paragraph's text, positions of paragraphs those in the article. */
export function articleJson(parts: readonly PartOfArticle[]) {
  return {
    paragraphs: parts.map(({ paragraph: { kind, span, text }, classification }) => ({
      kind,
      start: span.start,
      end: span.end,
      text,
      ...(classification && { classification: textJson(text, classification) }),
    })),
  };
}

/** The part without the training examples that only a report needs. */
export function withoutExamples({ paragraph, classification }: PartOfArticle): PartOfArticle {
  const tags = classification?.tags.map(({ nearest: _, ...tag }) => tag);
  return { paragraph, classification: classification && { ...classification, tags: tags ?? [] } };
}

/** One line a tag, its evidence in quotation marks, or one line that says why there is none; ends with a newline. */
export function formatText(text: string, classification: Classification): string {
  const { language, tags } = classification;
  if (tags.length === 0) return `${formatAbstention(classification)}\n`;
  const lines = tags.map((tag) => `${tag.topic} ${tag.score.toFixed(2)}  « ${oneLine(evidenceText(text, tag))} »\n`);
  return `${language}  ${lines.join(' '.repeat(language.length + 2))}`;
}

/** Why there is no tag, with the code that the JSON has. */
export function formatAbstention({ language, abstained }: Classification): string {
  return `${language}  no topic (${abstained})`;
}

/** Each paragraph's number, kind and beginning, and below it what was found in it. */
export function formatArticle(parts: readonly PartOfArticle[]): string {
  const width = String(parts.length).length;
  return parts
    .map(({ paragraph, classification }, index) => {
      const number = String(index + 1).padStart(width);
      const found = classification ? formatText(paragraph.text, classification) : 'skipped\n';
      const indented = found.replace(/^(?=.)/gm, ' '.repeat(width + 2));
      return `${number}  ${paragraph.kind}: ${beginning(oneLine(paragraph.text), SHOWN)}\n${indented}`;
    })
    .join('\n');
}

/** Characters of a paragraph that are shown of it; fits a terminal of 80 columns with number and kind. */
const SHOWN = 60;

/** A stretch of foreign text on one line, without characters that would steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
