/** Brings labelled examples to what fitting needs: normalised, language known, embedded with their clauses. */
import type { SupportedLanguage } from '../classify/space.js';
import type { Embedder, Embedding } from '../embed/embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { splitClauses } from '../text/clauses.js';
import { detectLanguage, type Language } from '../text/language.js';
import { normalise } from '../text/normalise.js';

/** A text that somebody has read, and the topics it carries; none is an example too. */
export interface Example {
  readonly text: string;
  /** Topic ids; empty for a text that carries none. */
  readonly topics: readonly string[];
  /** Default: detected. */
  readonly language?: SupportedLanguage;
  /**
   * Kept out of centroids, and used for scores and thresholds instead. Needed when the encoder itself has learnt from the other
   * examples: their similarities are then too good to set a threshold by. Default: none, and examples are judged in folds.
   */
  readonly heldOut?: boolean;
}

/** An example ready for fitting. */
export interface EmbeddedExample {
  readonly embedding: Embedding;
  readonly language: SupportedLanguage;
  readonly topics: readonly string[];
  readonly heldOut: boolean;
}

/** Embeds examples one after the other. */
export async function embedExamples(
  examples: readonly Example[],
  embedder: Embedder,
  options: { readonly signal?: AbortSignal; readonly onExample?: (done: number) => void },
): Promise<EmbeddedExample[]> {
  const embedded: EmbeddedExample[] = [];
  for (const [index, example] of examples.entries()) {
    throwIfAborted(options.signal);
    const { text } = normalise(example.text);
    const language = supported(example.language ?? (await detectLanguage(text)), index, text);
    const embedding = await embedder.embed(
      text,
      splitClauses(text, language),
      options.signal ? { signal: options.signal } : {},
    );
    embedded.push({ embedding, language, topics: example.topics, heldOut: example.heldOut === true });
    options.onExample?.(embedded.length);
  }
  return embedded;
}

function supported(language: Language, index: number, text: string): SupportedLanguage {
  if (language !== 'und') return language;
  throw new CivicTopicsError(
    'INPUT_INVALID',
    `Expected example ${index + 1} to be in vi, fr or en, but its language was not recognised: ${JSON.stringify(text.slice(0, 60))}. ` +
      'Give its language, or take it out.',
  );
}
