/** From one paragraph to its answer: detect the language, embed with its clauses, score, decide. */
import type { Embedder } from '../embed/embedder.js';
import { splitClauses } from '../text/clauses.js';
import { detectLanguage, isInOtherScript, type Language } from '../text/language.js';
import type { Span } from '../text/span.js';
import { lacksAccents } from '../text/unaccented.js';
import { chooseTags } from './choose-tags.js';
import type { AbortOptions, Abstention, Assessment } from './classification.js';
import type { ClassifierFile } from './classifier-file.js';
import { giveWay, LONG } from './give-way.js';
import { explain, type Near, unexplained } from './nearest.js';
import { scoreOf, similarity, type TopicSimilarity, toPoints } from './score.js';

/** One word alone says too little to be tagged. */
const FEWEST_WORDS = 2;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** How one text is assessed. */
export interface AssessOptions extends AbortOptions {
  /** No tag has a lower score. */
  readonly minScore: number;
  /** Asks for explanations. */
  readonly near?: Near;
}

/**
 * The answer for one paragraph, with the score of every topic.
 *
 * @param text normalised
 * @param toOriginal where a span of it stands in the text as given
 */
export async function assessParagraph(
  text: string,
  toOriginal: (span: Span) => Span,
  file: ClassifierFile,
  embedder: Embedder,
  options: AssessOptions,
): Promise<Assessment> {
  const unscored = (abstained: Abstention, language: Language): Assessment => ({
    classification: { language, tags: [], abstained, truncated: false },
    scores: file.topics.map(() => 0),
    ...(options.near && { explanations: file.topics.map(({ id }) => unexplained(id)) }),
  });
  if (text.trim() === '') return unscored('empty', 'und');
  // Before its words are counted: Khmer and Chinese have no spaces between them.
  if (isInOtherScript(text)) return unscored('unsupported-language', 'und');
  const language = await detectLanguage(text);
  if (text.length >= LONG) await giveWay(options);
  if (!hasWords(text, FEWEST_WORDS)) return unscored('too-short', language);
  if (language === 'und') return unscored('unsupported-language', language);

  const clauses = splitClauses(text, language);
  if (text.length >= LONG) await giveWay(options);
  const embedding = await embedder.embed(text, clauses, { signal: options.signal });
  const points = toPoints(embedding, language, file);
  const similarities = file.topics.map((topic) => similarity(points, topic.centroid, file.clauseMargin));
  const scores = file.topics.map((topic, i) => scoreOf((similarities[i] as TopicSimilarity).best, topic));
  const explanations =
    options.near && explain(file, points, similarities, scores, clauses.map(toOriginal), options.near);
  const chosen = chooseTags(file, scores, similarities, options.minScore);
  const tags = chosen.map(({ topic, score, evidence }) => ({
    topic,
    score,
    evidence: evidence.map((clause) => toOriginal(clauses[clause] as Span)) as [Span, ...Span[]],
    ...(explanations && { nearest: explanations.find((one) => one.topic === topic)?.nearest ?? [] }),
  }));
  const abstained = tags.length === 0 && { abstained: reasonOf(text, language, scores, file) };
  return {
    classification: { language, tags, ...abstained, truncated: embedding.windows > 1 },
    scores,
    ...(explanations && { explanations }),
  };
}

/** Why a text that was scored has no tag. */
function reasonOf(text: string, language: Language, scores: readonly number[], file: ClassifierFile): Abstention {
  if (file.topics.some(({ threshold }, i) => (scores[i] as number) >= threshold)) return 'below-min-score';
  return language === 'vi' && lacksAccents(text) ? 'no-accents' : 'no-topic-near';
}

function hasWords(text: string, fewest: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(WORD)) if (++count >= fewest) return true;
  return false;
}
