/** From a text to its answer: a text of one paragraph as it is, one of several paragraph by paragraph. */
import type { Embedder } from '../embed/embedder.js';
import { normalise } from '../text/normalise.js';
import { splitParts } from '../text/parts.js';
import type { Span } from '../text/span.js';
import { type AssessOptions, assessParagraph } from './assess-paragraph.js';
import type { Assessment } from './classification.js';
import type { ClassifierFile } from './classifier-file.js';
import { giveWay, LONG } from './give-way.js';
import { joinAssessments } from './join-assessments.js';

/**
 * The answer for one text, with the score of every topic.
 *
 * A text with blank lines and at least two parts of eight words or more is read part by part, each as a paragraph by itself, as
 * `classify --file` reads an article; `joinAssessments` says how the answers become one.
 */
export async function assess(
  original: string,
  file: ClassifierFile,
  embedder: Embedder,
  options: AssessOptions,
): Promise<Assessment> {
  const { text, toOriginal } = normalise(original);
  const parts = [];
  let lastTurn = 0;
  for (const { start, end } of splitParts(text)) {
    const place = (span: Span) => toOriginal({ start: start + span.start, end: start + span.end });
    const assessment = await assessParagraph(text.slice(start, end), place, file, embedder, options);
    parts.push({ assessment, length: end - start });
    // Of very many short parts none is long by itself.
    if (end - lastTurn < LONG) continue;
    await giveWay(options);
    lastTurn = end;
  }
  return joinAssessments(parts);
}
