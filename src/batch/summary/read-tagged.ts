/** Opens a file that `tag` wrote, whatever its format, and reads its rows. */
import type { AbortOptions } from '../../classify/classification.js';
import { CivicTopicsError } from '../../errors.js';
import { decodeText } from '../encoding/decode.js';
import { fileFormat } from '../file-format.js';
import { openSource } from '../input/open-source.js';
import { decideReading } from '../input/reading.js';
import { FIRST_SAMPLE_BYTES } from '../input/sample-size.js';
import type { BadRow } from '../table/item.js';
import { readTaggedCsv } from './tagged-csv.js';
import { readTaggedNdjson } from './tagged-ndjson.js';
import type { SummaryColumns, TaggedText } from './tagged-text.js';

export interface ReadTaggedOptions extends AbortOptions {
  /** Content of the file; default: what the file of that name holds. */
  readonly bytes?: AsyncIterable<Uint8Array> | undefined;
}

/**
 * Yields the rows as they are asked for, so that memory stays flat. The file is UTF-8, as `tag` writes it; the delimiter of CSV is
 * found out, since the output has that of the input.
 *
 * @param name of the file, which tells its format, for messages too
 * @throws CivicTopicsError INPUT_UNREADABLE; COLUMN_NOT_FOUND when the file has not been tagged or lacks a column asked for;
 *   INPUT_INVALID when it is empty; ABORTED
 */
export async function* readTagged(
  name: string,
  columns: SummaryColumns,
  { bytes, ...options }: ReadTaggedOptions = {},
): AsyncGenerator<TaggedText | BadRow> {
  const source = await openSource(bytes ?? name, FIRST_SAMPLE_BYTES, options);
  try {
    const format = fileFormat(name);
    const { delimiter } = await decideReading(source.samples, format, { encoding: 'utf-8' });
    const pieces = decodeText(source.bytes, 'utf-8');
    yield* format.kind === 'ndjson' ? readTaggedNdjson(pieces, columns) : readTaggedCsv(pieces, delimiter, columns);
  } catch (error) {
    throw named(error, name);
  } finally {
    await source.close();
  }
}

/** With several files the message must say which. */
function named(error: unknown, name: string): unknown {
  const isAboutContent =
    error instanceof CivicTopicsError && (error.code === 'COLUMN_NOT_FOUND' || error.code === 'INPUT_INVALID');
  return isAboutContent ? new CivicTopicsError(error.code, `${name}: ${error.message}`, { cause: error.cause }) : error;
}
