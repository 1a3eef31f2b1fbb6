/** Splits an article into its paragraphs and says of each what it is for; nothing that can be read is lost. */
import { checkOptions, type OptionKinds, oneOf, requireKind, STRING } from '../arguments.js';
import { articleFormat } from './article-format.js';
import type { Block, ParagraphKind } from './block.js';
import { htmlBlocks } from './html-blocks.js';
import { markdownBlocks } from './markdown-blocks.js';
import { paragraphKinds } from './paragraph-kind.js';
import { plainBlocks } from './plain-blocks.js';
import type { Span } from './span.js';

export type { ParagraphKind } from './block.js';

/** A paragraph, list, heading, caption or piece of page furniture. */
export interface Paragraph {
  /**
   * Visible text without surrounding blanks. In plain text it is `article.slice(span.start, span.end)` with a space for
   * each line-break character inside a wrapped paragraph; in HTML entities are decoded and tags removed, in Markdown
   * the markers are. Short items of a list stay with their introduction, a line each.
   */
  readonly text: string;
  /** UTF-16 units of the article as given, end exclusive; in HTML and Markdown it covers the source of the text. */
  readonly span: Span;
  /** What it is for. */
  readonly kind: ParagraphKind;
}

/** How an article is read. */
export interface SplitParagraphsOptions {
  /** How to read the article; `auto` takes it for HTML or Markdown only on clear signs. Default `auto`. */
  readonly format?: 'auto' | 'text' | 'html' | 'markdown' | undefined;
}

const READERS: Readonly<Record<'text' | 'html' | 'markdown', (article: string) => Block[]>> = {
  text: plainBlocks,
  html: htmlBlocks,
  markdown: markdownBlocks,
};

const OPTIONS: OptionKinds<SplitParagraphsOptions> = { format: oneOf('auto', ...Object.keys(READERS)) };

/**
 * Paragraphs in order, not overlapping. Headline, headings, captions and page furniture (buttons, links, signatures,
 * datelines) are marked by `kind`, not dropped.
 *
 * @throws CivicTopicsError INVALID_ARGUMENT when the article is not a string or `format` is none of those listed.
 */
export function splitParagraphs(article: string, options: SplitParagraphsOptions = {}): Paragraph[] {
  requireKind('the article', article, STRING);
  checkOptions('splitParagraphs()', options, OPTIONS);
  const { format = 'auto' } = options;
  const blocks = READERS[format === 'auto' ? articleFormat(article) : format](article);
  const kinds = paragraphKinds(blocks);
  return blocks.map(({ text, span }, index) => ({ text, span, kind: kinds[index] ?? 'body' }));
}
