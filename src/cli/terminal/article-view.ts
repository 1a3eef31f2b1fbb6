/** An article in a terminal: its paragraphs in full, with the evidence of each tag where it stands. */
import type { Tag } from '../../classify/classification.js';
import type { PartOfArticle } from '../../report/article/part-of-article.js';
import { type Segment, segmentsOf } from '../../report/kit/segments.js';
import { topicLetter } from '../../report/kit/topics.js';
import { formatAbstention } from '../classify-report.js';
import { type Look, lookOf } from './look.js';
import type { Terminal } from './terminal.js';
import { type Run, render, wrap } from './wrap.js';

export interface ViewOptions extends Terminal {
  /** One text from the command line: without number and kind. */
  readonly isSingle: boolean;
}

/** Cells of the longest line, since longer ones are hard to read, and of the shortest, however narrow the terminal is. */
const LONGEST_LINE = 100;
const SHORTEST_LINE = 20;

/** @param topics ids in the order of the classifier, which gives each its colour and letter */
export function formatForTerminal(
  parts: readonly PartOfArticle[],
  topics: readonly string[],
  { columns, colours, isSingle }: ViewOptions,
): string {
  const look = lookOf(topics, colours);
  const indent = isSingle ? 0 : String(parts.length).length + 2;
  const width = Math.max(Math.min(columns, LONGEST_LINE) - indent, SHORTEST_LINE);
  const blocks = parts.map((part, index) => {
    const number = String(index + 1).padStart(indent - 2);
    const head = isSingle ? [] : [render([{ text: `${number}  ${part.paragraph.kind}`, style: look.faint }])];
    const lines = partRuns(part, look).flatMap((runs) => wrap(runs, width));
    return [...head, ...lines.map((line) => `${' '.repeat(indent)}${render(line)}`.trimEnd()), ''].join('\n');
  });
  return blocks.join('\n');
}

/** The text, then a line for each tag, or one that says why there is none. */
function partRuns({ paragraph: { kind, text }, classification }: PartOfArticle, look: Look): Run[][] {
  if (!classification) return [[{ text, style: look.faint }], [{ text: 'skipped', style: look.faint }]];
  const { language, tags } = classification;
  const plain = kind === 'headline' || kind === 'heading' ? look.strong : '';
  const body = segmentsOf(text, tags).flatMap((segment) => segmentRuns(text, segment, tags, plain, look));
  if (tags.length === 0) return [body, [{ text: formatAbstention(classification), style: look.faint }]];
  const found = tags.map((tag, i) => {
    const before = i === 0 ? language : ' '.repeat(language.length);
    return [{ text: `${before}  `, style: look.faint }, ...tagRuns(text, tag, look)];
  });
  return [body, ...found];
}

/** @param plain style of what is no evidence */
function segmentRuns(text: string, segment: Segment, tags: readonly Tag[], plain: string, look: Look): Run[] {
  const piece = text.slice(segment.start, segment.end);
  if (segment.marks.length === 0 || !look.marksEvidence) return [{ text: piece, style: plain }];
  const marks = segment.marks.map(({ tag, clause }) => {
    const { topic, evidence } = tags[tag] as Tag;
    return { topic, begins: evidence[clause]?.start === segment.start };
  });
  const letters = marks.filter(({ begins }) => begins).map(({ topic }) => letterRun(topic, look));
  // Where topics overlap, their colours take turns word by word.
  const words = marks.length === 1 ? [piece] : piece.split(/(?<=\s)(?=\S)/u);
  const evidence = words.map((word, i) => ({
    text: word,
    style: look.evidence(marks[i % marks.length]?.topic ?? ''),
  }));
  return [...letters, ...evidence];
}

/** Quotes the evidence where nothing marks it in the text. */
function tagRuns(text: string, { topic, score, evidence }: Tag, look: Look): Run[] {
  const said = `${topic} ${score.toFixed(2)}`;
  if (look.marksEvidence) return [letterRun(topic, look), { text: ` ${said}`, style: '' }];
  const clauses = evidence.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ');
  return [{ text: `${said}  « ${clauses} »`, style: '' }];
}

function letterRun(topic: string, look: Look): Run {
  return { text: ` ${topicLetter(look.placeOf(topic))} `, style: look.letter(topic), sticks: true };
}
