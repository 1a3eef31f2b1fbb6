/** A stretch of text, the unit in which evidence is given. */

/** Start and end in UTF-16 code units of the text as given, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
