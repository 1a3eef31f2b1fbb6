/** Checks which texts count as several paragraphs. */
import { describe, expect, it } from 'vitest';
import { splitParts } from '../../src/text/parts.js';

const EIGHT = 'One two three four five six seven eight';
const partsOf = (text: string) => splitParts(text).map(({ start, end }) => text.slice(start, end));

describe('splitParts', () => {
  it('parts a text at its blank lines when two parts have eight words', () => {
    expect(partsOf(`${EIGHT}\n \t\n\n${EIGHT}\nnine`)).toEqual([EIGHT, `${EIGHT}\nnine`]);
  });

  it('keeps short parts as parts when two others are long', () => {
    expect(partsOf(`Title\n\n${EIGHT}\n\n${EIGHT}`)).toEqual(['Title', EIGHT, EIGHT]);
  });

  it.each([
    ['no blank line', `${EIGHT}\n${EIGHT}`],
    ['one long part only', `Title\n\n${EIGHT}`],
    ['seven words in the second part', `${EIGHT}\n\nOne two three four five six seven`],
    ['nothing', ''],
  ])('leaves a text with %s whole, blanks included', (_what, text) => {
    expect(partsOf(text)).toEqual([text]);
    expect(partsOf(`\n\n${text}\n\n`)).toEqual([`\n\n${text}\n\n`]);
  });

  it('makes no part of blank lines at the beginning and the end', () => {
    expect(partsOf(`\n\n${EIGHT}\n\n${EIGHT}\n\n`)).toEqual([EIGHT, EIGHT]);
  });
});
