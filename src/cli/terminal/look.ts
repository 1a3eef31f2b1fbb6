/** How topics and the rest look in a terminal: legible on black and on white. */
import type { Colours } from './terminal.js';

/** Of the table of 256, each at least 3:1 on black and on white. */
export const TABLE = [32, 166, 133, 29, 136, 168, 63, 243] as const;
/** Of the sixteen, which each terminal names for itself: blue, red, magenta, green, yellow, cyan. */
const NAMED = [34, 31, 35, 32, 33, 36] as const;

/** Styles as parameters of Select Graphic Rendition; all empty without colours. */
export interface Look {
  /** Whether evidence is marked where it stands. */
  readonly marksEvidence: boolean;
  /** For what is said in passing. */
  readonly faint: string;
  readonly strong: string;
  /** Place among the classifier's topics, from 0. */
  placeOf(topic: string): number;
  /** In the topic's colour, underlined. */
  evidence(topic: string): string;
  /** On the topic's colour. */
  letter(topic: string): string;
}

/** @param topics ids in the order of the classifier */
export function lookOf(topics: readonly string[], colours: Colours): Look {
  const placeOf = (topic: string) => topics.indexOf(topic);
  if (colours === 0) {
    return { marksEvidence: false, faint: '', strong: '', placeOf, evidence: () => '', letter: () => '' };
  }
  const colourOf = (topic: string) => {
    const place = placeOf(topic);
    return colours === 256 ? `38;5;${TABLE[place % TABLE.length]}` : NAMED[place % NAMED.length];
  };
  return {
    marksEvidence: true,
    faint: '2',
    strong: '1',
    placeOf,
    evidence: (topic) => `4;${colourOf(topic)}`,
    letter: (topic) => `1;7;${colourOf(topic)}`,
  };
}
