/** The JSON of an evaluation is read back as it was, with a line for each judgement. */
import { expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { serialiseEvaluation } from '../../src/evaluate/report-json.js';
import { fakeClassifier } from '../helpers/fake-classifier.js';

test('nothing is lost, and each judgement stands on a line of its own', async () => {
  const rows = [
    { text: 'Pay. salary-reform:0.9', topics: ['salary-reform'], group: '"]}\n' },
    { text: 'Rain is expected.', topics: [] },
  ];
  const evaluation = await evaluate(fakeClassifier(), rows);
  const json = serialiseEvaluation(evaluation);
  expect(JSON.parse(json)).toEqual(evaluation);
  expect(json.split('\n').filter((line) => line.includes('"textSha256"'))).toHaveLength(2);
  expect(json.endsWith('}\n')).toBe(true);
});
