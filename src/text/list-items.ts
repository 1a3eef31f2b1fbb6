/** Recognises list items and keeps short ones together with what introduces them. */
import type { Block } from './block.js';
import { countWords } from './words.js';

/** An item of fewer words says too little alone to carry a topic; Vietnamese counts syllables, so it gets more. */
const SHORT_ITEM = 8;
const SHORT_VIETNAMESE_ITEM = 12;
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

const BULLET = /^[-–—*+•·▪▫◦‣●○■□➢✓✔]\s+\S/;
const NUMBER = /^(?:\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[).]|\d{1,2}[/-])\s+\S/;

/** The kind of list marker the line opens with. */
export function itemMarker(line: string): Block['item'] {
  if (BULLET.test(line)) return 'bullet';
  return NUMBER.test(line) ? 'number' : undefined;
}

/**
 * Joins each short item to the item before it, or to the introduction that ends in a colon; long items stay paragraphs.
 * `gap` gives the text between two joined blocks.
 */
export function joinShortItems(blocks: readonly Block[], gap: (before: Block, after: Block) => string): Block[] {
  const joined: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = joined.at(-1);
    if (isLoneNumber(block, before, blocks[index + 1])) joined.push({ ...block, item: undefined });
    else if (before && isShortItem(block) && introduces(before)) joined[joined.length - 1] = join(before, block, gap);
    else joined.push(block);
  }
  return joined;
}

function join(before: Block, after: Block, gap: (before: Block, after: Block) => string): Block {
  return {
    text: before.text + gap(before, after) + after.text,
    span: { start: before.span.start, end: after.span.end },
    item: after.item,
  };
}

function isShortItem({ text, item, marked }: Block): boolean {
  const limit = VIETNAMESE.test(text.normalize('NFC')) ? SHORT_VIETNAMESE_ITEM : SHORT_ITEM;
  return item !== undefined && marked === undefined && countWords(text) < limit;
}

function introduces({ text, item, marked }: Block): boolean {
  return marked === undefined && (item !== undefined || text.endsWith(':'));
}

/** A number with no other beside it (`1. Contexte`) belongs to a heading. */
function isLoneNumber({ item }: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (item !== 'number' || after?.item !== undefined || before?.item === 'number') return false;
  return !before?.text.endsWith(':');
}
