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
  /** The same two lengths where semicolons part the clauses, more firmly than commas do. */
  readonly firmLeast: number;
  readonly firmTerm: number;
  /** Whether a dash between blanks may part clauses; in Vietnamese it joins compounds (`kinh tế - xã hội`). */
  readonly dashes: boolean;
  /** Open an adverbial. */
  readonly adverbials: ReadonlySet<string>;
  /** Open a part that is no list item: an adverbial, a relative clause, an aside, a person who speaks. */
  readonly starters: ReadonlySet<string>;
  /** Open a relative or dependent clause within a part, where verbs say nothing about the part. */
  readonly relatives: ReadonlySet<string>;
  /** Whether a part that opens with a name or a number may stand among the items of a list. */
  readonly names: boolean;
  /** Whether nouns of running text have an article, so that a bare one rather belongs to the noun before it. */
  readonly articles: boolean;
  /** Finite verbs and their particles: a part that holds one is a clause of running prose, not a list item. */
  readonly verbs: ReadonlySet<string>;
}

const WORD_LENGTHS = {
  item: 14,
  unjoined: 4,
  long: 45,
  side: 8,
  least: 2,
  term: 8,
  firmLeast: 2,
  firmTerm: 4,
  dashes: true,
  names: true,
};
/** Two syllables are one Vietnamese word, so a clause has at least three; lists there often do without a conjunction. */
const SYLLABLE_LENGTHS = {
  item: 16,
  unjoined: 3,
  long: 60,
  side: 10,
  least: 3,
  term: Number.POSITIVE_INFINITY,
  firmLeast: 2,
  firmTerm: Number.POSITIVE_INFINITY,
  dashes: false,
  names: false,
};

/** Join the last item of a list. */
export const CONJUNCTIONS = wordTable('và, hoặc, hay, cũng như', 'et, ou, ainsi que', 'and, or, as well as');

/** Open, each anew, the items of a list (`on A, on B`), but for prepositions of place, which open everyday adverbials. */
const PREPOSITIONS = wordTable(
  'về, cho, với, vì, từ',
  'sur, pour, par, contre, avec',
  'to, for, on, from, by, about, against, with',
);

/** The preposition that a word is a form of. */
export const REPEATED: ReadonlyMap<string, string> = new Map([
  ...Array.from(PREPOSITIONS, (word) => [word, word] as const),
  ...Array.from(wordTable('à, au, aux'), (word) => [word, 'à'] as const),
]);

const ARTICLES = wordTable('le, la, les, l, un, une, a, an, the, my, our, your, his, her, its, their');

/** What an item opens with: items of one list open alike. `du` and `des` are an article or a preposition with its article. */
export const OPENINGS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...Array.from(ARTICLES, (word) => [word, ['article']] as const),
  ...Array.from(wordTable('du, des'), (word) => [word, ['article', 'de']] as const),
  ...Array.from(wordTable('de, d'), (word) => [word, ['de']] as const),
  ...Array.from(REPEATED, ([word, preposition]) => [word, [preposition]] as const),
]);

/** After a colon they sum up the list before it. */
export const SUMMARIES = wordTable(
  'đó là, đó đều là, tất cả',
  'voilà, tel, tels, telle, telles, ce sont',
  'that is, these are, such are, all of, this is',
);

/** Join the last two items where no comma parts them. */
export const JOINTS = wordTable('và, cũng như', 'et, ainsi que', 'and, as well as');

/** Written without the comma within: what has a comma there is one name, in a list too. */
export const TOGETHER = wordTable(
  'cán bộ công chức, cán bộ viên chức, công chức viên chức, tài sản thu nhập, phòng chống',
  'women peace',
);

/** Before a conjunction they bind both its sides. */
export const BINDERS = wordTable('giữa, cả, vừa', 'entre, à la fois, tant', 'between, both, either');

/** Announce a list, before a colon or in the words that lead to its first item. */
export const LIST_LEADS = wordTable(
  'gồm, lĩnh vực, nội dung, nhiệm vụ, sau đây, trong đó có, pháp như, năng như, dung như, sách như, động như, đề như, việc như, hạn như',
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

/** Open an adverbial: no list item, and at the start of a sentence not its subject. */
const ADVERBIALS = {
  vi: wordTable(
    'tại, ở, trong, trên, dưới, ngày 0, sáng, chiều, tối, hôm, lúc, khi, nếu, để, nhằm, vì, do, bởi, theo, sau, trước, từ, qua',
  ),
  fr: wordTable(
    'à, au, aux, dans, en, sur, sous, par, pour, selon, avec, sans, depuis, après, avant, lors, contre, entre, vers, chez, dès',
    'malgré, pendant, durant, afin, grâce, face, outre, devant, cet automne, cette année, cette semaine',
  ),
  en: wordTable(
    'at, in, on, by, for, from, to, with, under, after, before, during, since, until, while, when, where, if, as, because',
    'although, though, against, between, among, about, over, through, without, within, despite, unlike, like, according',
    'last week, last month, last year, next week, next month, next year, this week, this month, this year, instead of, out of',
  ),
};

/** Open other parts that are no list items. */
const STARTERS = {
  vi: wordTable(
    'mà, nên, thì, nhưng, tuy, song, đồng, đặc, ngoài, như, với, kể, rồi, cũng, vẫn, chỉ, nhất, hiện, còn, lần lượt',
    'ông, bà, anh, chị, họ, tôi, ta, chúng, đã, đang, sẽ, được, bị, cho, khẳng, nhấn, nói, đây, có, mang, góp, xem, coi',
    'tiếp tục',
  ),
  fr: wordTable(
    'qui, que, dont, où, car, mais, donc, or, si, quand, lorsque, puisque, comme, parmi',
    'il, elle, ils, elles, on, nous, vous, je, ce, lui, eux, y, a, ont, est, sont, alors, tandis, dit, affirme, explique',
    'non, pas, loin, tout, puis, ainsi, enfin, ensuite, déjà, hier, désormais, notamment, toutefois, cependant, né, née, nés',
    'nées, c, qu, j, s, n',
  ),
  en: wordTable(
    'which, who, whose, that, but, so, he, she, it, they, we, i, you, is, are, was, were, has, have, had, will, said, says',
    'shall, may, must, not, especially, particularly, then, now, also, too, there, however, therefore, based, called, led',
    'followed, starting, adopted, owned, be',
  ),
};

const VERBS = {
  vi: wordTable('là, sẽ, đã, đang, rằng, không, chưa, phải, đó, này, bị, thì, mà, khiến, vẫn'),
  fr: wordTable('est, sont, était, étaient, sera, seront, ont, avait, avaient, fut, doit, doivent, peut, peuvent'),
  en: wordTable(
    'is, are, was, were, will, would, has, have, had, said, says, shall, must, may, can, could, should, did, does',
    'do, told, became, went, made, took, came, got',
  ),
};

const RELATIVES = {
  vi: wordTable('do, vì, khi, nơi, những'),
  fr: wordTable('qui, que, qu, dont, où, lorsque, quand, lesquels, lesquelles'),
  en: wordTable('who, whom, which, that, whose, where, when, whether, how, what, why'),
};

/** For a text in no known language the words of all three count. */
export function clauseLimits(language: Language): ClauseLimits {
  const lengths = language === 'vi' ? SYLLABLE_LENGTHS : WORD_LENGTHS;
  const own = (tables: Readonly<Record<string, ReadonlySet<string>>>) =>
    tables[language] ?? union(...Object.values(tables));
  const adverbials = own(ADVERBIALS);
  return {
    ...lengths,
    articles: language === 'fr',
    adverbials,
    starters: union(adverbials, own(STARTERS)),
    verbs: own(VERBS),
    relatives: own(RELATIVES),
  };
}

function union(...tables: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => [...table]));
}
