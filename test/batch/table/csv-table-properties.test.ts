/** Specification of CSV tables for any text at all; the other implementation is fast-csv. */
import fc from 'fast-check';
import { parseString, writeToString } from 'fast-csv';
import { expect, it } from 'vitest';
import { type CsvTableOptions, openCsvTable } from '../../../src/batch/table/csv-table.js';
import { DELIMITERS } from '../../../src/batch/table/delimiter.js';
import type { TableItem } from '../../../src/batch/table/item.js';
import type { Classification } from '../../../src/classify/classification.js';
import { all } from '../../helpers/streams.js';
import { anyText, hostileParts, parts, pieces } from './pieces.js';

const NOTHING: Classification = { language: 'und', tags: [], abstained: 'empty', truncated: false };

async function read(text: string, options?: CsvTableOptions & { readonly size?: number }): Promise<TableItem[]> {
  const { items } = await openCsvTable(pieces(text, options?.size), options);
  return all(items);
}

const delimiters = fc.constantFrom(...DELIMITERS);

it('what fast-csv writes is read as it was, whatever the fields and wherever pieces end', async () => {
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1 }));
  await fc.assert(
    fc.asyncProperty(rows, delimiters, fc.integer({ min: 1, max: 9 }), async (fields, delimiter, size) => {
      const header = (fields[0] as string[]).map((_, index) => (index === 0 ? 'text' : `c${index}`));
      const text = await writeToString([header, ...fields], { delimiter, includeEndRowDelimiter: true });
      const items = await read(text, { delimiter, size });
      expect(items.map((item) => item.kind === 'row' && item.fields)).toEqual(fields);
    }),
    { numRuns: 300 },
  );
});

it('what is written is read by fast-csv as it was', async () => {
  const row = fc.array(anyText, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(row, delimiters, async (fields, delimiter) => {
      const table = await openCsvTable(pieces('text'), { delimiter });
      const line = table.format({ kind: 'row', line: 2, text: '', fields }, NOTHING);
      const read: string[][] = [];
      // Behind a first field, since fast-csv drops white space at the beginning of its input.
      for await (const found of parseString(`x${delimiter}${line}`, { headers: false, delimiter })) read.push(found);
      expect(read).toEqual([['x', ...fields, 'und', '', '', 'empty', '']]);
    }),
    { numRuns: 300 },
  );
});

it('nothing makes the items fail, and they are the same wherever pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(hostileParts, fc.boolean(), async (rest, header) => {
      const text = ['text,b\n', ...rest];
      const options = header ? {} : { header, textColumn: '1' };
      const items = await all((await openCsvTable(parts(text), options)).items);
      expect(await read(text.join(''), options)).toEqual(items);
      expect(await read(text.join(''), { ...options, size: 1 })).toEqual(items);
      for (const item of items) if (item.kind === 'bad') expect(item.reason).toMatch(/^The row [^\n\r]+\.$/);
    }),
    { numRuns: 1_000 },
  );
});
