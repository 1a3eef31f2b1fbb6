/** One paragraph of the article view: its text with the evidence marked, beside it the tags, and what explains them. */
import type { Classification } from '../../classify/classification.js';
import { ABSTENTION_WORDS } from '../kit/abstention-words.js';
import { type Html, html } from '../kit/html.js';
import { type Segment, segmentsOf } from '../kit/segments.js';
import { topicName } from '../kit/topics.js';
import { explanation } from './explanation.js';
import type { PartOfArticle } from './part-of-article.js';
import { type ShownTag, shownTags, type TopicsById } from './shown-tags.js';

const NOT_READ = { caption: 'caption', furniture: 'page furniture' } as const;

/** @param number place in the article, from 1 */
export function paragraphView(
  { paragraph: { kind, text }, classification }: PartOfArticle,
  number: number,
  topics: TopicsById,
): Html {
  const tags = shownTags(classification?.tags ?? [], topics);
  return html`<div class="part ${kind}${tags.length > 0 && ' tagged'}" id="p${number}">
<span class="number" aria-hidden="true">${number}</span>
${textElement(kind, classification, markedText(text, tags))}
<div class="aside">${asideOf(kind, classification, tags, number)}</div>
${tags.length > 0 && explanation(text, tags, number)}
</div>
`;
}

/** Nothing but the paragraph's text may stand inside. */
function textElement(
  kind: PartOfArticle['paragraph']['kind'],
  classification: Classification | undefined,
  content: Html,
) {
  const language = classification && html` lang="${classification.language === 'und' ? '' : classification.language}"`;
  if (kind === 'headline') return html`<h2 class="text"${language} dir="auto">${content}</h2>`;
  if (kind === 'heading') return html`<h3 class="text"${language} dir="auto">${content}</h3>`;
  return html`<p class="text"${language} dir="auto">${content}</p>`;
}

function markedText(text: string, tags: readonly ShownTag[]): Html {
  return html`${segmentsOf(text, tags).map((segment) => markedSegment(text, segment, tags))}`;
}

function markedSegment(text: string, { start, end, marks, begins }: Segment, tags: readonly ShownTag[]): Html {
  const piece = html`${text.slice(start, end)}`;
  if (marks.length === 0) return piece;
  const marked = marks.reduceRight(
    (inner, { tag, clause }) =>
      html`<mark class="topic-${tags[tag]?.topic.index}" data-tag="${tag}" data-clause="${clause}">${inner}</mark>`,
    piece,
  );
  // Several clauses of one tag may lie here.
  const involved = [...new Set(marks.map(({ tag }) => tag))].join(' ');
  return html`<span class="clause" data-tags="${involved}"${begins && html` data-begins`}>${marked}</span>`;
}

function asideOf(
  kind: PartOfArticle['paragraph']['kind'],
  classification: Classification | undefined,
  tags: readonly ShownTag[],
  number: number,
): Html {
  if (!classification) return html`<span class="said">${NOT_READ[kind as keyof typeof NOT_READ] ?? 'not read'}</span>`;
  if (tags.length === 0)
    return html`<span class="said">${ABSTENTION_WORDS[classification.abstained ?? 'no-topic-near']}</span>`;
  return html`<ul class="tags" aria-label="Topics of paragraph ${number}">${tags.map(
    ({ topic, score }, i) =>
      html`<li><button type="button" class="tag topic-${topic.index}" data-tag="${i}" popovertarget="why-${number}">${topicName(topic)} <span class="score">${score.toFixed(2)}</span></button></li>`,
  )}</ul>`;
}
