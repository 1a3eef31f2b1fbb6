/** From one text to its answer: normalise, detect the language, embed with its clauses, score, decide. */
import type { Embedder } from '../embed/embedder.js';
import { splitClauses } from '../text/clauses.js';
import { detectLanguage, type Language } from '../text/language.js';
import { normalise } from '../text/normalise.js';
import type { Span } from '../text/span.js';
import type { AbortOptions, Abstention, Assessment, Tag } from './classification.js';
import type { ClassifierFile } from './classifier-file.js';
import { chooseEvidence } from './evidence.js';
import { explain, type Near, unexplained } from './nearest.js';
import { scoreOf, similarity, type TopicSimilarity, toPoints } from './score.js';

/** One word alone says too little to be tagged. */
const FEWEST_WORDS = 2;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** How one text is assessed. */
interface AssessOptions extends AbortOptions {
  /** No tag has a lower score. */
  readonly minScore: number;
  /** Asks for explanations. */
  readonly near?: Near;
}

/** The answer for one text, with the score of every topic. */
export async function assess(
  original: string,
  file: ClassifierFile,
  embedder: Embedder,
  options: AssessOptions,
): Promise<Assessment> {
  const { text, toOriginal } = normalise(original);
  const unscored = (abstained: Abstention, language: Language): Assessment => ({
    classification: { language, tags: [], abstained, truncated: false },
    scores: file.topics.map(() => 0),
    ...(options.near && { explanations: file.topics.map(({ id }) => unexplained(id)) }),
  });
  if (text.trim() === '') return unscored('empty', 'und');
  const language = await detectLanguage(text);
  if (!hasWords(text, FEWEST_WORDS)) return unscored('too-short', language);
  if (language === 'und') return unscored('unsupported-language', language);

  const clauses = splitClauses(text, language);
  const embedding = await embedder.embed(text, clauses, options);
  const points = toPoints(embedding, language, file);
  const found = file.topics.map((topic) => similarity(points, topic.centroid, file.clauseMargin));
  const scores = file.topics.map((topic, i) => scoreOf((found[i] as TopicSimilarity).best, topic));
  const explanations = options.near && explain(file, points, found, scores, clauses.map(toOriginal), options.near);
  const tags = decide(file, scores, found, clauses, options.minScore).map((tag) => ({
    ...tag,
    evidence: tag.evidence.map(toOriginal),
    ...(explanations && { nearest: explanations.find(({ topic }) => topic === tag.topic)?.nearest ?? [] }),
  }));
  const truncated = embedding.windows > 1;
  const classification =
    tags.length > 0
      ? { language, tags, truncated }
      : { language, tags, abstained: 'no-topic-near' as const, truncated };
  return { classification, scores, ...(explanations && { explanations }) };
}

/** The topics whose score reaches their threshold and `minScore`, the highest score first. */
function decide(
  file: ClassifierFile,
  scores: readonly number[],
  found: readonly TopicSimilarity[],
  clauses: readonly Span[],
  minScore: number,
): Tag[] {
  return file.topics
    .flatMap((topic, i) => {
      const score = scores[i] as number;
      if (score < Math.max(topic.threshold, minScore)) return [];
      return [
        {
          topic: topic.id,
          score,
          evidence: chooseEvidence(topic, found[i] as TopicSimilarity, clauses, file.clauseMargin),
        },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

function hasWords(text: string, fewest: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(WORD)) if (++count >= fewest) return true;
  return false;
}
