/** Writes the page that `classify --report` asks for. */
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ArticlePageOptions } from '../report/article/article-page.js';
import { STANDARD_STREAM } from './input.js';
import type { Io } from './io.js';
import { withOutput } from './output.js';

export interface ReportedArticle extends Pick<ArticlePageOptions, 'parts' | 'topics'> {
  /** Where the article was read; undefined for a text from the command line. */
  readonly path: string | undefined;
  /** Undefined for the classifier in the package, whose topics have names. */
  readonly classifierPath: string | undefined;
}

/** @throws CivicTopicsError OUTPUT_UNWRITABLE, also when the report would overwrite the article or the classifier; INPUT_UNREADABLE when the package is not whole */
export async function writeArticleReport(
  report: string,
  { path, parts, topics, classifierPath }: ReportedArticle,
  io: Io,
): Promise<void> {
  // The markup of pages is of no use to whoever asks for none.
  const { articlePage } = await import('../report/article/article-page.js');
  const { builtInTopicNames } = await import('../report/kit/topic-names.js');
  const topicNames = classifierPath === undefined ? builtInTopicNames() : {};
  const page = articlePage({ source: nameOf(path), parts, topics, topicNames });
  const inputs = [path, classifierPath].filter((file) => file !== undefined && file !== STANDARD_STREAM) as string[];
  await withOutput(report, inputs, io, (stream) => finished(stream.end(page)));
}

function nameOf(path: string | undefined): string {
  if (path === undefined) return 'a text';
  return path === STANDARD_STREAM ? 'standard input' : basename(path);
}
