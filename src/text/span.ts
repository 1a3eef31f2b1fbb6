/** A stretch of text, the unit in which evidence is given. */

/** Start and end in UTF-16 code units of the text as given, end exclusive. */
export interface Span {
  /** Of the first unit. */
  readonly start: number;
  /** Of the unit behind the last. */
  readonly end: number;
}
