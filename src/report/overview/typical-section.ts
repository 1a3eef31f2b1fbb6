/** The texts that are most plainly about each topic. */
import { LEFT_OUT } from '../../batch/summary/shorten.js';
import type { Summary, TypicalText } from '../../batch/summary/summary.js';
import { type Html, html } from '../kit/html.js';
import { markedText } from '../kit/marked-text.js';
import { badge, type PageTopic } from '../kit/topics.js';
import { fileName } from './file-name.js';
import { languageAttribute } from './language-attribute.js';

/** Those behind are folded away. */
const OPEN = 2;

export function typicalSection({ typical, files }: Summary, topics: readonly PageTopic[]): Html | undefined {
  if (topics.length === 0) return undefined;
  return html`<section aria-labelledby="typical"><h2 id="typical">Most typical texts</h2>
<p class="note">The texts with the highest scores, near copies only once; of equal scores those about the fewest topics. Marked are the clauses that earned
the topic. ${LEFT_OUT} stands where a long text is shortened.</p>
${topics.map((topic, i) => {
  const texts = typical[i]?.texts ?? [];
  return texts.length > 0 && topicTexts(topic, texts, files.length > 1);
})}</section>`;
}

function topicTexts(topic: PageTopic, texts: readonly TypicalText[], ofFile: boolean): Html {
  const [open, folded] = [texts.slice(0, OPEN), texts.slice(OPEN)];
  const list = (shown: readonly TypicalText[]) =>
    html`<ol class="typical" start="${shown === open ? 1 : OPEN + 1}">${shown.map((text) => typicalText(topic, text, ofFile))}</ol>`;
  return html`<h3>${badge(topic)} <bdi>${topic.name}</bdi></h3>
${list(open)}${folded.length > 0 && html`<details><summary>${folded.length} more <span class="quiet">of ${topic.name}</span></summary>${list(folded)}</details>`}`;
}

/** @param ofFile whether the file must be named */
function typicalText(topic: PageTopic, typical: TypicalText, ofFile: boolean): Html {
  const { text, evidence, score, language, date, group, file, line } = typical;
  const origin = [group, date, ...(ofFile ? [fileName(file)] : [])].filter((part) => part !== '');
  return html`<li><p${languageAttribute(language)} dir="auto">${markedText(text, [{ className: `topic-${topic.index}`, evidence }])}</p>
<p class="origin">${origin.map((part) => html`<bdi>${part}</bdi> · `)}line ${line} · score ${score.toFixed(3)}</p></li>`;
}
