/** How topics look in a page: a name to read, a letter, a colour and an underline, the same wherever the topic stands. */
import { type Html, html } from './html.js';

/** A topic as pages show it. */
export interface PageTopic {
  readonly id: string;
  /** In English, for people. */
  readonly name: string;
  /** Sign beside the colour: A to Z, then AA, AB and so on. */
  readonly letter: string;
  /** Place among the classifier's topics, from 0; its class in the page is `topic-` and this. */
  readonly index: number;
}

/** @param names English names by id; a topic without one is called as its id says */
export function pageTopics(ids: readonly string[], names: Readonly<Record<string, string>> = {}): PageTopic[] {
  return ids.map((id, index) => ({
    id,
    index,
    letter: topicLetter(index),
    name: (Object.hasOwn(names, id) && names[id]) || readable(id),
  }));
}

/** @param index place among the classifier's topics, from 0 */
export function topicLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : topicLetter(Math.floor(index / 26) - 1) + last;
}

/** `salary-reform` is read Salary reform. */
function readable(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Letter in the topic's colour; the name that follows it is what is read out. */
export function badge({ letter, index }: PageTopic): Html {
  return html`<span class="badge topic-${index}" aria-hidden="true">${letter}</span>`;
}

/** Letter and name, on one line of any text. */
export function topicName(topic: PageTopic): Html {
  return html`<span class="topic-name topic-${topic.index}">${badge(topic)} <bdi>${topic.name}</bdi></span>`;
}

/** A line for each topic, with what the page says of it behind its name. */
export function legend(topics: readonly PageTopic[], note: (topic: PageTopic) => Html | undefined = () => undefined) {
  return html`<ul class="legend">${topics.map((topic) => html`<li data-topic="${topic.index}">${topicName(topic)} ${note(topic)}</li>`)}</ul>`;
}
