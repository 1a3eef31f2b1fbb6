/** The words by which lists and long sentences are taken apart, and the lengths that bound a clause, by language, as data. */
import type { Language } from './language.js';
import { wordTable } from './words.js';

/** Lengths in words (French, English) or syllables (Vietnamese), as `countWords` counts them, and the language's own words. */
export interface ClauseLimits {
  /** A list item is no longer than this. */
  readonly item: number;
  /** Parts after the first that make a list even when no conjunction joins the last. */
  readonly unjoined: number;
  /** A longer clause is cut at an inner boundary. */
  readonly long: number;
  /** Neither side of such a cut is shorter than this. */
  readonly side: number;
  /** A shorter clause joins its neighbour. */
  readonly least: number;
  /** Letters from which a single word is a clause of its own all the same: a compound or a term. */
  readonly term: number;
  /** Whether a dash between blanks may part clauses; in Vietnamese it joins compounds (`kinh tế - xã hội`). */
  readonly dashes: boolean;
  /** Open a part that is no list item: an adverbial, a relative clause, an aside, a person who speaks. */
  readonly starters: ReadonlySet<string>;
  /** Finite verbs and their particles: a part that holds one is a clause of running prose, not a list item. */
  readonly verbs: ReadonlySet<string>;
}

const WORD_LENGTHS = { item: 14, unjoined: 4, long: 45, side: 8, least: 2, term: 8, dashes: true };
/** Two syllables are one Vietnamese word, so a clause has at least three; lists there often do without a conjunction. */
const SYLLABLE_LENGTHS = {
  item: 16,
  unjoined: 3,
  long: 60,
  side: 10,
  least: 3,
  term: Number.POSITIVE_INFINITY,
  dashes: false,
};

/** Join the last item of a list. */
export const CONJUNCTIONS = wordTable('và, hoặc, hay, cũng như', 'et, ou, ainsi que', 'and, or, as well as');

/** Announce a list, before a colon or in the words that lead to its first item. */
export const LIST_LEADS = wordTable(
  'gồm, lĩnh vực, nội dung, nhiệm vụ, sau đây, pháp như, năng như, dung như, sách như, động như, đề như, việc như, hạn như',
  'suivants, suivantes, notamment, domaines, comprend, comprennent, tels que, telles que, axes, thèmes, en matière',
  'following, including, includes, include, such as, namely, areas, fields, topics, covers, responsible for',
);

/** Announce a list only straight before a colon; elsewhere they are everyday words. */
export const COLON_LEADS = wordTable(
  'như, sau, là, về, cụ thể, có',
  'suivant, suivante, savoir, comme, sur, priorités, objectifs, missions',
  'follows, on, are, priorities, objectives, duties',
);

/** After a comma in a long sentence they open its next thought. */
export const CONNECTORS = wordTable(
  'tuy nhiên, đồng thời, trong khi, trong đó, qua đó, từ đó, nhưng, song, còn, nhằm, góp phần, tiếp tục, cũng như',
  'mặc dù, do đó, vì vậy, đặc biệt, bên cạnh đó, ngoài ra',
  'tandis que, alors que, mais, car, cependant, toutefois, en revanche, ainsi que, notamment, afin de, afin que',
  'puisque, bien que, et que, ce qui, et qui, dont',
  'while, whereas, but, although, though, however, yet, because, so that, including, particularly, and that, and to',
  'which, as well as, provided that, except that',
);

/** What each language's parts that are no list items begin with. */
const STARTERS = {
  vi: wordTable(
    'tại, ở, trong, trên, dưới, ngày, sáng, chiều, tối, hôm, lúc, khi, nếu, để, nhằm, vì, do, bởi, theo, sau, trước, từ, qua',
    'mà, nên, thì, nhưng, tuy, song, đồng, đặc, ngoài, như, với, kể, rồi, cũng, vẫn, chỉ, nhất, hiện, còn',
    'ông, bà, anh, chị, họ, tôi, ta, chúng, đã, đang, sẽ, được, bị, cho, khẳng, nhấn, nói, đây, có, mang, góp, xem, coi, tiếp',
  ),
  fr: wordTable(
    'à, au, aux, dans, en, sur, sous, par, pour, selon, avec, sans, depuis, après, avant, lors, contre, entre, vers, chez, dès',
    'malgré, pendant, afin, grâce, face, outre, qui, que, dont, où, car, mais, donc, or, si, quand, lorsque, puisque, comme',
    'il, elle, ils, elles, on, nous, vous, je, ce, lui, eux, y, a, ont, est, sont, alors, tandis, dit, affirme, explique',
    'non, pas, loin, tout, puis, ainsi, enfin, ensuite, déjà, hier, désormais, notamment, toutefois, cependant, né, née, nés',
    'nées, c, qu, j, s, n',
  ),
  en: wordTable(
    'at, in, on, by, for, from, to, with, under, after, before, during, since, until, while, when, where, which, who, whose',
    'that, if, as, because, although, though, but, so, against, between, among, about, over, through, without, within',
    'despite, unlike, like, according, he, she, it, they, we, i, you, is, are, was, were, has, have, had, will, said, says',
    'shall, may, must, not, especially, particularly, then, now, also, too, there, however, therefore, based, called, led',
  ),
};

const VERBS = {
  vi: wordTable('là, sẽ, đã, đang, rằng, không, chưa, phải, đó, này, bị, thì, mà, khiến, vẫn'),
  fr: wordTable('est, sont, était, étaient, sera, seront, ont, avait, avaient, fut, doit, doivent, peut, peuvent'),
  en: wordTable(
    'is, are, was, were, be, been, will, would, has, have, had, said, says, shall, must, may, can, could, should, did, does',
    'do, told, became, went, made, took, came, got',
  ),
};

/** For a text in no known language the words of all three count. */
export function clauseLimits(language: Language): ClauseLimits {
  const lengths = language === 'vi' ? SYLLABLE_LENGTHS : WORD_LENGTHS;
  if (language !== 'und') return { ...lengths, starters: STARTERS[language], verbs: VERBS[language] };
  return { ...lengths, starters: union(STARTERS), verbs: union(VERBS) };
}

function union(tables: Readonly<Record<string, ReadonlySet<string>>>): ReadonlySet<string> {
  return new Set(Object.values(tables).flatMap((table) => [...table]));
}
