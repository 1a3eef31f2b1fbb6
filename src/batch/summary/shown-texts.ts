/** Picks the rows of a collection that people are shown: the most typical ones of each topic, and a sample to search. */

import { ownCopy } from '../../text/own-copy.js';
import { type DateFigures, sortableDate } from './date-tally.js';
import type { WrittenDate } from './dates.js';
import { LONGEST_NAME } from './name-register.js';
import { rowPriority } from './row-priority.js';
import { shorten } from './shorten.js';
import { StratifiedSample } from './stratified-sample.js';
import type { Origin, SampledText, TypicalText } from './summary.js';
import type { ReadTag, TaggedText } from './tagged-text.js';
import { TypicalTexts } from './typical-texts.js';

const TYPICAL_TEXTS = 5;
const SAMPLED_ROWS = 2000;

/** Characters of a text that are kept: nearly all paragraphs as a whole, and in the table two or three lines. */
const LONGEST_TYPICAL = 700;
const LONGEST_SAMPLED = 400;
const LONGEST_DATE = 40;

/** A row with what the files as a whole say of it. */
export interface PlacedText {
  readonly row: TaggedText;
  /** Only topics that are told apart. */
  readonly tags: readonly ReadTag[];
  readonly file: string;
  /** Its number in the collection, from 0. */
  readonly number: number;
  readonly written: WrittenDate | undefined;
}

interface Drawn {
  readonly text: Omit<SampledText, 'sortableDate'>;
  readonly written: WrittenDate | undefined;
}

export class ShownTexts {
  readonly #typical = new Map<string, TypicalTexts<TypicalText>>();
  readonly #sample = new StratifiedSample<Drawn>(SAMPLED_ROWS);

  /** @param rarest the one of its topics that has the fewest rows so far; undefined when it has none */
  add(placed: PlacedText, rarest: string | undefined): void {
    const { row, tags, number, written } = placed;
    const priority = rowPriority(number);
    // Of equal scores the text that is about fewer topics is the more typical one.
    const tie = tags.length * 2 ** 32 + priority;
    for (const tag of tags) {
      this.#typicalOf(tag.topic).offer(row.text, tag.score, tie, () => typicalText(placed, tag));
    }
    const stratum = `${written?.year ?? ''} ${rarest ?? ''}`;
    this.#sample.offer(stratum, priority, () => ({ text: sampledText(placed), written }));
  }

  typicalTexts(topic: string): readonly TypicalText[] {
    return this.#typical.get(topic)?.best ?? [];
  }

  /** First one of each kind, then a second one, and so on. @param dates what became of them; undefined when none were asked for */
  sample(dates: DateFigures | undefined): readonly SampledText[] {
    return this.#sample.rows.map(({ text, written }) => {
      const isDate = written !== undefined && dates !== undefined && (!written.isDayNumber || dates.dayNumbers > 0);
      return { ...text, sortableDate: isDate ? sortableDate(written, dates.order) : '' };
    });
  }

  #typicalOf(topic: string): TypicalTexts<TypicalText> {
    const texts = this.#typical.get(topic) ?? new TypicalTexts<TypicalText>(TYPICAL_TEXTS);
    this.#typical.set(topic, texts);
    return texts;
  }
}

function typicalText(placed: PlacedText, tag: ReadTag): TypicalText {
  const { text, evidence } = shorten(placed.row.text, [tag.evidence], LONGEST_TYPICAL);
  return { ...origin(placed), score: tag.score, text, evidence: evidence[0] ?? [] };
}

function sampledText(placed: PlacedText): Omit<SampledText, 'sortableDate'> {
  const { row, tags, number } = placed;
  const { text, evidence } = shorten(
    row.text,
    tags.map((tag) => tag.evidence),
    LONGEST_SAMPLED,
  );
  return {
    ...origin(placed),
    number,
    text,
    tags: tags.map(({ topic, score }, i) => ({ topic, score, evidence: evidence[i] ?? [] })),
    abstained: kept(row.abstained, LONGEST_NAME),
  };
}

function origin({ row, file }: PlacedText): Origin {
  const { line, language, date, group } = row;
  return {
    file,
    line,
    language: kept(language, LONGEST_NAME),
    date: kept(date, LONGEST_DATE),
    group: kept(group, LONGEST_NAME),
  };
}

function kept(text: string, longest: number): string {
  return ownCopy(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}
