/** Tags beside the way their topics look in the page. */
import type { Tag } from '../../classify/classification.js';
import type { PageTopic } from '../kit/topics.js';

/** A topic with the score from which it is given. */
export interface ArticleTopic extends PageTopic {
  readonly threshold: number;
}

export type TopicsById = ReadonlyMap<string, ArticleTopic>;

export interface ShownTag extends Omit<Tag, 'topic'> {
  readonly topic: ArticleTopic;
}

/** @param topics all that the classifier can give */
export function shownTags(tags: readonly Tag[], topics: TopicsById): ShownTag[] {
  return tags.map((tag) => ({ ...tag, topic: topics.get(tag.topic) as ArticleTopic }));
}
