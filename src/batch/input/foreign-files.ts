/** Recognises files that are no table of text, and says how to make one of them. */
import { Buffer } from 'node:buffer';
import { CivicTopicsError } from '../../errors.js';
import { parseObject } from '../table/json-object.js';

/** By the bytes with which they begin (PKWARE's APPNOTE, MS-CFB, ISO 32000, RFC 1952). */
const FOREIGN: readonly (readonly [start: string, kind: string, advice: string])[] = [
  [
    'PK\x03\x04',
    'a spreadsheet or another packed file (.xlsx, .ods, .docx, .zip)',
    'Save the spreadsheet as CSV UTF-8',
  ],
  ['\xd0\xcf\x11\xe0', 'an old Office file (.xls, .doc)', 'Save the spreadsheet as CSV UTF-8'],
  ['%PDF-', 'a PDF', 'Take its text out of it first, and save it as CSV with a header line'],
  ['\x1f\x8b', 'a file packed by gzip', 'Unpack it'],
];

/** @throws CivicTopicsError INPUT_INVALID when the file begins as spreadsheets, PDFs and packed files do */
export function refuseForeign(start: Uint8Array): void {
  const beginning = Buffer.from(start.subarray(0, 8)).toString('latin1');
  const found = FOREIGN.find(([bytes]) => beginning.startsWith(bytes));
  if (found) throw invalid(`Expected CSV or newline-delimited JSON, got ${found[1]}. ${found[2]}, and read that.`);
}

/** @throws CivicTopicsError INPUT_INVALID when what should be CSV is JSON, on lines or not */
export function refuseJson(start: string): void {
  const json = start.trimStart();
  if (/^\[\s*[[{"\]]/.test(json)) throw invalid(`Expected CSV, got a JSON array. ${ONE_A_LINE}`);
  if (!/^\{\s*["}]/.test(json)) return;
  const [line = ''] = json.split(/\r?\n/, 1);
  if ('problem' in parseObject(line)) throw invalid(`Expected CSV, got a JSON object. ${ONE_A_LINE}`);
  throw invalid(
    'Expected CSV, got newline-delimited JSON. Let the name of the file end in .ndjson, or with tag say --format ndjson.',
  );
}

/**
 * An array on one line is a bad row, like any other line that is no object; over several lines none of them could be read.
 *
 * @throws CivicTopicsError INPUT_INVALID when what should be newline-delimited JSON is one array over several lines
 */
export function refuseArray(start: string): void {
  const [first = '', ...others] = start.trimStart().split(/\r?\n/, 2);
  if (!/^\[\s*(?:\{|$)/.test(first) || others.length === 0 || isJson(first)) return;
  throw invalid(`Expected newline-delimited JSON, got a JSON array. ${ONE_A_LINE}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const ONE_A_LINE =
  'JSON is read as one object a line, in a file whose name ends in .ndjson: jq -c ".[]" writes an array so.';

function invalid(message: string): CivicTopicsError {
  return new CivicTopicsError('INPUT_INVALID', message);
}
