/** Tags newline-delimited JSON as a filter, for programs that give lines and count on an answer to each. */
import type { Writable } from 'node:stream';
import { decodeText } from './encoding/decode.js';
import type { Output } from './output/output.js';
import { openStreamOutput, writeTo } from './output/stream-output.js';
import type { TagSummary } from './output/tally.js';
import { ndjsonTable } from './table/ndjson-table.js';
import { ERROR_MEMBER } from './tag-columns.js';
import type { TagFileOptions } from './tag-file-options.js';
import { tagItems } from './tag-items.js';

/** As of `tagFile`, but the encoding is UTF-8 unless given, since nothing waits for a sample, and there is one worker unless more are asked for. */
export type FilterOptions = Omit<
  TagFileOptions,
  'format' | 'delimiter' | 'header' | 'restart' | 'overwrite' | 'checkpointInterval' | 'version'
> &
  Required<Pick<TagFileOptions, 'openClassifier'>>;

const NAME = 'standard output';

/**
 * Writes one line for each line read, in their order, each as soon as it is known: whoever writes a line and waits has its answer
 * before writing the next. The answer to a bad line has one member, `error`; that to any other is the object with its tags. It
 * depends on nothing but the line, so that any part of the work can be done again elsewhere.
 *
 * @param output stays open
 * @throws CivicTopicsError INPUT_INVALID at a bad line when `onBadRow` is `stop`; OUTPUT_UNWRITABLE; ABORTED; whatever `input` and
 *   `openClassifier` fail with. EPIPE as it is, when the reader has left
 */
export async function filterNdjson(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  options: FilterOptions,
): Promise<TagSummary> {
  const { textColumn = 'text', encoding = 'utf-8', byteOrderMark = false, workers = 1, openClassifier } = options;
  const classifier = await openClassifier({ ...options, workers });
  try {
    const answers = await openStreamOutput(output, NAME, {
      head: byteOrderMark ? '\ufeff' : '',
      topics: classifier.info.topics.map(({ id }) => id),
      notify: () => undefined,
    });
    const table = ndjsonTable(decodeText(input, encoding), { textColumn, blankLines: true, reserved: [ERROR_MEMBER] });
    await tagItems(table, answeringAll(answers, output), classifier, () => ({ done: 0 }), options);
    return answers.tally;
  } finally {
    await classifier.close();
  }
}

/** The output, but a bad row has its line, too. */
function answeringAll(output: Output, stream: Writable): Output {
  return {
    ...output,
    async reject(row) {
      await output.reject(row);
      await writeTo(stream, NAME, `${JSON.stringify({ [ERROR_MEMBER]: row.reason })}\n`);
    },
  };
}
