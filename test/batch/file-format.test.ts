/** Specification of telling a file's format from its name. */
import { expect, it } from 'vitest';
import { fileFormat, namedFormat } from '../../src/batch/file-format.js';

it.each(['a.csv', 'A.CSV', 'a', '-', 'a.tsv.txt', 'tsv'])('%s is CSV with commas', (path) => {
  expect(fileFormat(path)).toEqual({ kind: 'csv', delimiter: ',' });
});

it.each(['a.tsv', 'A.TSV', 'dir.csv/a.tab'])('%s is CSV with tabs', (path) => {
  expect(fileFormat(path)).toEqual({ kind: 'csv', delimiter: '\t' });
});

it.each(['a.ndjson', 'a.JSONL'])('%s is newline-delimited JSON', (path) => {
  expect(fileFormat(path)).toEqual({ kind: 'ndjson' });
});

it('a name may say nothing', () => {
  expect(['a.txt', '-', '/dev/null', 'csv'].map(namedFormat)).toEqual(Array(4).fill(undefined));
  expect(namedFormat('a.CSV')).toEqual({ kind: 'csv', delimiter: ',' });
});
