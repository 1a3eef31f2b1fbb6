/** Fits the centre of each language: where its texts lie when topics are equally shared out among the languages. */
import type { SupportedLanguage, TopicSpace } from '../classify/space.js';
import { fadeOut } from './fade-out.js';
import { addTo, mean } from './linear-algebra.js';
import { explainedByTopics, type Rows } from './topic-effects.js';

type Centres = Partial<Record<SupportedLanguage, Float64Array>>;

export interface CentreInput {
  /** Vectors of all texts. */
  readonly rows: Rows;
  /** Language of each row. */
  readonly languages: readonly SupportedLanguage[];
  /** As `membersOf` gives them. */
  readonly members: readonly (readonly number[])[];
  /** Where each language lies as far as is known without these texts. */
  readonly priors: TopicSpace['centres'];
}

/** A prior centre weighs as much as so many texts, … */
const PRIOR_TEXTS = 20;
/** … the mean of all languages, where nothing else is known of one, as much as so many, … */
const POOLED_TEXTS = 1;
/** … and both nothing when a language has so many of its own. */
const ENOUGH_TEXTS = 500;

/** Rounds in which centres and the effects of topics are fitted in turn. */
const ROUNDS = 4;
const EFFECTS = { ridge: 3, rounds: 5 };

/**
 * The mean of a language's texts, drawn towards its prior centre. Were one topic's examples all in one language, the centre of that language
 * would hide the topic: the effects of topics are therefore fitted along with the centres, and levelled out. A language without texts is
 * given its prior centre, moved as the others were; without a prior it has none. Where nothing is known of any, nothing is taken away.
 */
export function fitCentres(input: CentreInput): TopicSpace['centres'] {
  const present = [...new Set(input.languages)].sort();
  let centres: Centres = {};
  let levelled = input.rows.values;
  for (let round = 0; round < (present.length > 1 ? ROUNDS : 1); round++) {
    if (round > 0) levelled = levelTopics(input, centres);
    const all = meanOf(levelled, input.rows.size, () => true);
    centres = Object.fromEntries(
      present.map((language) => [language, centreFor(language, input, levelled, all)] as const),
    );
  }
  const all = { ...absent(input, centres), ...centres };
  return toFloat32(Object.keys(all).length > 0 ? all : { en: new Float64Array(input.rows.size) });
}

function centreFor(
  language: SupportedLanguage,
  { languages, rows, priors }: CentreInput,
  levelled: Float64Array,
  all: Float64Array,
): Float64Array {
  const own = meanOf(levelled, rows.size, (row) => languages[row] === language);
  const count = languages.filter((one) => one === language).length;
  const prior = priors[language];
  const strength = (prior ? PRIOR_TEXTS : POOLED_TEXTS) * fadeOut(count, ENOUGH_TEXTS);
  const share = count / (count + strength);
  return own.map((value, i) => share * value + (1 - share) * ((prior ?? all)[i] as number));
}

/** The rows as if each carried the average mixture of topics; rows that no topic explains are left as they are. */
function levelTopics({ rows, languages, members }: CentreInput, centres: Centres): Float64Array {
  const { values, size } = rows;
  const centred = values.slice();
  languages.forEach((language, row) => {
    addTo(centred, row * size, centres[language] as Float64Array, -1);
  });
  const effects = explainedByTopics({ values: centred, size }, members, EFFECTS);
  const explained = new Set(members.flat());
  const average = meanOf(effects, size, (row) => explained.has(row));
  const levelled = values.slice();
  for (const row of explained) {
    addTo(levelled, row * size, effects.subarray(row * size, (row + 1) * size), -1);
    addTo(levelled, row * size, average, 1);
  }
  return levelled;
}

/** Prior centres of the languages without texts, moved by the mean way of the others from their priors to their centres. */
function absent({ priors, rows }: CentreInput, centres: Centres): Centres {
  const known = Object.entries(priors) as [SupportedLanguage, Float32Array][];
  const moved = known.flatMap(([language, prior]) => {
    const centre = centres[language];
    return centre ? [Float32Array.from(centre, (value, i) => value - (prior[i] as number))] : [];
  });
  const shift = mean(moved, rows.size);
  return Object.fromEntries(
    known
      .filter(([language]) => !centres[language])
      .map(([language, prior]) => [language, Float64Array.from(prior, (value, i) => value + (shift[i] as number))]),
  );
}

function meanOf(values: Float64Array, size: number, isWanted: (row: number) => boolean): Float64Array {
  const sum = new Float64Array(size);
  let count = 0;
  for (let row = 0; row * size < values.length; row++) {
    if (!isWanted(row)) continue;
    count++;
    for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (values[row * size + i] as number);
  }
  return sum.map((value) => value / Math.max(1, count));
}

function toFloat32(centres: Centres): TopicSpace['centres'] {
  const sorted = Object.entries(centres).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([language, centre]) => [language, Float32Array.from(centre)]));
}
