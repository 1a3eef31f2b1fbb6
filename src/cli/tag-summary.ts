/** Says in a few lines what tagging a file has found. */
import type { TagFileSummary } from '../batch/tag-file-options.js';
import { pace } from './progress.js';

/**
 * Ends with a newline.
 *
 * @param seconds of this run
 */
export function formatTagSummary(summary: TagFileSummary, seconds: number): string {
  const { rows, rejects, tagged, topics, languages, abstained, doneNow, rejectsFile } = summary;
  const isResumed = doneNow < rows + rejects;
  const lines = [
    `Tagged ${isResumed ? `${rows} rows, the last ${pace(doneNow, seconds)}` : pace(rows, seconds)}: ${tagged} with topics, ${rows - tagged} without.`,
    countsLine('topics', topics),
    countsLine('languages', languages),
    countsLine('abstained', abstained),
    ...(rejects > 0 ? [rejectsLine(rejects, rejectsFile)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function countsLine(title: string, counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([name, count]) => `${name} ${count}`);
  return `  ${title.padEnd(9)}  ${parts.join(', ') || 'none'}`;
}

function rejectsLine(rejects: number, file: string | undefined): string {
  const where = file === undefined ? 'left out' : `set aside in ${file}`;
  return `${rejects} bad ${rejects === 1 ? 'row was' : 'rows were'} ${where}.`;
}
