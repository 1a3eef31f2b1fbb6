/** Specification of finding columns by their names. */
import { describe, expect, it } from 'vitest';
import { checkColumnsFree, columnIndex, didYouMean } from '../../src/batch/columns.js';

const failure = (code: string, message: string) => expect.objectContaining({ code, message });
const errorOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a column is found', () => {
  it('by its very name before one that only looks the same', () => {
    expect(columnIndex(['id', ' text', 'text'], 'text')).toBe(2);
    expect(columnIndex(['id', ' text', 'text'], ' text')).toBe(1);
  });

  it.each([
    ['accents are composed in one and not in the other', 'Nội dung'.normalize('NFD'), 'Nội dung'.normalize('NFC')],
    ['accents are not composed in what is asked for', 'Nội dung'.normalize('NFC'), 'Nội dung'.normalize('NFD')],
    ['white space stands around it', ' text\u00a0', 'text'],
    ['white space stands around what is asked for', 'text', 'text '],
  ])('when %s', (_, column, name) => {
    expect(columnIndex(['id', column], name)).toBe(1);
  });

  it('only when it is the only one', () => {
    expect(errorOf(() => columnIndex(['text', 'text'], 'text'))).toEqual(
      failure(
        'INPUT_INVALID',
        'Expected one column "text", got several: "text", "text". Rename all but the one to be read.',
      ),
    );
    expect(errorOf(() => columnIndex([' text', 'text '], 'text'))).toEqual(
      failure(
        'INPUT_INVALID',
        'Expected one column "text", got several: " text", "text ". Rename all but the one to be read.',
      ),
    );
  });
});

describe('a column that is not there is refused', () => {
  it('with those that are, and the option that names it', () => {
    expect(errorOf(() => columnIndex(['id', 'body'], 'text', '--text-column'))).toEqual(
      failure(
        'COLUMN_NOT_FOUND',
        'Expected a column "text", got "id", "body". Name the column to be read with --text-column.',
      ),
    );
    expect(errorOf(() => columnIndex(['id'], 'text'))).toEqual(
      failure('COLUMN_NOT_FOUND', 'Expected a column "text", got "id". Name the column to be read.'),
    );
  });

  it('with the one that was likely meant', () => {
    expect(errorOf(() => columnIndex(['STT', 'Nội dung'], 'noi dung', '--text-column'))).toEqual(
      failure(
        'COLUMN_NOT_FOUND',
        'Expected a column "noi dung", got "STT", "Nội dung". Did you mean "Nội dung"? Name the column to be read with --text-column.',
      ),
    );
  });
});

it.each([
  ['TEXT', 'text'],
  ['résumé', 'Resume'],
  ['Địa phương', 'dia phuong'],
  ['Địa phương'.normalize('NFD'), 'ĐỊA PHƯƠNG'],
])('%s is likely meant by %s', (column, name) => {
  expect(didYouMean(['id', column], name)).toBe(` Did you mean ${JSON.stringify(column)}?`);
});

it('nothing is likely meant by a name that differs in letters', () => {
  expect(didYouMean(['texts', 'tex', 'text2'], 'text')).toBe('');
});

it('columns that tagging adds must be free', () => {
  expect(errorOf(() => checkColumnsFree(['text'], ['topics']))).toBeUndefined();
  expect(errorOf(() => checkColumnsFree(['text', 'topics'], ['topics', 'scores']))).toEqual(
    failure(
      'INPUT_INVALID',
      'The input already has columns that tagging adds: "topics". Rename or drop them first; nothing is overwritten.',
    ),
  );
});
