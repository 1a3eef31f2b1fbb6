/** Specification of the columns that tagging adds. */
import { expect, it } from 'vitest';
import { TAG_COLUMNS, tagColumns, tagMembers } from '../../src/batch/tag-columns.js';
import type { Classification } from '../../src/classify/classification.js';

const TEXT = 'Pay rises in May. Courses follow, 👩‍🏫 for all.';

function spanOf(clause: string) {
  const start = TEXT.indexOf(clause);
  return { start, end: start + clause.length };
}

it('are language, topics, scores, abstained and evidence', () => {
  expect(TAG_COLUMNS).toEqual(['language', 'topics', 'scores', 'abstained', 'evidence']);
});

it('join topics, scores with three decimals and evidence with | in one order, and spans of one tag with an ellipsis', () => {
  const classification: Classification = {
    language: 'en',
    tags: [
      { topic: 'training', score: 0.98765, evidence: [spanOf('Courses follow'), spanOf('👩‍🏫 for all')] },
      { topic: 'salary-reform', score: 0.5, evidence: [spanOf('Pay rises in May')] },
    ],
    truncated: false,
  };
  expect(tagColumns(TEXT, classification)).toEqual([
    'en',
    'training|salary-reform',
    '0.988|0.500',
    '',
    'Courses follow … 👩‍🏫 for all|Pay rises in May',
  ]);
});

it('say why there is no topic', () => {
  expect(tagColumns('', { language: 'und', tags: [], abstained: 'empty', truncated: false })).toEqual([
    'und',
    '',
    '',
    'empty',
    '',
  ]);
});

it('are members of the same names in JSON, with arrays, and without a reason when there are topics', () => {
  const classification: Classification = {
    language: 'en',
    tags: [{ topic: 'training', score: 0.98765, evidence: [spanOf('Courses follow'), spanOf('👩‍🏫 for all')] }],
    truncated: false,
  };
  expect(tagMembers(TEXT, classification)).toEqual({
    language: 'en',
    topics: ['training'],
    scores: [0.988],
    evidence: ['Courses follow … 👩‍🏫 for all'],
  });
  const nothing = tagMembers('', { language: 'und', tags: [], abstained: 'empty', truncated: false });
  expect(Object.keys(nothing)).toEqual([...TAG_COLUMNS]);
  expect(nothing).toMatchObject({ abstained: 'empty', topics: [] });
});
