/** What is shown beside a clause or a tag that is pointed at: score, and the training examples nearest to the evidence. */
import type { NearExample } from '../../classify/classification.js';
import { type Html, html } from '../kit/html.js';
import { topicName } from '../kit/topics.js';
import type { ShownTag } from './shown-tags.js';

/**
 * A card with a section for each tag; opens without a script, too.
 *
 * @param text the paragraph's
 * @param number its place in the article, from 1
 */
export function explanation(text: string, tags: readonly ShownTag[], number: number): Html {
  return html`<div class="why" id="why-${number}" popover role="group" aria-label="Why paragraph ${number} has its topics">${tags.map(
    (tag, i) => section(text, tag, i),
  )}</div>`;
}

function section(text: string, { topic, score, evidence, nearest }: ShownTag, index: number): Html {
  return html`<div class="why-tag" data-tag="${index}">
<p class="why-head">${topicName(topic)}</p>
<p class="why-score">score <b>${score.toFixed(2)}</b>, given from ${topic.threshold.toFixed(2)}</p>
<p class="quiet">Evidence: ${evidence.map(({ start, end }) => html`<q>${text.slice(start, end)}</q> `)}</p>
${nearest && nearest.length > 0 && examples(nearest)}
</div>`;
}

function examples(nearest: readonly NearExample[]): Html {
  return html`<p class="why-title">Nearest training examples</p>
<ol>${nearest.map(
    ({ text, language, similarity }) =>
      html`<li><span class="similarity" title="similarity, from −1 to 1">${signed(similarity)}</span> <span class="example" lang="${language}" dir="auto">${text}</span></li>`,
  )}</ol>`;
}

function signed(similarity: number): string {
  return similarity.toFixed(2).replace('-', '−');
}
