/** Opens a file that `tag` wrote, whatever its format, and reads its rows. */
import type { AbortOptions } from '../../classify/classification.js';
import { decodeText } from '../encoding/decode.js';
import { fileFormat } from '../file-format.js';
import { naming } from '../input/naming.js';
import { openSource } from '../input/open-source.js';
import { decideReading, type ReadingOptions } from '../input/reading.js';
import { FIRST_SAMPLE_BYTES } from '../input/sample-size.js';
import type { BadRow } from '../table/item.js';
import { readTaggedCsv } from './tagged-csv.js';
import { readTaggedNdjson } from './tagged-ndjson.js';
import type { SummaryColumns, TaggedText } from './tagged-text.js';

export interface ReadTaggedOptions extends AbortOptions, ReadingOptions {
  /** Content of the file; default: what the file of that name holds. */
  readonly bytes?: AsyncIterable<Uint8Array> | undefined;
  /** Told what was found out of the file and is not as most would expect, in one or two sentences. */
  readonly onNotice?: (message: string) => unknown;
}

/**
 * Yields the rows as they are asked for, so that memory stays flat. `tag` writes UTF-8 with the delimiter of its input, but a spreadsheet may
 * have saved the file since: both are found out.
 *
 * @param name of the file, which tells its format, for messages too
 * @throws CivicTopicsError INPUT_UNREADABLE; COLUMN_NOT_FOUND when the file has not been tagged or lacks a column asked for;
 *   INPUT_INVALID when it is empty, no table of text, or its encoding cannot be told; ABORTED
 */
export async function* readTagged(
  name: string,
  columns: SummaryColumns,
  { bytes, onNotice, signal, ...given }: ReadTaggedOptions = {},
): AsyncGenerator<TaggedText | BadRow> {
  const source = await openSource(bytes ?? name, FIRST_SAMPLE_BYTES, { signal });
  try {
    const format = fileFormat(name);
    const { encoding, delimiter, notice } = await decideReading(source.samples, format, given);
    if (notice !== undefined) onNotice?.(`${name}: ${notice}`);
    const pieces = decodeText(source.bytes, encoding);
    yield* format.kind === 'ndjson' ? readTaggedNdjson(pieces, columns) : readTaggedCsv(pieces, delimiter, columns);
  } catch (error) {
    throw naming(error, name);
  } finally {
    await source.close();
  }
}
