/** How the topics of a collection look; its files hold ids and nothing else. */
import { builtInTopicNames } from '../kit/topic-names.js';
import { type PageTopic, pageTopics } from '../kit/topics.js';
import { shownName } from './words.js';

/**
 * In the order given. When all are topics of the package, each has the name, letter and colour that it has on the other pages; letters
 * of other topics go by their place in the order given.
 *
 * @throws CivicTopicsError INPUT_UNREADABLE when the package is not whole
 */
export function collectionTopics(ids: readonly string[]): PageTopic[] {
  const names = builtInTopicNames();
  if (ids.every((id) => Object.hasOwn(names, id))) {
    const own = new Map(pageTopics(Object.keys(names), names).map((topic) => [topic.id, topic]));
    return ids.map((id) => own.get(id) as PageTopic);
  }
  const blank = ids.filter((id) => shownName(id) !== id);
  return pageTopics(ids, Object.fromEntries(blank.map((id) => [id, shownName(id)])));
}
