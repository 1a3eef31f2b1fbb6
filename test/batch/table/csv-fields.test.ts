/** Specification of splitting a record into fields; the other implementation is fast-csv's parser. */

import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { expect, it } from 'vitest';
import { CsvCutter } from '../../../src/batch/table/csv-cutter.js';
import { isSpace, splitFields } from '../../../src/batch/table/csv-fields.js';
import { DELIMITERS } from '../../../src/batch/table/delimiter.js';

const cases: [record: string, fields: string[]][] = [
  ['', ['']],
  [',', ['', '']],
  ['a', ['a']],
  ['a,b', ['a', 'b']],
  ['"a,b",c', ['a,b', 'c']],
  ['"",""', ['', '']],
  ['""""', ['"']],
  ['"say ""yes""",b', ['say "yes"', 'b']],
  ['""","",""",","', ['",","', ',']],
  [' "a" , b ', ['a', ' b ']],
  ['5" disk,6"', ['5" disk', '6"']],
  ['"one\r\ntwo",', ['one\r\ntwo', '']],
];
it.each(cases)('%j has the fields %j', (record, fields) => {
  expect(splitFields(record, ',')).toEqual(fields);
});

it('white space is no field when it is the delimiter', () => {
  expect(splitFields('\t "a"\t\t', '\t')).toEqual(['', 'a', '', '']);
});

/** Behind a first field, since fast-csv drops white space and byte order marks at the beginning of its input. */
async function fastCsvFields(record: string, delimiter: string): Promise<string[]> {
  const rows: string[][] = [];
  for await (const row of parseString(`x${delimiter}${record}`, { headers: false, delimiter })) rows.push(row);
  expect(rows).toHaveLength(1);
  return rows[0]?.slice(1) as string[];
}

it('every well-formed record has the fields that fast-csv gives it', async () => {
  const record = fc.string({ unit: fc.constantFrom(...'"""ab,;\t|\n\u00a0 é'), maxLength: 16 });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(record, fc.constantFrom(...DELIMITERS), async (text, delimiter) => {
      const cutter = new CsvCutter(delimiter);
      const records = [...cutter.cut(text), ...cutter.finish()];
      fc.pre(records.length === 1 && records[0]?.raw === text && records[0].problem === undefined);
      compared++;
      expect(splitFields(text, delimiter)).toEqual(await fastCsvFields(text, delimiter));
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(100);
});

it('white space is what JavaScript calls so', () => {
  for (let code = 0; code <= 0xffff; code++) {
    expect(isSpace(code), code.toString(16)).toBe(/\s/.test(String.fromCharCode(code)));
  }
});
