/** Reads simple HTML: the visible text of each block element, with the place of its source. */
import { Parser } from 'htmlparser2';
import type { Block, ParagraphKind } from './block.js';
import { joinShortItems } from './list-items.js';
import type { Span } from './span.js';
import { wordTable } from './words.js';

/** Nothing inside these is shown. */
const HIDDEN = wordTable('script, style, template, noscript, title, svg, iframe, object, datalist');

/** Each begins and ends a paragraph; all other elements are part of the line they stand in. */
const BLOCKS = wordTable(
  'address, article, aside, blockquote, body, button, caption, center, dd, details, dialog, div, dl, dt, fieldset, figcaption',
  'figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, html, legend, li, main, menu, nav, ol, option, p, pre, section',
  'select, summary, table, tbody, td, tfoot, th, thead, tr, ul',
);

const FURNITURE = wordTable('nav, footer, aside, button, form, menu, select, dialog');
const CAPTIONS = wordTable('figure, figcaption, caption');

/** What the open elements say of the text inside them. */
interface Context {
  readonly isHidden: boolean;
  readonly isItem: boolean;
  readonly marked?: ParagraphKind | undefined;
  readonly level?: number | undefined;
}

/** Paragraphs of the visible text; a `br` is a line break in one, two of them end it. */
export function htmlBlocks(article: string): Block[] {
  const blocks: Block[] = [];
  const contexts: Context[] = [{ isHidden: false, isItem: false }];
  let line = new Inline();

  const flush = () => {
    const { marked, level, isItem } = contexts.at(-1) ?? {};
    const text = line.text();
    if (text !== '') blocks.push({ text, span: line.span, marked, level, item: isItem ? 'none' : undefined });
    line = new Inline();
  };
  const parser = new Parser({
    onopentag(name) {
      if (BLOCKS.has(name) || (name === 'br' && line.endsInBreak)) flush();
      else if (name === 'br') line.break();
      contexts.push(contextWithin(contexts.at(-1), name));
    },
    ontext(text) {
      if (!contexts.at(-1)?.isHidden) line.add(text, { start: parser.startIndex, end: parser.endIndex + 1 });
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) flush();
      contexts.pop();
    },
  });
  parser.end(article);
  flush();
  return joinShortItems(blocks, () => '\n');
}

/** Furniture and captions keep all they hold; a heading inside a list is still a heading. */
function contextWithin(outer: Context | undefined, name: string): Context {
  const { isHidden = false, isItem = false, marked, level } = outer ?? {};
  const within = { isHidden: isHidden || HIDDEN.has(name), isItem: isItem || name === 'li' };
  if (marked !== undefined) return { ...within, marked, level };
  if (FURNITURE.has(name)) return { ...within, marked: 'furniture' };
  if (CAPTIONS.has(name)) return { ...within, marked: 'caption' };
  return /^h[1-6]$/.test(name) ? { ...within, marked: 'heading', level: Number(name[1]) } : within;
}

/** Text gathered between two block boundaries. */
class Inline {
  readonly #parts: string[] = [];
  #start = -1;
  #end = -1;
  endsInBreak = false;

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  text(): string {
    return this.#parts
      .join('')
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
  }

  break(): void {
    if (this.#start >= 0) this.#parts.push('\n');
    this.endsInBreak = true;
  }

  /** `source` is where `text` was read; where both are of one length no entity was decoded, and blanks can be told apart. */
  add(text: string, source: Span): void {
    this.#parts.push(text.replace(/[ \t\r\n\f]+/g, ' '));
    if (text.trim() === '') return;
    const isVerbatim = text.length === source.end - source.start;
    if (this.#start < 0) this.#start = source.start + (isVerbatim ? text.length - text.trimStart().length : 0);
    this.#end = source.end - (isVerbatim ? text.length - text.trimEnd().length : 0);
    this.endsInBreak = false;
  }
}
