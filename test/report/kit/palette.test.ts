/** Specification of the colours: they can be read, and told apart by those who see fewer of them. */
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, paletteCss, UNDERLINES } from '../../../src/report/kit/palette.js';
import { contrast, difference, labOf, mix, SIGHT } from '../../helpers/colour.js';

describe('the measures used here', () => {
  it('give the contrasts that are commonly published for WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    // WebAIM's contrast checker: 4.48 for #777777 on white, 4.54 for #767676.
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each([
    // Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 17, 21, 25 and 31.
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  ] as const)('give the published difference of %j and %j', (one, other, published) => {
    expect(difference(one, other)).toBeCloseTo(published, 4);
  });
});

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in %s colours', (_, theme) => {
  const { paper, panel, text, muted, accent, topics } = theme;

  it('all text has the contrast of AA, 4.5 to 1, wherever it stands', () => {
    for (const behind of [paper, panel]) {
      for (const ink of [text, muted, accent, ...topics.map(({ ink }) => ink)])
        expect(contrast(ink, behind), `${ink} on ${behind}`).toBeGreaterThanOrEqual(4.5);
    }
    // Letters stand in the colour of the paper on the topic's own, pressed buttons on the accent.
    for (const { ink } of [...topics, { ink: accent }]) expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('evidence is read with the contrast of AAA, 7 to 1, and underlines on it have 4.5', () => {
    for (const { ink, tint } of topics) {
      expect(contrast(text, tint), tint).toBeGreaterThanOrEqual(7);
      expect(contrast(muted, tint), tint).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, tint), `${ink} on ${tint}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('figures in the darkest cell of a heat table can be read', () => {
    // kit.css mixes 46 % of the accent into the paper for the darkest.
    expect(contrast(text, mix(accent, 0.46, paper))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(SIGHT))('topics can be told apart with %s', (sight) => {
    const seen = topics.map(({ ink }) => labOf(ink, SIGHT[sight] as never));
    seen.forEach((one, i) => {
      seen.slice(0, i).forEach((other, j) => {
        // Well above the difference of 1 that can just be seen side by side; the first five, which ship, further still.
        expect(difference(one, other), `topics ${j} and ${i}`).toBeGreaterThanOrEqual(i < 5 ? 10 : 8);
      });
    });
  });
});

describe('the style sheet', () => {
  it('has a class for each topic, and no two of forty look the same', () => {
    const css = paletteCss(40);
    const looks = Array.from({ length: 40 }, (_, i) => {
      const ink = new RegExp(`--ink-${i}:(#\\w+)`).exec(css)?.[1];
      const underline = new RegExp(`\\.topic-${i}\\{.*--underline:([^}]+)\\}`).exec(css)?.[1];
      expect(UNDERLINES).toContain(underline);
      return `${ink} ${underline}`;
    });
    expect(new Set(looks).size).toBe(40);
  });

  it('leaves printed pages light', () => {
    for (const line of paletteCss(1)
      .split('\n')
      .filter((line) => line.includes('dark')))
      expect(line).toMatch(/^@media screen/);
  });
});
