/** Reads Markdown: headings, lists, quotations, tables, code and front matter, line by line. */
import type { Block } from './block.js';
import { type Line, readLines } from './lines.js';
import { itemMarker, joinShortItems } from './list-items.js';
import { inlineText } from './markdown-inline.js';

/** With the name of a language at most: what else such a line says would be lost. */
const FENCE = /^(?:`{3,}|~{3,})\s*[\w+#.-]*$/;
const CLOSING = /^(?:`{3,}|~{3,}|-{3})$/;
const HEADING = /^(#{1,6})\s+(\S.*)$/;
const UNDERLINE = /^(?:=+|-+)$/;
const RULE = /^(?:[-*_]\s*){3,}$/;
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;
const ROW = /^\||\S\s\|\s\S/;
/** `[name]: address`, which is not shown. */
const REFERENCE = /^\[[^\]^][^\]]*\]:\s+\S/;
const IMAGES = /^(?:!\[[^\][]*\]\([^()]*\)\s*)+$/;

/** Blocks of the visible text, wrapped lines joined with a space; code and front matter are furniture. */
export function markdownBlocks(article: string): Block[] {
  const lines = readLines(article).map((line) => ({ ...line, text: line.text.replace(/^[>\s]+/, '') }));
  const blocks: Block[] = [];
  for (let first = 0; first < lines.length; ) {
    const past = blockEnd(lines, first);
    const { text, ...block } = blockOf(lines.slice(first, past), first === 0);
    const span = { start: lines[first]?.start ?? 0, end: lines[past - 1]?.end ?? 0 };
    if (text !== '') blocks.push({ text, span, ...block });
    first = past;
  }
  return joinShortItems(blocks, () => '\n');
}

/** Index after the last line of the block that begins at `first`. */
function blockEnd(lines: readonly Line[], first: number): number {
  const text = lines[first]?.text ?? '';
  if (FENCE.test(text)) return closingLine(lines, first, text.slice(0, 3)) ?? lines.length;
  const frontMatterEnd = first === 0 && text === '---' ? closingLine(lines, first, '---') : undefined;
  if (frontMatterEnd !== undefined) return frontMatterEnd;
  let past = first + 1;
  if (isLoneLine(text)) return past;
  while (past < lines.length && goesOn(lines[past]?.text ?? '')) past++;
  return UNDERLINE.test(lines[past]?.text ?? '') ? past + 1 : past;
}

/** Index after the line that closes what `first` opened. */
function closingLine(lines: readonly Line[], first: number, closer: string): number | undefined {
  for (let index = first + 1; index < lines.length; index++) {
    const { text = '' } = lines[index] ?? {};
    if (CLOSING.test(text) && text.startsWith(closer)) return index + 1;
  }
  return undefined;
}

function isLoneLine(text: string): boolean {
  return text === '' || [HEADING, RULE, TABLE_RULE, ROW, REFERENCE, IMAGES].some((shape) => shape.test(text));
}

function goesOn(text: string): boolean {
  return !isLoneLine(text) && !UNDERLINE.test(text) && !FENCE.test(text) && itemMarker(text) === undefined;
}

type Reading = Pick<Block, 'text' | 'marked' | 'level' | 'item'>;

function blockOf(lines: readonly Line[], isFirst: boolean): Reading {
  const texts = lines.map(({ text }) => text);
  const [first = ''] = texts;
  const last = texts.at(-1) ?? '';
  if (FENCE.test(first) || (isFirst && first === '---' && texts.length > 1)) {
    const code = texts.slice(1).filter((text) => text !== '' && !CLOSING.test(text));
    return { text: code.join('\n'), marked: 'furniture' };
  }
  const heading = HEADING.exec(first);
  if (heading)
    return { text: inlineText(heading[2] ?? '').replace(/ #+$/, ''), marked: 'heading', level: heading[1]?.length };
  if (texts.length > 1 && UNDERLINE.test(last)) {
    return { text: inlineText(texts.slice(0, -1).join(' ')), marked: 'heading', level: last.startsWith('=') ? 1 : 2 };
  }
  if (IMAGES.test(first)) return { text: inlineText(first), marked: 'caption' };
  if ([RULE, TABLE_RULE, REFERENCE].some((shape) => shape.test(first))) return { text: '' };
  if (ROW.test(first)) return { text: cells(first).join(' | '), marked: 'body' };
  return { text: inlineText(texts.join(' ').replace(/^[-*+]\s+(?:\[[ x]\]\s+)?/, '')), item: itemMarker(first) };
}

function cells(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .map(inlineText)
    .filter((cell) => cell !== '');
}
