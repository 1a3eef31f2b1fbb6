/** Tables stay aligned and within 80 columns whatever the names are. */
import { expect, test } from 'vitest';
import { formatTable, printable } from '../../src/evaluate/text-table.js';

test('the first column stands to the left, the others to the right, two spaces apart', () => {
  expect(
    formatTable([
      ['Group', 'Rows'],
      ['vi', '7'],
      ['fr', '12345'],
    ]),
  ).toEqual(['Group   Rows', 'vi         7', 'fr     12345']);
});

test('a name too long for 80 columns gets a line of its own and is not cut', () => {
  const long = 'a'.repeat(79);
  expect(
    formatTable([
      ['Group', 'Rows'],
      [long, '7'],
    ]),
  ).toEqual(['Group  Rows', long, '          7']);
});

test('a line of exactly 80 columns is not broken', () => {
  const name = 'a'.repeat(77);
  expect(formatTable([[name, '7']])).toEqual([`${name}  7`]);
});

test('decomposed Vietnamese letters take the room of the letters that are seen', () => {
  expect(
    formatTable([
      ['đề'.normalize('NFD'), '1'],
      ['ab', '2'],
    ]),
  ).toEqual(['đề  1', 'ab  2']);
});

test('escape sequences and line breaks in a name cannot reach the terminal', () => {
  expect(printable('\u001b[31mred\r\nline\u202e')).toBe('\uFFFD[31mred\uFFFD\uFFFDline\uFFFD');
});

test('a blank name is said to be blank', () => {
  expect(printable('  ')).toBe('(blank)');
});
