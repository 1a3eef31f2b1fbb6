/** What the reports on an article are made from. */
import type { Classification } from '../../classify/classification.js';
import type { Paragraph } from '../../text/paragraphs.js';

/** A paragraph with what was found in it; without when it was passed over. */
export interface PartOfArticle {
  readonly paragraph: Paragraph;
  readonly classification: Classification | undefined;
}
