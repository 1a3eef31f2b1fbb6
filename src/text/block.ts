/** A stretch of an article before it is known what it is for: what the readers of each format hand on. */
import type { Span } from './span.js';

/** What a paragraph is for in its article. */
export type ParagraphKind = 'body' | 'headline' | 'heading' | 'caption' | 'furniture';

/** One paragraph to be, as a reader found it. */
export interface Block {
  /** Visible text, without surrounding blanks; never empty. */
  readonly text: string;
  /** Where it stands in the article. */
  readonly span: Span;
  /** What the markup says it is, where it says so. */
  readonly marked?: ParagraphKind | undefined;
  /** Level of a marked heading, 1 to 6. */
  readonly level?: number | undefined;
  /** Marker of a list item: `none` where the markup draws it. */
  readonly item?: 'number' | 'bullet' | 'none' | undefined;
}
