/** The article view: an article as it reads, with its topics and the clauses that earned them. */
import type { ClassifierInfo } from '../../classify/classification.js';
import { type Html, html } from '../kit/html.js';
import { page } from '../kit/page.js';
import { legend, pageTopics } from '../kit/topics.js';
import { paragraphView } from './paragraph-view.js';
import type { PartOfArticle } from './part-of-article.js';
import type { ArticleTopic } from './shown-tags.js';

export interface ArticlePageOptions {
  /** What was read, such as the name of its file. */
  readonly source: string;
  readonly parts: readonly PartOfArticle[];
  /** The classifier's topics. */
  readonly topics: ClassifierInfo['topics'];
  /** English names of topics by id. */
  readonly topicNames?: Readonly<Record<string, string>>;
}

/** The whole HTML document. */
export function articlePage({ source, parts, topics, topicNames = {} }: ArticlePageOptions): string {
  const shown = pageTopics(
    topics.map(({ id }) => id),
    topicNames,
  ).map((topic): ArticleTopic => ({ ...topic, threshold: topics[topic.index]?.threshold ?? 0 }));
  const byId = new Map(shown.map((topic) => [topic.id, topic]));
  const language = mainLanguage(parts);
  return page({
    title: `Topics in ${source}`,
    subtitle: summary(parts),
    name: 'article',
    topicCount: shown.length,
    main: html`<section class="key" aria-labelledby="key"><h2 id="key">Topics</h2>${legend(shown, (topic) => places(topic.id, parts))}</section>
<article${language && html` lang="${language}"`} aria-label="Article">
${parts.map((part, i) => paragraphView(part, i + 1, byId))}
</article>`,
  });
}

function summary(parts: readonly PartOfArticle[]): Html {
  const read = parts.filter(({ classification }) => classification);
  const tagged = read.filter(({ classification }) => (classification?.tags.length ?? 0) > 0);
  const passed = parts.length - read.length;
  const notRead =
    passed > 0 &&
    ` ${counted(passed, 'caption or piece of page furniture was', 'captions and pieces of page furniture were')} not read.`;
  return html`${tagged.length} of ${counted(read.length, 'paragraph carries', 'paragraphs carry')} a topic.${notRead}`;
}

/** Where the topic was found, as links to the paragraphs. */
function places(id: string, parts: readonly PartOfArticle[]): Html {
  const numbers = parts.flatMap(({ classification }, i) =>
    classification?.tags.some(({ topic }) => topic === id) ? [i + 1] : [],
  );
  if (numbers.length === 0) return html`<span class="places said">not found</span>`;
  const links = numbers.map((number) => html`<a href="#p${number}"><span class="quiet">paragraph </span>${number}</a>`);
  return html`<span class="places"><span>${counted(numbers.length, 'paragraph', 'paragraphs')}:</span> ${links}</span>`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The language in which most of the text is; undefined when none is known. */
function mainLanguage(parts: readonly PartOfArticle[]): string | undefined {
  const lengths = new Map<string, number>();
  for (const { paragraph, classification } of parts) {
    const language = classification?.language ?? 'und';
    if (language !== 'und') lengths.set(language, (lengths.get(language) ?? 0) + paragraph.text.length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
}
