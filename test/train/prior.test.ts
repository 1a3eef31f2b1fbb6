import { describe, expect, it } from 'vitest';
import { phraseCentres, priorCentres, priorPoints } from '../../src/train/prior.js';

const at = (x: number, y: number) => Float32Array.of(x, y);
const IDENTITY = Float32Array.of(1, 0, 1);
const words = [{ en: [at(1, 0), at(3, 0)], fr: [at(0, 9)] }, { en: [at(0, 4)] }, { en: [at(1, 5)] }, {}];

describe('what a taxonomy says', () => {
  it('has a centre in a language with three topics or more: the mean of the topics’ means', () => {
    expect(phraseCentres(words, 2)).toEqual({ en: at(1, 3) });
  });

  it('puts texts halfway between other texts and phrases, or where the one that is known lies', () => {
    const background = { centres: { en: at(3, 1), vi: at(7, 7) }, covariance: new Float64Array(4) };
    expect(priorCentres({ en: at(1, 3), fr: at(0, 1) }, background, 2)).toEqual({
      vi: at(7, 7),
      fr: at(0, 1),
      en: at(2, 2),
    });
    expect(priorCentres({}, undefined, 2)).toEqual({});
  });

  it('points from the centre of the phrases to those of the topic, every language alike', () => {
    const space = { centres: { en: at(1, 3), fr: at(0, 5) }, whitening: IDENTITY };
    const points = priorPoints(words, { en: at(1, 3) }, space, 2);
    // English: (0, −3) and (2, −3) from the centre; French from the centre of its texts: (0, 4). Each as a direction.
    const root = Math.hypot(2, 3);
    const english = [2 / root / 2, (-1 - 3 / root) / 2] as const;
    const sum = [english[0] / 2, (english[1] + 1) / 2] as const;
    const length = Math.hypot(...sum);
    expect(points[0]?.[0]).toBeCloseTo(sum[0] / length, 5);
    expect(points[0]?.[1]).toBeCloseTo(sum[1] / length, 5);
    expect(points[3]).toBeUndefined();
  });
});
