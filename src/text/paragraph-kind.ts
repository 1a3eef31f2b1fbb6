/** Decides what each block of an article is for, from its words, its markup and its neighbours. */
import type { Block, ParagraphKind } from './block.js';
import { isCaption } from './captions.js';
import { isFurniture } from './furniture.js';
import { isProvisionHeading } from './provisions.js';
import { countWords, hasWord } from './words.js';

/** Words of the longest headline and of the longest heading within an article. */
const LONGEST_HEADLINE = 30;
const LONGEST_HEADING = 16;
/** A paragraph of this many words is body whether or not it ends like a sentence. */
const SURELY_BODY = 12;
/** UTF-16 units of the longest block whose words are looked at; longer ones are body. */
const LONGEST_SIGN = 1_000;
/** More short lines in a row than this are a list or a table, not headings under one another. */
const HEADINGS_IN_A_ROW = 3;

/** The kinds of the blocks, in their order. */
export function paragraphKinds(blocks: readonly Block[]): ParagraphKind[] {
  const kinds = blocks.map(ownKind);
  const headline = headlineIndex(blocks, kinds);
  if (headline !== undefined) kinds[headline] = 'headline';
  markHeadings(blocks, kinds);
  return kinds.map((kind) => kind ?? 'body');
}

/** What the block says about itself; undefined when only its place can tell. */
function ownKind({ text, marked, item }: Block): ParagraphKind | undefined {
  if (marked || text.length > LONGEST_SIGN) return marked;
  const plain = text.normalize('NFC').replace(/\s+/g, ' ');
  if (isFurniture(plain)) return 'furniture';
  if (isCaption(plain)) return 'caption';
  return item === undefined && isProvisionHeading(plain) ? 'heading' : undefined;
}

/** A marked first-level heading, or the marked heading or short line that everything else follows. */
function headlineIndex(blocks: readonly Block[], kinds: readonly (ParagraphKind | undefined)[]): number | undefined {
  const top = blocks.findIndex(({ level }) => level === 1);
  if (top >= 0) return top;
  const first = kinds.findIndex((kind) => kind !== 'furniture' && kind !== 'caption');
  const block = blocks[first];
  if (!block) return undefined;
  if (block.level !== undefined) return first;
  const leads = kinds.slice(first + 1).some((kind) => kind !== 'furniture' && kind !== 'caption');
  return kinds[first] === undefined && leads && isTitle(block, LONGEST_HEADLINE) ? first : undefined;
}

/**
 * Where no markup says so, short lines before a body paragraph or a heading are headings, unless there are so many, or
 * an introduction before them, that they are a list.
 */
function markHeadings(blocks: readonly Block[], kinds: (ParagraphKind | undefined)[]): void {
  if (blocks.some(({ level }) => level !== undefined)) return;
  for (let end = blocks.length - 1; end > 0; end--) {
    if (!isHeaded(blocks[end], kinds[end])) continue;
    let first = end;
    while (first > 0 && isUnmarkedTitle(blocks[first - 1], kinds[first - 1])) first--;
    const isList = end - first > HEADINGS_IN_A_ROW || blocks[first - 1]?.text.endsWith(':');
    if (!isList) kinds.fill('heading', first, end);
    end = Math.min(end, first + 1);
  }
}

/** True for what a heading may stand above: a body paragraph or another heading. */
function isHeaded(block: Block | undefined, kind: ParagraphKind | undefined): boolean {
  if (!block || kind !== undefined) return kind === 'heading' || kind === 'body';
  return block.item !== undefined || !isTitle(block, SURELY_BODY - 1);
}

function isUnmarkedTitle(block: Block | undefined, kind: ParagraphKind | undefined): boolean {
  return block !== undefined && kind === undefined && isTitle(block, LONGEST_HEADING);
}

/** Short, one line, no list item, no mark at its end but `?` and `!`. */
function isTitle({ text, item }: Block, longest: number): boolean {
  return item === undefined && hasWord(text) && countWords(text) <= longest && !/[.:;,…\n]["”»’)\]]*$|\n/.test(text);
}
