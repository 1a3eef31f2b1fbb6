/** Splits a well-formed CSV record into its fields. */

/**
 * The fields without their quotes. White space around a quoted field is no part of it (`1, "a" ,2`), as fast-csv reads; around a
 * plain one it is.
 */
export function splitFields(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter);
  const fields: string[] = [];
  for (let start = 0; start <= record.length; ) {
    const open = openingQuote(record, start, delimiter);
    const close = open === undefined ? start : closingQuote(record, open);
    const next = record.indexOf(delimiter, close);
    const end = next === -1 ? record.length : next;
    fields.push(open === undefined ? record.slice(start, end) : record.slice(open + 1, close).replaceAll('""', '"'));
    start = end + 1;
  }
  return fields;
}

function openingQuote(record: string, start: number, delimiter: string): number | undefined {
  let at = start;
  while (record[at] !== delimiter && isSpace(record.charCodeAt(at))) at++;
  return record[at] === '"' ? at : undefined;
}

function closingQuote(record: string, open: number): number {
  let at = record.indexOf('"', open + 1);
  while (record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
}

/** Whether the character is white space for JavaScript; the range spares most characters the expression. */
export function isSpace(code: number): boolean {
  return code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && SPACES.has(code);
}

/** Space_Separator, line and paragraph separator, and the byte order mark, as in ECMA-262's WhiteSpace. */
const SPACES = new Set(
  [
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ].map((space) => space.charCodeAt(0)),
);
