/** Specification of CSV files without a header. */
import { describe, expect, it } from 'vitest';
import { type CsvTableOptions, openCsvTable } from '../../../src/batch/table/csv-table.js';
import type { TableItem } from '../../../src/batch/table/item.js';
import { all } from '../../helpers/streams.js';
import { pieces } from './pieces.js';

async function read(text: string, options: CsvTableOptions): Promise<TableItem[]> {
  return all((await openCsvTable(pieces(text), options)).items);
}

/** A good row as its fields, a bad one as its line and reason. */
const outline = (items: readonly TableItem[]) =>
  items.map((item) => (item.kind === 'row' ? item.fields : `${item.line}: ${item.reason}`));

const failure = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('without a header', () => {
  const options = { header: false, textColumn: '2' };

  it('columns are named by number, every record is a row, and nothing is written before them', async () => {
    const { head, items } = await openCsvTable(pieces('text,language\n1,a\n'), options);
    expect(head).toBe('');
    expect((await all(items)).map((item) => item.kind === 'row' && item.text)).toEqual(['language', 'a']);
  });

  it('the first row that can be read says how many columns there are', async () => {
    expect(outline(await read('\n"x"y,1\n\n1,a\n2\n3,b,c\n4,d\n', options))).toEqual([
      '2: The row has a quoted field that goes on after its closing quote.',
      ['1', 'a'],
      '5: The row has 1 field where the first row has 2.',
      '6: The row has 3 fields where the first row has 2.',
      ['4', 'd'],
    ]);
  });

  it('in a file of one column blank lines are rows from the first on', async () => {
    expect(outline(await read('\na\n\n', { header: false, textColumn: '1' }))).toEqual([[''], ['a'], ['']]);
  });

  it('a file may be empty, blank or all bad', async () => {
    expect(await read('', options)).toEqual([]);
    expect(await read('\n \n', options)).toEqual([]);
    expect(outline(await read('\n"a"b\n\n"c', options))).toEqual([
      '2: The row has a quoted field that goes on after its closing quote.',
      '4: The row has a field whose quote, opened in line 4, is not closed.',
    ]);
  });

  it.each(['text', '0', '3', '02', '-1'])('there is no column %s of two', async (textColumn) => {
    await expect(openCsvTable(pieces('a,b\n'), { header: false, textColumn })).rejects.toEqual(
      failure('COLUMN_NOT_FOUND', /got "1", "2"/),
    );
  });
});
