/** Brings examples to what fitting needs: normalised, language known, embedded with their clauses. */
import type { SupportedLanguage } from '../classify/space.js';
import type { Embedder, Embedding } from '../embed/embedder.js';
import { CivicTopicsError, throwIfAborted } from '../errors.js';
import { splitClauses } from '../text/clauses.js';
import { detectLanguage, type Language } from '../text/language.js';
import { normalise } from '../text/normalise.js';
import type { Example, Place, UnlabelledText } from './example.js';

/** A text ready for fitting. */
export interface EmbeddedText {
  readonly embedding: Embedding;
  readonly language: SupportedLanguage;
}

/** An example ready for fitting. */
export interface EmbeddedExample extends EmbeddedText {
  readonly topics: readonly string[];
  readonly heldOut: boolean;
}

interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each text. */
  readonly onText?: (() => void) | undefined;
}

/**
 * Embeds examples one after the other.
 *
 * @throws CivicTopicsError INPUT_INVALID when a language is not recognised, ABORTED by the signal
 */
export async function embedExamples(
  examples: readonly Example[],
  embedder: Embedder,
  place: Place,
  { signal, onText }: EmbedOptions = {},
): Promise<EmbeddedExample[]> {
  const embedded: EmbeddedExample[] = [];
  for (const [index, example] of examples.entries()) {
    throwIfAborted(signal);
    const { text } = normalise(example.text);
    const language = example.language ?? (await detectLanguage(text));
    if (language === 'und') throw unrecognised(place(index), text);
    const embedding = await embedText(text, language, embedder, signal);
    embedded.push({ embedding, language, topics: example.topics, heldOut: example.heldOut === true });
    onText?.();
  }
  return embedded;
}

/** The same for texts that nobody has read; those in no language that is known are left out. */
export async function embedUnlabelled(
  texts: readonly UnlabelledText[],
  embedder: Embedder,
  { signal, onText }: EmbedOptions = {},
): Promise<EmbeddedText[]> {
  const embedded: EmbeddedText[] = [];
  for (const one of texts) {
    throwIfAborted(signal);
    const { text } = normalise(one.text);
    const language: Language = one.language ?? (await detectLanguage(text));
    // No clauses: only the place of the whole text counts.
    if (language !== 'und')
      embedded.push({ embedding: await embedder.embed(text, [], signal ? { signal } : {}), language });
    onText?.();
  }
  return embedded;
}

function embedText(
  text: string,
  language: SupportedLanguage,
  embedder: Embedder,
  signal: AbortSignal | undefined,
): Promise<Embedding> {
  return embedder.embed(text, splitClauses(text, language), signal ? { signal } : {});
}

function unrecognised(where: string, text: string): CivicTopicsError {
  return new CivicTopicsError(
    'INPUT_INVALID',
    `Expected ${where} to be in vi, fr or en, but its language was not recognised: ${JSON.stringify(text.slice(0, 60))}. ` +
      'Give its language, or take it out.',
  );
}
