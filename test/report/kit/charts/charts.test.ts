/** Specification of the charts: what is drawn is as large as its figure, and each has a table. Expectations are arithmetic by hand. */
import { describe, expect, it } from 'vitest';
import { barTable } from '../../../../src/report/kit/charts/bar-table.js';
import { ticks } from '../../../../src/report/kit/charts/frame.js';
import { heat, heatTable } from '../../../../src/report/kit/charts/heat-table.js';
import { lineChart } from '../../../../src/report/kit/charts/line-chart.js';
import { Plot, shareAxis } from '../../../../src/report/kit/charts/plot.js';
import { reliabilityDiagram } from '../../../../src/report/kit/charts/reliability-diagram.js';
import { pageTopics } from '../../../../src/report/kit/topics.js';

const topics = pageTopics(['pay', 'training']);
const [pay, training] = topics as [(typeof topics)[0], (typeof topics)[0]];
const numbersOf = (markup: string, attribute: string) =>
  [...markup.matchAll(new RegExp(`<rect [^>]*?\\b${attribute}="([^"]+)"`, 'g'))].map((match) => Number(match[1]));
const cellsOf = (markup: string) => [...markup.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map((match) => match[1]);

describe('ticks', () => {
  it.each([
    [87, [0, 25, 50, 75, 100]],
    [4, [0, 1, 2, 3, 4]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
  ])('up to %d are round numbers', (most, expected) => {
    expect(ticks(most)).toEqual(expected);
  });
});

describe('a plot', () => {
  it('puts the ends of an axis at its edges, and what has no range in the middle', () => {
    const plot = new Plot(380, 280, shareAxis('x'), shareAxis('y'));
    const [left, right] = [plot.atX(0), plot.atX(1)];
    expect(plot.atX(0.25)).toBeCloseTo(left + (right - left) / 4);
    expect(plot.atY(0)).toBeGreaterThan(plot.atY(1));
    expect(new Plot(380, 280, { ...shareAxis('x'), to: 0 }, shareAxis('y')).atX(0)).toBeCloseTo((left + right) / 2);
  });
});

describe('bars in a table', () => {
  const bars = [
    { name: 'a', value: 3, topic: 1, figure: '3' },
    { name: 'b', value: 6, interval: [4.5, 9] as const, figure: '6' },
    { name: 'c', value: 0, figure: '0' },
  ];

  it('are as long as their share of the scale, in hundredths of it', () => {
    const { markup } = barTable({ caption: 'c', titles: ['Row', 'F1'], bars, most: 12 });
    expect(numbersOf(markup, 'width')).toEqual([25, 50, 0]);
    // 4.5 and 9 of 12.
    expect(markup).toContain('d="M37.5 2V10M37.5 6H75M75 2V10"');
    expect(markup).toContain('<tr class="topic-1">');
  });

  it('without a scale go up to the largest value or end of an interval, and without values nowhere', () => {
    expect(numbersOf(barTable({ caption: 'c', titles: ['Row', 'F1'], bars }).markup, 'width')).toEqual([33.3, 66.7, 0]);
    const nothing = [{ name: 'a', value: 0, figure: '0' }];
    expect(numbersOf(barTable({ caption: 'c', titles: ['Row', 'F1'], bars: nothing }).markup, 'width')).toEqual([0]);
  });
});

describe('a line chart', () => {
  const points = (n: number) => Array.from({ length: n }, (_, i) => ({ x: i / n, y: 0.5 }));

  it('has dots for few points and none for many, and a table of at most 40 rows that keeps both ends', () => {
    const chart = (n: number) =>
      lineChart({
        caption: 'c',
        x: shareAxis('recall'),
        y: shareAxis('precision'),
        series: [{ name: 'Pay', topic: pay, points: points(n) }],
      }).markup;
    expect(chart(5).match(/<circle/g)).toHaveLength(5);
    expect(chart(1000)).not.toContain('<circle');
    expect(chart(1000).match(/<tr>/g)).toHaveLength(41);
    expect(cellsOf(chart(1000))).toEqual(expect.arrayContaining(['0.000', '0.999']));
  });

  it('without a point is still a chart', () => {
    const { markup } = lineChart({
      caption: 'c',
      x: shareAxis('x'),
      y: shareAxis('y'),
      series: [{ name: 'a', points: [] }],
    });
    expect(markup).toContain('<svg role="img" aria-label="Line chart of y by x: a."');
    expect(markup).not.toContain('NaN');
  });
});

describe('a heat table', () => {
  it('is darker by the square root of the figure, nothing being nothing', () => {
    // 9 √(1/9) = 3, 9 √(4/9) = 6; the least of all is still seen.
    expect([0, 1, 4, 9, 0.001].map((value) => heat(value, 9))).toEqual([0, 3, 6, 9, 1]);
    expect(heat(1, 0)).toBe(0);
  });

  it('leaves cells empty that have no figure', () => {
    const { markup } = heatTable({
      caption: 'c',
      rowTitle: 'Topic',
      rows: ['a'],
      columns: ['x', 'y'],
      values: [[undefined, 4]],
    });
    expect(markup).toContain('<td class="numeric"></td><td class="numeric"><span class="heat-9">4</span></td>');
  });
});

describe('a reliability diagram', () => {
  it('draws a dot for each bin that has texts, the larger the more, and lists the empty ones too', () => {
    const { markup } = reliabilityDiagram({
      caption: 'c',
      topic: training,
      bins: [
        { from: 0, to: 0.5, count: 4, meanScore: 0.2, share: 0.25 },
        { from: 0.5, to: 0.8, count: 0, meanScore: undefined, share: undefined },
        { from: 0.8, to: 1, count: 16, meanScore: 0.9, share: 0.8125 },
      ],
    });
    const radii = [...markup.matchAll(/ r="([\d.]+)"/g)].map((match) => Number(match[1]));
    // 2.5 + 5.5 √(4/16) and 2.5 + 5.5.
    expect(radii).toEqual([5.3, 8]);
    expect(cellsOf(markup)).toEqual(
      expect.arrayContaining(['0.0–0.5', '4', '0.200', '0.250', '0.5–0.8', '0', '–', '0.813']),
    );
  });
});
