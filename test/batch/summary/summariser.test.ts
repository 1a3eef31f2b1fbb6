/** Every row is counted once wherever it belongs, whatever it is called; what is not counted one by one is said. */
import { describe, expect, it } from 'vitest';
import { Summariser } from '../../../src/batch/summary/summariser.js';
import type { TaggedText } from '../../../src/batch/summary/tagged-text.js';

type Row = Partial<Omit<TaggedText, 'tags'>> & { readonly topics?: readonly string[] };

const COLUMNS = { date: 'date', group: 'source' };

function sumUp(
  rows: Iterable<Row>,
  columns: { date?: string; group?: string } = COLUMNS,
  builtInTopics?: readonly string[],
) {
  const summariser = new Summariser({ text: 'text', ...columns }, builtInTopics);
  let line = 1;
  for (const { topics = [], ...row } of rows) {
    const text = row.text ?? `Row ${line} about ${topics.join(' and ') || 'rain'}.`;
    summariser.add(
      {
        kind: 'row',
        line: ++line,
        text,
        language: 'en',
        abstained: topics.length === 0 ? 'no-topic-near' : '',
        date: '',
        group: '',
        ...row,
        tags: topics.map((topic, i) => ({ topic, score: 0.9 - i / 10, evidence: topic })),
      },
      'rows.csv',
    );
  }
  return summariser.finish(['rows.csv'], 3);
}

// By hand.
const ROWS: readonly Row[] = [
  { topics: ['pay'], date: '2019', group: 'Wire' },
  { topics: ['pay', 'training'], date: '03/04/2019', group: 'Wire', language: 'vi' },
  { topics: ['training', 'pay'], date: '2021-01', group: 'Daily' },
  { date: '2021', group: 'Wire' },
  { date: 'soon', group: '', abstained: 'too-short' },
];

describe('five rows', () => {
  const { summary } = sumUp(ROWS);
  const shares = (topics: readonly { topic: string; rows: number; share: number }[]) =>
    topics.map(({ topic, rows, share }) => [topic, rows, share]);

  it('in all', () => {
    expect(summary).toMatchObject({
      schemaVersion: 1,
      files: ['rows.csv'],
      rows: 5,
      badRows: 3,
      tagged: 3,
      otherTags: 0,
      unclearEvidence: 0,
    });
    expect(shares(summary.topics)).toEqual([
      ['pay', 3, 0.6],
      ['training', 2, 0.4],
    ]);
  });

  it('by year, with the share of the year’s rows', () => {
    expect(summary.dates).toMatchObject({
      column: 'date',
      dated: 4,
      blank: 0,
      unreadable: 1,
      examples: ['soon'],
      order: 'unclear',
    });
    expect(summary.dates?.years.map(({ year, rows, tagged, topics }) => [year, rows, tagged, shares(topics)])).toEqual([
      [
        2019,
        2,
        2,
        [
          ['pay', 2, 1],
          ['training', 1, 0.5],
        ],
      ],
      [
        2021,
        2,
        1,
        [
          ['pay', 1, 0.5],
          ['training', 1, 0.5],
        ],
      ],
    ]);
  });

  it('by group, the one with the most rows first', () => {
    expect(summary.groups?.column).toBe('source');
    expect(summary.groups?.named.map(({ name, rows, tagged, topics }) => [name, rows, tagged, shares(topics)])).toEqual(
      [
        [
          'Wire',
          3,
          2,
          [
            ['pay', 2, 2 / 3],
            ['training', 1, 1 / 3],
          ],
        ],
        [
          '',
          1,
          0,
          [
            ['pay', 0, 0],
            ['training', 0, 0],
          ],
        ],
        [
          'Daily',
          1,
          1,
          [
            ['pay', 1, 1],
            ['training', 1, 1],
          ],
        ],
      ],
    );
    expect(summary.groups).not.toHaveProperty('rest');
  });

  it('by language, by reason and by pair', () => {
    expect(summary.languages.named.map(({ name, rows, tagged }) => [name, rows, tagged])).toEqual([
      ['en', 4, 2],
      ['vi', 1, 1],
    ]);
    expect(summary.abstained).toEqual([
      { reason: 'no-topic-near', rows: 1 },
      { reason: 'too-short', rows: 1 },
    ]);
    expect(summary.pairs).toEqual([{ topics: ['pay', 'training'], rows: 2 }]);
  });

  it('has the 95 % interval of each share', () => {
    // statsmodels 0.15.0: proportion_confint(3, 5, method='wilson') is (0.2307242812760129, 0.8823792257673522).
    const [lower = 0, upper = 0] = summary.topics[0]?.interval ?? [];
    expect(lower).toBeCloseTo(0.2307242812760129, 12);
    expect(upper).toBeCloseTo(0.8823792257673522, 12);
  });

  it('shows the most typical texts of each topic with their evidence', () => {
    const [pay] = summary.typical;
    expect(pay?.topic).toBe('pay');
    expect(pay?.texts.map(({ line, score }) => [line, score])).toEqual([
      [2, 0.9],
      [3, 0.9],
      [4, 0.8],
    ]);
    const [
      {
        text,
        evidence: [span],
      } = { text: '', evidence: [] },
    ] = pay?.texts ?? [];
    expect(text.slice(span?.start, span?.end)).toBe('pay');
  });

  it('adds up', () => {
    const sum = (parts: readonly { rows: number }[]) => parts.reduce((all, { rows }) => all + rows, 0);
    expect(sum(summary.languages.named)).toBe(5);
    expect(sum(summary.groups?.named ?? [])).toBe(5);
    expect(sum(summary.abstained) + summary.tagged).toBe(5);
    expect(sum(summary.dates?.years ?? []) + 1).toBe(5);
  });
});

describe('the topics of the classifier in the package', () => {
  const topicsOf = (rows: readonly Row[]) =>
    sumUp(rows, COLUMNS, ['training', 'pay', 'ethics']).summary.topics.map(({ topic, rows }) => [topic, rows]);

  it('are all listed when those of the rows belong to them, with 0 rows and its interval', () => {
    const { topics, typical } = sumUp(ROWS, COLUMNS, ['training', 'pay', 'ethics']).summary;
    expect(topics.map(({ topic }) => topic)).toEqual(['pay', 'training', 'ethics']);
    // By hand: the upper end of Wilson's interval of 0 in 5 is z² / (5 + z²) with z² = 3.841458820694124.
    expect(topics[2]).toEqual({ topic: 'ethics', rows: 0, share: 0, interval: [0, expect.closeTo(0.434482, 6)] });
    expect(typical[2]).toEqual({ topic: 'ethics', texts: [] });
  });

  it('are not told of when a row has another topic, or none has any', () => {
    expect(topicsOf([{ topics: ['pay'] }, { topics: ['bicycles'] }])).toEqual([
      ['bicycles', 1],
      ['pay', 1],
    ]);
    expect(topicsOf([{}])).toEqual([]);
  });
});

it('rows without a text are counted apart, and in nothing else', () => {
  const empty: Row = { text: ' ', abstained: 'empty', language: 'und', date: '2030', group: 'Other' };
  const [without, withEmpty] = [sumUp(ROWS), sumUp([empty, ...ROWS, empty].map((row, i) => ({ ...row, line: i })))];
  expect(withEmpty.summary).toMatchObject({ rows: 5, empty: 2, dates: without.summary.dates });
  expect(withEmpty.summary.groups).toEqual(without.summary.groups);
  expect(withEmpty.summary.languages).toEqual(without.summary.languages);
  expect(withEmpty.summary.abstained).toEqual(without.summary.abstained);
  expect(withEmpty.sample).toHaveLength(5);
});

describe('a group', () => {
  const yearsOf = (rows: readonly Row[], columns?: { date?: string; group?: string }) =>
    sumUp(rows, columns).summary.groups?.named.map(({ name, years }) => [
      name,
      years?.map(({ year, rows, topics }) => [year, rows, topics[0]?.rows]),
    ]);

  it('has its own years', () => {
    expect(yearsOf(ROWS)).toEqual([
      [
        'Wire',
        [
          [2019, 2, 2],
          [2021, 1, 0],
        ],
      ],
      ['', []],
      ['Daily', [[2021, 1, 1]]],
    ]);
  });

  it('has none without a column of dates', () => {
    expect(yearsOf(ROWS, { group: 'source' })?.map(([, years]) => years)).toEqual([undefined, undefined, undefined]);
  });

  it('has none when it came after a thousand others', () => {
    const rows = Array.from({ length: 1001 }, (_, i): Row => ({ date: '2019', group: `g${i}` }));
    const years = yearsOf([...rows, ...rows.slice(-2)]);
    expect(years?.slice(0, 2)).toEqual([
      ['g1000', undefined],
      ['g999', [[2019, 2, undefined]]],
    ]);
  });

  it('is told of when its name differs from another one only in case', () => {
    const groups = ['Hà Nội', 'Huế', 'HÀ NỘI', 'hue'].map((group): Row => ({ group }));
    expect(sumUp(groups).summary.groups?.alike).toEqual([['Hà Nội', 'HÀ NỘI']]);
  });
});

it('day numbers of Excel count in years and groups, and sort, when most cells are such numbers', () => {
  // By python3: date(1899, 12, 30) + timedelta(43831) is 2020-01-01.
  const number: Row = { date: '43831', group: 'Wire' };
  const dated: Row = { date: '2019', group: 'Wire' };
  const years = (rows: readonly Row[]) => {
    const { summary, sample } = sumUp(rows);
    const told = [summary.dates, summary.groups?.named[0]].map((of) =>
      of?.years?.map(({ year, rows }) => [year, rows]),
    );
    return [...told, sample.map(({ sortableDate }) => sortableDate).sort()];
  };
  const both = [
    [2019, 1],
    [2020, 2],
  ];
  expect(years([number, dated, number])).toEqual([both, both, ['2019', '2020-01-01', '2020-01-01']]);
  expect(years([number, dated])).toEqual([[[2019, 1]], [[2019, 1]], ['', '2019']]);
});

it('without columns of dates and groups there are no figures of them', () => {
  const { summary } = sumUp(ROWS, {});
  expect(summary).not.toHaveProperty('dates');
  expect(summary).not.toHaveProperty('groups');
});

it('nothing at all is summed up, too', () => {
  const { summary, sample } = sumUp([]);
  expect(summary).toMatchObject({ rows: 0, tagged: 0, topics: [], pairs: [], typical: [], abstained: [] });
  expect(sample).toEqual([]);
});

it('groups beyond the twelve most frequent are pooled', () => {
  const rows = Array.from({ length: 20 }, (_, group) =>
    Array.from({ length: group + 1 }, () => ({ group: `g${group}`, topics: ['pay'] })),
  );
  const { groups } = sumUp(rows.flat()).summary;
  expect(groups?.named.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, i) => `g${19 - i}`));
  // 1 + 2 + … + 8 rows.
  expect(groups?.rest).toMatchObject({
    names: 8,
    rows: 36,
    tagged: 36,
    topics: [{ topic: 'pay', rows: 36, share: 1 }],
  });
});

it('a column of ever new values is pooled without being kept', () => {
  const rows = Array.from({ length: 25_000 }, (_, i) => ({ group: `g${i}`, ...(i === 24_999 && { topics: ['pay'] }) }));
  const { groups } = sumUp(rows).summary;
  expect(groups?.rest).toMatchObject({ names: null, rows: 24_988, tagged: 1 });
});

it('topics beyond two hundred are counted together, and their rows are tagged rows', () => {
  const { summary } = sumUp(Array.from({ length: 205 }, (_, i) => ({ topics: [`t${i}`] })));
  expect(summary.topics).toHaveLength(200);
  expect(summary).toMatchObject({ tagged: 205, otherTags: 5 });
});

describe('names that objects have anyway', () => {
  const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const { summary, sample } = sumUp(
    odd.map((name) => ({ topics: [name], group: name, date: name, language: name, abstained: name })),
  );

  it('are counted as any other', () => {
    expect(summary.topics.map(({ topic, rows }) => [topic, rows])).toEqual([...odd].sort().map((name) => [name, 1]));
    expect(summary.groups?.named.map(({ name }) => name)).toEqual([...odd].sort());
    expect(summary.dates).toMatchObject({ unreadable: 4, examples: odd });
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(sample).toHaveLength(4);
  });
});

it('long names are cut, so that they do not fill the memory', () => {
  const { summary } = sumUp([{ group: 'x'.repeat(100_000), topics: ['y'.repeat(100_000)] }]);
  expect(summary.groups?.named[0]?.name).toHaveLength(200);
  expect(summary.topics[0]?.topic).toHaveLength(200);
});

describe('the sample', () => {
  it('holds each topic in each year, however rare', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i): Row => ({
        date: String(2010 + (i % 10)),
        topics: i % 1000 === 7 ? ['rare'] : i % 10 === 3 ? ['common'] : [],
        text: `Row ${i} of many.`,
      }),
    );
    const { sample } = sumUp(rows);
    const seen = new Set(sample.map(({ sortableDate, tags }) => `${sortableDate} ${tags[0]?.topic ?? ''}`));
    // The rows of 2013 all have the common topic; nine years have rows without one, and 2017 the rare one besides.
    expect(seen.size).toBe(11);
    expect(sample).toHaveLength(2000);
    expect(sample.filter(({ tags }) => tags[0]?.topic === 'rare')).toHaveLength(20);
  });

  it('knows a topic that stands only beside a more frequent one', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i): Row => ({ topics: i === 4321 ? ['common', 'rare'] : ['common'] }),
    );
    expect(sumUp(rows).sample.some(({ tags }) => tags.some(({ topic }) => topic === 'rare'))).toBe(true);
  });

  it('is the same each time', () => {
    const rows = Array.from({ length: 5000 }, (_, i): Row => ({ text: `Row ${i}.` }));
    expect(sumUp(rows).sample).toEqual(sumUp(rows).sample);
  });
});
