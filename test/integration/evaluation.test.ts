/** Accuracy on the fixtures in data/evaluation must not fall below what was released; `npm run evaluate` shows the figures. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/evaluate/evaluation.js';
import { civicTopics } from '../helpers/built-cli.js';

/** A little under the released figures: see models/README.md. */
const FLOORS = { macroF1: 0.84, exactMatch: 0.78, language: 0.79 };

let evaluation: Evaluation;
beforeAll(async () => {
  const { stdout, code } = await civicTopics(['evaluate', 'data/evaluation', '--format', 'json', '--group-by', 'kind']);
  expect(code).toBe(0);
  evaluation = JSON.parse(stdout);
});

describe('the evaluation fixtures', () => {
  it('are all read', () => {
    expect(evaluation.rows).toBe(360);
  });

  it('are answered no worse than released', () => {
    expect(evaluation.macroF1).toBeGreaterThanOrEqual(FLOORS.macroF1);
    expect(evaluation.exactMatch).toBeGreaterThanOrEqual(FLOORS.exactMatch);
  });

  it.each(['vi', 'fr', 'en'])('are answered no worse than released in %s', async (language) => {
    const { stdout } = await civicTopics(['evaluate', `data/evaluation/${language}.csv`, '--format', 'json']);
    expect(JSON.parse(stdout).macroF1).toBeGreaterThanOrEqual(FLOORS.language);
  });
});
