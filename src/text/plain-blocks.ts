/** Reads plain text: articles saved from the web, copied from a PDF or typed. */
import type { Block } from './block.js';
import { gluedFurniture } from './furniture.js';
import { readLines } from './lines.js';
import { itemMarker, joinShortItems } from './list-items.js';
import { lineContinuation } from './wrapped-lines.js';

/**
 * One block a line, except that lines broken at a fixed width are joined and short list items stay with their
 * introduction. A line break inside a joined sentence becomes a space, one for each of its characters, so that
 * positions in the text plus `span.start` are positions in the article.
 */
export function plainBlocks(article: string): Block[] {
  const lines = readLines(article);
  const continues = lineContinuation(lines);
  const blocks: Block[] = [];
  for (let first = 0; first < lines.length; first++) {
    const { start = 0 } = lines[first] ?? {};
    while (continues(first)) first++;
    const { end = 0 } = lines[first] ?? {};
    if (end > start) blocks.push(...withoutGlue(article, start, end));
  }
  return joinShortItems(blocks, (before, after) => article.slice(before.span.end, after.span.start));
}

function withoutGlue(article: string, start: number, end: number): Block[] {
  const text = article.slice(start, end).replace(/[\r\n\f\v\u0085\u2028\u2029]/g, ' ');
  const glue = gluedFurniture(text);
  const rest: Block = {
    text: text.slice(glue),
    span: { start: start + glue, end },
    item: itemMarker(text.slice(glue)),
  };
  if (glue === 0) return [rest];
  return [{ text: text.slice(0, glue), span: { start, end: start + glue }, marked: 'furniture' }, rest];
}
