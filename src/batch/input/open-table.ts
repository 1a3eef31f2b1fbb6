/** Opens an input as the table that it is: finds out how it is written, and how the output will be. */
import type { Writable } from 'node:stream';
import { BYTE_ORDER_MARK_BYTES } from '../encoding/byte-order-mark.js';
import { decodeText } from '../encoding/decode.js';
import { type FileFormat, fileFormat, namedFormat } from '../file-format.js';
import type { RunBasis } from '../output/run-record.js';
import { openCsvTable } from '../table/csv-table.js';
import type { Delimiter } from '../table/delimiter.js';
import { ndjsonTable } from '../table/ndjson-table.js';
import type { Table } from '../table/table.js';
import type { TableOptions } from '../tag-file-options.js';
import { decideReading } from './reading.js';
import { FIRST_SAMPLE_BYTES } from './sample-size.js';
import type { Source } from './source.js';

type Input = string | AsyncIterable<Uint8Array>;

export interface OpenedTable {
  readonly table: Table;
  /** All that was given or found out and changes the output, by names for people. */
  readonly options: RunBasis['options'];
  /** What was found out and is not as most would expect. */
  readonly notice?: string | undefined;
}

/**
 * How much of a stream is waited for before its first row is read. Newline-delimited JSON comes from programs, which write UTF-8
 * and may wait for the answer to their first line: its first chunk must do.
 */
export function sampleBytes(input: Input, { format, encoding, delimiter }: TableOptions): number {
  const isKnown = encoding !== undefined && delimiter !== undefined;
  return isKnown || formatOf(input, format).kind === 'ndjson' ? BYTE_ORDER_MARK_BYTES : FIRST_SAMPLE_BYTES;
}

/** @throws CivicTopicsError INPUT_INVALID and COLUMN_NOT_FOUND as `decideReading` and `openCsvTable` do */
export async function openTable(
  input: Input,
  source: Source,
  output: string | Writable,
  { textColumn = 'text', format, header = true, byteOrderMark = false, ...options }: TableOptions,
): Promise<OpenedTable> {
  const expected = formatOf(input, format);
  const { notice, delimiter, ...reading } = await decideReading(source.samples, expected, options);
  const pieces = decodeText(source.bytes, reading.encoding);
  const common = { textColumn, byteOrderMark: byteOrderMark || reading.byteOrderMark };
  const settings = { 'text column': textColumn, format: expected.kind, encoding: reading.encoding };
  const marked = { 'byte order mark': common.byteOrderMark };
  if (expected.kind === 'ndjson') {
    return { table: ndjsonTable(pieces, common), options: { ...settings, ...marked }, notice };
  }
  const outputDelimiter = delimiterOfOutput(output, expected.delimiter) ?? delimiter;
  const table = await openCsvTable(pieces, { ...common, delimiter, outputDelimiter, header });
  return {
    table,
    options: { ...settings, delimiter, 'output delimiter': outputDelimiter, header, ...marked },
    notice,
  };
}

function formatOf(input: Input, format: TableOptions['format']): FileFormat {
  const named: FileFormat = typeof input === 'string' ? fileFormat(input) : { kind: 'csv', delimiter: ',' };
  if (format === undefined || format === named.kind) return named;
  return format === 'csv' ? { kind: 'csv', delimiter: ',' } : { kind: 'ndjson' };
}

/** What the output's name says, if it says something else than the input's. */
function delimiterOfOutput(output: string | Writable, ofInput: Delimiter): Delimiter | undefined {
  const named = typeof output === 'string' ? namedFormat(output) : undefined;
  return named?.kind === 'csv' && named.delimiter !== ofInput ? named.delimiter : undefined;
}
