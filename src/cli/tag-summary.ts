/** Says in a few lines what tagging a file has found. */
import type { TagSummary } from '../batch/tag-csv.js';
import { pace } from './progress.js';

/** Ends with a newline. */
export function formatTagSummary({ rows, tagged, topics, languages, abstained }: TagSummary, seconds: number): string {
  const lines = [
    `Tagged ${pace(rows, seconds)}: ${tagged} with topics, ${rows - tagged} without.`,
    countsLine('topics', topics),
    countsLine('languages', languages),
    countsLine('abstained', abstained),
  ];
  return `${lines.join('\n')}\n`;
}

function countsLine(title: string, counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([name, count]) => `${name} ${count}`);
  return `  ${title.padEnd(9)}  ${parts.join(', ') || 'none'}`;
}
