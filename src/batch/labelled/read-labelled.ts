/** Opens a file of texts with the topics that people gave them, however it is written, and reads its rows. */
import type { AbortOptions } from '../../classify/classification.js';
import { decodeText } from '../encoding/decode.js';
import { fileFormat } from '../file-format.js';
import { naming } from '../input/naming.js';
import { openSource } from '../input/open-source.js';
import { decideReading, type ReadingOptions } from '../input/reading.js';
import { FIRST_SAMPLE_BYTES } from '../input/sample-size.js';
import { readLabelledCsv } from './labelled-csv.js';
import { readLabelledNdjson } from './labelled-ndjson.js';
import type { LabelledColumns, LabelledRow } from './labelled-row.js';

export interface ReadLabelledOptions extends AbortOptions, ReadingOptions {
  /** Content of the file; default: what the file of that name holds. */
  readonly bytes?: AsyncIterable<Uint8Array> | undefined;
  /** Told what was found out of the file and is not as most would expect, in one or two sentences. */
  readonly onNotice?: (message: string) => unknown;
}

/**
 * Yields the rows as they are asked for, and stops at the first bad one: what is learnt or measured without it would not be of the file.
 *
 * @param name of the file, which tells its format, for messages too
 * @throws CivicTopicsError INPUT_UNREADABLE; INPUT_INVALID when the encoding cannot be told, or the file or a row is not well-formed;
 *   COLUMN_NOT_FOUND when a column is missing; ABORTED
 */
export async function* readLabelled(
  name: string,
  columns: LabelledColumns,
  { bytes, onNotice, encoding, delimiter, ...abort }: ReadLabelledOptions = {},
): AsyncGenerator<LabelledRow> {
  const source = await openSource(bytes ?? name, FIRST_SAMPLE_BYTES, abort);
  try {
    const format = fileFormat(name);
    const given = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) };
    const reading = await decideReading(source.samples, format, given);
    if (reading.notice !== undefined) onNotice?.(`${name}: ${reading.notice}`);
    const pieces = decodeText(source.bytes, reading.encoding);
    yield* format.kind === 'ndjson'
      ? readLabelledNdjson(pieces, columns)
      : readLabelledCsv(pieces, reading.delimiter, columns);
  } catch (error) {
    throw naming(error, name);
  } finally {
    await source.close();
  }
}
