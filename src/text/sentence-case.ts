/** Brings text in capitals to sentence case, in which the encoder has seen nearly all that it knows. */

/** Share of the letters that are capitals from which a text counts as written in capitals, and the fewest letters and words of such a text. */
const CAPITALS = 0.7;
const FEWEST_LETTERS = 10;
const FEWEST_WORDS = 2;

const BLANK_LINES = /(\n[^\S\n]*\n\s*)/;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;
/** Stands before the first word of a sentence. */
const SENTENCE_START = /(?:^|\n|[.!?…]["”»’)\]]*\s)[^\p{L}\p{N}]*$/u;
/** UTF-16 units before a word that are looked at for a sentence's start. */
const SIGHT = 16;

/**
 * The same text, with the paragraphs that are in capitals in sentence case; the length in UTF-16 units stays. Words without a vowel
 * (HĐND, HTTP) are left, being acronyms in all three languages, and so are words that are not all capitals.
 *
 * @param text - in NFC
 */
export function toSentenceCase(text: string): string {
  return text
    .split(BLANK_LINES)
    .map((paragraph) => (isInCapitals(paragraph) ? lower(paragraph) : paragraph))
    .join('');
}

function isInCapitals(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals < FEWEST_LETTERS * CAPITALS) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS || capitals < letters * CAPITALS) return false;
  return (text.match(WORD)?.length ?? 0) >= FEWEST_WORDS;
}

function lower(text: string): string {
  return text.replace(WORD, (word: string, index: number) => {
    if (/\p{Ll}/u.test(word) || !hasVowel(word)) return word;
    const [first = '', ...rest] = word;
    const isFirst = SENTENCE_START.test(text.slice(Math.max(0, index - SIGHT), index));
    return [isFirst ? first : lowerLetter(first), ...rest.map(lowerLetter)].join('');
  });
}

/** A letter whose lower case has another length stays, so that positions stay (İ). */
function lowerLetter(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

function hasVowel(word: string): boolean {
  return /[AEIOUYÆŒØ]/.test(word.normalize('NFD'));
}
